using Helpdesk.Contracts.Webhooks;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Grains.Webhooks;

/// <summary>Loads a municipality's webhooks, asks the rules, appends what follows.</summary>
internal sealed class WebhooksGrain(
    IWebhookLists store, WebhookSecrets secrets, IOutboundTargets targets, TimeProvider time, ILogger<WebhooksGrain> log)
    : AggregateGrain<WebhookList, WebhookListEvent>(store, time, log), IWebhooksGrain
{
    protected override Guid Stream => WebhookList.StreamOf(Tenant);

    protected override WebhookList Unbegun => WebhookList.None;

    public Task<Result<WebhookList>> List(Caller caller, CancellationToken cancellation) => Ask<WebhookList>(async () =>
        WebhookRules.Read(caller.ToMember()) is { } refusal ? refusal : await Load(cancellation) ?? WebhookList.None);

    public Task<Result<Webhook>> Read(Caller caller, Guid id, CancellationToken cancellation) =>
        Ask(async () => WebhookRules.Found(await Load(cancellation), id, version: null, caller.ToMember()));

    public Task<Result<Outcome<WebhookWithSecret>>> Add(
        Caller caller, CommandId id, WebhookChoice choice, string secret, CancellationToken cancellation)
    {
        var made = CommandId.Derive($"{id.Id:D}|webhook");
        return Tell(made, Execute(
            caller, id,
            (present, _) => WebhookRules.Add(present, made, choice, secrets.Seal(Tenant, secret), caller.ToMember(), targets),
            cancellation));
    }

    public Task<Result<Outcome<Webhook>>> Change(
        Caller caller, CommandId id, Guid webhook, WebhookChoice choice, int? version, CancellationToken cancellation) =>
        Ask<Outcome<Webhook>>(async () =>
    {
        var result = await Execute(
            caller, id, (present, _) => WebhookRules.Change(present, webhook, version, choice, caller.ToMember(), targets), cancellation);
        return result.Select(effect => new Outcome<Webhook>(effect.State.Find(webhook)!, effect.Replayed));
    });

    public Task<Result<Outcome<WebhookWithSecret>>> Rotate(
        Caller caller, CommandId id, Guid webhook, string secret, int overlap, int? version, CancellationToken cancellation) =>
        Tell(webhook, Execute(
            caller, id,
            (present, now) => WebhookRules.Rotate(
                present, webhook, version, secrets.Seal(Tenant, secret), Duration.FromHours(overlap), caller.ToMember(), now),
                    cancellation));

    public Task<Result<Outcome<WebhookList>>> Remove(
        Caller caller, CommandId id, Guid webhook, int? version, CancellationToken cancellation) => Ask<Outcome<WebhookList>>(async () =>
    {
        var result = await Execute(
            caller, id, (present, _) => WebhookRules.Remove(present, webhook, version, caller.ToMember()), cancellation);
        return result.Select(effect => effect.Outcome);
    });

    public Task<Result<Outcome<WebhookList>>> Stop(
        Caller caller, CommandId id, Guid webhook, WebhookStop because, CancellationToken cancellation) =>
        Ask<Outcome<WebhookList>>(async () =>
    {
        var result = await Execute(caller, id, (present, _) => WebhookRules.Stop(present, webhook, because), cancellation);
        return result.Select(effect => effect.Outcome);
    });

    private Task<Result<Outcome<WebhookWithSecret>>> Tell(Guid webhook, Task<Result<Effect<WebhookList, WebhookListEvent>>> act) =>
        Ask<Outcome<WebhookWithSecret>>(async () => (await act).Select(effect =>
        {
            // A rehearsal leaves nothing behind that could be told.
            var told = effect.State.Find(webhook)!;
            return new Outcome<WebhookWithSecret>(new(told, secrets.Open(Tenant, told.Sealed)), effect.Replayed);
        }));
}
