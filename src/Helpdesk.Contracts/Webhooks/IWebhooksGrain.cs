using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Contracts.Webhooks;

/// <summary>The webhooks of a municipality. Admins only, but for the platform itself. Key: <c>{tenant:D}</c>.</summary>
[Alias("IWebhooksGrain")]
public interface IWebhooksGrain : IGrainWithStringKey
{
    [Alias("List")]
    Task<Result<WebhookList>> List(Caller caller, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<Webhook>> Read(Caller caller, Guid id, CancellationToken cancellation);

    /// <param name="secret">What is to sign; a repetition is told the one that was taken the first time.</param>
    [Alias("Add")]
    Task<Result<Outcome<WebhookWithSecret>>> Add(
        Caller caller, CommandId id, WebhookChoice choice, string secret, CancellationToken cancellation);

    /// <param name="version">As read.</param>
    [Alias("Change")]
    Task<Result<Outcome<Webhook>>> Change(
        Caller caller, CommandId id, Guid webhook, WebhookChoice choice, int? version, CancellationToken cancellation);

    /// <summary>A new secret; the one of now signs as well until the overlap is over.</summary>
    /// <param name="overlap">In hours of 60 minutes; 0: it signs no more.</param>
    [Alias("Rotate")]
    Task<Result<Outcome<WebhookWithSecret>>> Rotate(
        Caller caller, CommandId id, Guid webhook, string secret, int overlap, int? version, CancellationToken cancellation);

    [Alias("Remove")]
    Task<Result<Outcome<WebhookList>>> Remove(Caller caller, CommandId id, Guid webhook, int? version, CancellationToken cancellation);

    /// <summary>The platform stops one that is of no use any more. Admins are told.</summary>
    [Alias("Stop")]
    Task<Result<Outcome<WebhookList>>> Stop(
        Caller caller, CommandId id, Guid webhook, WebhookStop because, CancellationToken cancellation);
}
