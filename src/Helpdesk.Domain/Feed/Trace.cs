namespace Helpdesk.Domain.Feed;

/// <summary>When, and where from, for the history.</summary>
/// <param name="Origin">Address and door, such as <c>203.0.113.7 session</c>.</param>
public sealed record Trace(AccountId? Actor, string? Origin, Instant At);
