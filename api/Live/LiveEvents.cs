namespace Helpdesk.Api.Live;

/// <summary>First of each stream.</summary>
/// <param name="Resumed">What was missed since `Last-Event-ID` follows; false: read lists now, what comes later is told.</param>
/// <param name="HeartbeatSeconds">
/// After so long without a word a `heartbeat` comes: whoever hears nothing for longer has lost the stream.
/// </param>
public sealed record LiveReadyEvent(bool Resumed, int HeartbeatSeconds);

/// <summary>What was missed is not known: read anew; what comes later is told.</summary>
public sealed record LiveResetEvent(LiveReset Reason);

/// <summary>Something happened to a ticket that this account may read.</summary>
/// <param name="Tenant">Slug; null: the tenant of the host or of the path.</param>
/// <param name="Version">As this account reads it now; a ticket that shows it already need not be read again.</param>
/// <param name="Changes">What happened, as the timeline names it; customers are told what their timeline shows.</param>
/// <param name="At">When it happened.</param>
public sealed record LiveTicketEvent(
    string? Tenant, Guid Ticket, string Number, int Version, IReadOnlyList<string> Changes, DateTimeOffset At);

/// <summary>A ticket that this account could read was deleted.</summary>
/// <param name="Tenant">Slug; null: the tenant of the host or of the path.</param>
public sealed record LiveGoneEvent(string? Tenant, Guid Ticket, DateTimeOffset At);

/// <summary>Nothing happens, and the stream is alive: an event and no comment, which no page in a browser would be told of.</summary>
public sealed record LiveHeartbeatEvent;

/// <summary>Last of a stream that may not go on.</summary>
/// <param name="Code">As a request would be refused now, such as `invalid-token`.</param>
public sealed record LiveEndEvent(string Code);

/// <summary>Somebody of the staff came to a ticket, left it, or does something else there now. For staff; it is not told again.</summary>
/// <param name="Tenant">Slug; null: the tenant of the host or of the path.</param>
/// <param name="People">Everybody who is there now.</param>
public sealed record LivePresenceEvent(string? Tenant, Guid Ticket, IReadOnlyList<PresentPerson> People);

/// <summary>The reader has read a ticket, or marked it as unread: in this window or another one, within three seconds.</summary>
/// <param name="Tenant">Slug; null: the tenant of the host or of the path.</param>
/// <param name="Unread">As `GET /tickets/{id}` says it.</param>
public sealed record LiveReadEvent(string? Tenant, Guid Ticket, bool Unread);

/// <summary>How many of the reader's own notifications are unread: soon after a stream begins, and when that changes.</summary>
/// <param name="Tenant">Slug; null: the tenant of the host or of the path.</param>
/// <param name="Unread">As `GET /notifications/items` says.</param>
public sealed record LiveNotificationEvent(string? Tenant, int Unread);
