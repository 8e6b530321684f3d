using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Tenants;

public sealed class TenantTemplateGrain(ITenantTemplates store, TimeProvider time, ILogger<TenantTemplateGrain> log)
    : AggregateGrain<TenantTemplate, TenantTemplateEvent>(store, time, log), ITenantTemplateGrain
{
    public async Task<Result<Outcome<TenantTemplate>>> Save(
        Caller caller, CommandId id, string key, string name, string document, int? version, CancellationToken cancellation) => Answered(
        await Execute(
            caller, id, (present, _) => TenantTemplateRules.Save(present, key, name, document, version, caller.ToMember()), cancellation));

    public async Task<Result<Outcome<TenantTemplate>>> Remove(
        Caller caller, CommandId id, string key, int? version, CancellationToken cancellation) => Answered(
        await Execute(caller, id, (present, _) => TenantTemplateRules.Remove(present, key, version, caller.ToMember()), cancellation));

    private static Result<Outcome<TenantTemplate>> Answered(Result<Effect<TenantTemplate, TenantTemplateEvent>> result) =>
        result.Select(effect => effect.Outcome);
}
