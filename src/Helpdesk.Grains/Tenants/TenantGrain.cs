using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Tenants;

/// <summary>Loads a tenant, asks the rules, appends what follows.</summary>
public sealed class TenantGrain(ITenantStore store, IOptions<TenantOptions> options, TimeProvider time, ILogger<TenantGrain> log)
    : AggregateGrain<Tenant, TenantEvent>(store, time, log), ITenantGrain
{
    protected override Guid Stream => Tenant.Value;

    public Task<Result<Outcome<Tenant>>> Create(Caller caller, CommandId id, CreateTenant command, CancellationToken cancellation) =>
        Answered(Execute(caller, id, (present, _) => TenantRules.Create(present, command, caller.ToMember()), cancellation, begins: true));

    public Task<Result<Tenant>> Read(Caller caller, CancellationToken cancellation) => Ask<Tenant>(async () =>
        await Load(cancellation) is { } tenant ? tenant : AccessErrors.NotFound);

    public Task<Result<Outcome<Tenant>>> Rename(Caller caller, CommandId id, string name, int version, CancellationToken cancellation) =>
        Act(caller, id, version, (tenant, member) => TenantRules.Rename(tenant, name, member), cancellation);

    public Task<Result<Outcome<Tenant>>> ChangeSettings(
        Caller caller, CommandId id, TenantSettings settings, int version, CancellationToken cancellation) =>
        Act(caller, id, version, (tenant, member) => TenantRules.ChangeSettings(tenant, settings, member), cancellation);

    public Task<Result<Outcome<Tenant>>> ChangeAppearance(
        Caller caller, CommandId id, TenantAppearance appearance, int version, CancellationToken cancellation) =>
        Act(caller, id, version, (tenant, member) => AppearanceRules.Change(tenant, appearance, member), cancellation);

    public Task<Result<Outcome<Tenant>>> ChangeLogo(
        Caller caller, CommandId id, TenantLogo? logo, int? version, CancellationToken cancellation) =>
        Act(caller, id, version, (tenant, member) => AppearanceRules.ChangeLogo(tenant, logo, member), cancellation);

    public Task<Result<Outcome<Tenant>>> Suspend(Caller caller, CommandId id, string reason, CancellationToken cancellation) =>
        Act(caller, id, null, (tenant, member) => TenantRules.Suspend(tenant, reason, member), cancellation);

    public Task<Result<Outcome<Tenant>>> Reactivate(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, null, TenantRules.Reactivate, cancellation);

    public Task<Result<Outcome<Tenant>>> RequestDeletion(Caller caller, CommandId id, string reason, CancellationToken cancellation) =>
        Act(caller, id, null, (tenant, member) => TenantDeletion.Request(tenant, reason, member), cancellation);

    public Task<Result<Outcome<Tenant>>> WithdrawDeletion(Caller caller, CommandId id, CancellationToken cancellation) =>
        Act(caller, id, null, TenantDeletion.Withdraw, cancellation);

    public Task<Result<Outcome<Tenant>>> ConfirmDeletion(Caller caller, CommandId id, CancellationToken cancellation) => Act(
        caller, id, null, (tenant, member) =>
            TenantDeletion.Confirm(tenant, options.Value.DeletionGrace.Days, member, Now), cancellation);

    public Task<Result<Outcome<Tenant>>> Restore(Caller caller, CommandId id, CancellationToken cancellation) => Answered(Execute(
        caller, id, (present, now) => present is null
            ? AccessErrors.NotFound : TenantDeletion.Restore(present, caller.ToMember(), now), cancellation));

    // Erased first, then noted in the history: what fails in between is done again.
    public async Task Look(string kind, CancellationToken cancellation)
    {
        if (await Load(cancellation) is { } tenant && TenantDeletion.IsToErase(tenant, Now))
            await store.Erase(Tenant, cancellation);
        await LookAtDue(TenantDeletion.Look, cancellation);
    }

    protected override Error Taken(string constraint) => TenantErrors.SlugTaken;

    private Task<Result<Outcome<Tenant>>> Act(
        Caller caller, CommandId id, int? version, Func<Tenant, Member, Decision<TenantEvent>> decide, CancellationToken cancellation) =>
        Answered(Execute(
            caller, id,
            (present, _) => present is null or { Status: TenantStatus.Deleted } ? AccessErrors.NotFound
                : version.IsStale(present.Version) ? FeedErrors.Stale
                : decide(present, caller.ToMember()),
            cancellation));

    private static async Task<Result<Outcome<Tenant>>> Answered(Task<Result<Effect<Tenant, TenantEvent>>> execution) =>
        (await execution).Select(effect => effect.Outcome);
}
