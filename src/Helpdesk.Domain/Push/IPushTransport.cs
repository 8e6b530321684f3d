namespace Helpdesk.Domain.Push;

/// <summary>Brings a note to a push service (RFC 8030), encrypted so that only the browser reads it (RFC 8291).</summary>
public interface IPushTransport
{
    Task<PushAnswer> Send(PushTarget to, PushNote note, PushKey key, Instant now, CancellationToken cancellation);
}
