namespace Helpdesk.Domain.Feed;

/// <summary>Refusals that every thing with a history shares.</summary>
public static class FeedErrors
{
    public static readonly Error Stale = new(
        ErrorKind.Stale, "stale-version", "It has changed since it was read. Read it again and repeat the change on the new version.");

    public static readonly Error Contended = new(
        ErrorKind.Conflict, "contended", "Somebody else changes this at the same moment. Try again.");

    public static readonly Error KeyReused = new(
        ErrorKind.Invalid, "idempotency-key-reused",
        "This Idempotency-Key was used for another request. Choose a new one for every command.");

    public static readonly Error Unreachable = new(
        ErrorKind.Unavailable, "storage-unavailable",
        "The record cannot be reached. Nothing is lost: repeat the request, with the same Idempotency-Key if it is a command.");
}
