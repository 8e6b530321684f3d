using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Tenants;

/// <summary>Loads a text, asks the rules, appends what follows.</summary>
internal sealed class TenantTextGrain(ITenantTexts store, TimeProvider time, ILogger<TenantTextGrain> log)
    : AggregateGrain<TenantText, TenantTextEvent>(store, time, log), ITenantTextGrain
{
    protected override TenantText Unbegun => TenantText.Unwritten;

    public Task<Result<TenantText>> Read(Caller caller, CancellationToken cancellation) => Ask<TenantText>(async () =>
        TenantTextRules.Read(caller.ToMember()) is { } refusal ? refusal : await Load(cancellation) ?? TenantText.Unwritten);

    public Task<Result<Outcome<TenantText>>> Write(
        Caller caller, CommandId id, WriteTenantText command, int? version, CancellationToken cancellation) =>
        Carry(caller, id, version, present => TenantTextRules.Write(present, command, caller.ToMember()), cancellation);

    public Task<Result<Outcome<TenantText>>> Remove(
        Caller caller, CommandId id, TenantTextKey key, string language, int? version, CancellationToken cancellation) =>
        Carry(caller, id, version, present => TenantTextRules.Remove(present, key, language, caller.ToMember()), cancellation);

    private Task<Result<Outcome<TenantText>>> Carry(
        Caller caller, CommandId id, int? version, Func<TenantText?, Decision<TenantTextEvent>> decide,
        CancellationToken cancellation) => Ask<Outcome<TenantText>>(async () =>
    {
        var result = await Execute(
            caller, id, (present, _) => version.IsStale(present?.Version ?? 0) ? FeedErrors.Stale : decide(present), cancellation);
        return result.Select(effect => effect.Outcome);
    });
}
