using Helpdesk.Contracts.Templates;
using Helpdesk.Domain.Templates;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Templates;

/// <summary>Loads a template, asks the rules, appends what follows.</summary>
public sealed class TenantTemplateGrain(
    ITenantTemplates store, ITenantDirectory directory, TenantPasses passes, TimeProvider time, ILogger<TenantTemplateGrain> log)
    : AggregateGrain<TenantTemplate, TenantTemplateEvent>(store, time, log), ITenantTemplateGrain
{
    // No other can be sent back as it was read before it has begun.
    protected override TenantTemplate Unbegun => StandardTemplate.Unwritten;

    public async Task<Result<Outcome<TenantTemplate>>> Save(
        Caller caller, CommandId id, string key, string name, TemplateContent content, int? version, CancellationToken cancellation) =>
        Answered(await Execute(
            caller, id, (present, _) => TenantTemplateRules.Save(present, key, name, content, version, caller.ToMember()), cancellation));

    public Task<Result<Outcome<TenantTemplate>>> Copy(
        Caller caller, CommandId id, string key, string name, string from, CancellationToken cancellation) =>
        Ask<Outcome<TenantTemplate>>(async () =>
        {
            // Before anything of the other tenant is read.
            if (caller.ToMember().Role != Role.Operator)
                return AccessErrors.OperatorOnly;
            // What cannot be read is told where it is decided: it may be a repetition, and the tenant gone since.
            return (await Read(caller, from, cancellation)).Refused(out var refusal, out var read)
                ? Answered(await Execute(caller, id, (_, _) => refusal, cancellation))
                : await Save(caller, id, key, name, read.ToTemplate(), null, cancellation);
        });

    private async Task<Result<TenantCopy>> Read(Caller caller, string from, CancellationToken cancellation)
    {
        if (await directory.FindBySlug(from, cancellation) is not { Tenant.Status: not TenantStatus.Deleted } source)
            return AccessErrors.NotFound;
        passes.Enter(source.Id);
        return await new TenantCopying(GrainFactory, caller with { Tenant = source.Id, Role = Role.Admin }).Read(cancellation);
    }

    public async Task<Result<Outcome<TenantTemplate>>> Remove(
        Caller caller, CommandId id, string key, int? version, CancellationToken cancellation) => Answered(
        await Execute(caller, id, (present, _) => TenantTemplateRules.Remove(present, key, version, caller.ToMember()), cancellation));

    private static Result<Outcome<TenantTemplate>> Answered(Result<Effect<TenantTemplate, TenantTemplateEvent>> result) =>
        result.Select(effect => effect.Outcome);
}
