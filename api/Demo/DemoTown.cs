using Helpdesk.Contracts.Templates;
using Helpdesk.Domain.Notifications;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Demo;

/// <summary>
/// A municipality that is being filled. Its people act in their own names, with the rights that they would have had they signed in. Every
/// command has an id of its own, so what was broken off can be done again.
/// </summary>
internal sealed class DemoTown(IGrainFactory grains, TenantPasses passes, DemoMunicipality plan)
{
    public const string Origin = LoadedHistory.Demo;

    public DemoMunicipality Plan => plan;

    public TenantId Tenant { get; } = new(CommandId.Derive($"demo|{plan.Slug}"));

    public AccountId AccountOf(DemoPerson person) => DemoPeople.AccountOf(Tenant, plan.EmailOf(person));

    public Caller As(DemoPerson person) => new(Tenant, AccountOf(person), plan.RoleOf(person), Origin);

    public TicketId TicketOf(int index) => new(CommandId.Derive($"demo|{Tenant}|{index}"));

    public CommandId Once(string what) => Once(CommandId.Derive($"demo|{Tenant}|{what}"));

    public static CommandId Once(Guid id) => new(id, "demo", FromKey: true);

    public TGrain Grain<TGrain>() where TGrain : IGrainWithStringKey
    {
        passes.Enter(Tenant);
        return grains.GetGrain<TGrain>(GrainKeys.Of(Tenant));
    }

    public TGrain Grain<TGrain>(Guid id) where TGrain : IGrainWithStringKey
    {
        passes.Enter(Tenant);
        return grains.GetGrain<TGrain>(GrainKeys.Of(Tenant, id));
    }

    /// <param name="by">An operator.</param>
    public async Task Found(AccountId by, CancellationToken cancellation)
    {
        passes.Enter(TenantId.Platform);
        Accepted(await grains.GetGrain<ITenantFoundingGrain>(GrainKeys.Of(TenantId.Platform, Tenant.Value)).Found(
            new(TenantId.Platform, by, Role.Operator, Origin), Once(Tenant.Value), new(plan.Slug, plan.Name, null), template: null,
            cancellation));
    }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public static T Accepted<T>(Result<T> answer) => answer.Refusal is { } refusal
        ? throw new InvalidOperationException($"Demo data was refused: {refusal.Code}. {refusal.Message}")
        : answer.Value;
}
