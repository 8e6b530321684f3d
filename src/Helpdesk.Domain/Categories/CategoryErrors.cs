namespace Helpdesk.Domain.Categories;

/// <summary>Why something about categories, queues and teams is refused.</summary>
public static class CategoryErrors
{
    public static readonly Error AdminOnly = new(ErrorKind.Forbidden, "admin-only", "Only an admin may do this.");

    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error KeyTaken = new(
        ErrorKind.Conflict, "key-taken", "There is an entry with this key already, perhaps in other letters or archived.");

    public static readonly Error TooMany = new(
        ErrorKind.Conflict, "too-many-entries", $"A list holds at most {TicketListChanges.MostEntries} entries, archived ones included.");

    public static Error InUse(ListKind kind) => kind switch
    {
        ListKind.Category => new(ErrorKind.Conflict, "category-in-use", Archive),
        ListKind.Queue => new(ErrorKind.Conflict, "queue-in-use", Archive),
        _ => new(ErrorKind.Conflict, "team-in-use", Archive),
    };

    private const string Archive =
        "Tickets carry it, or a policy or another list names it. Archive it instead: then it is not offered any more, and nothing is lost.";

    public static FieldError Unknown(ListKind kind, string pointer) => new(
        pointer, $"unknown-{Words<ListKind>.Of(kind)}",
        $"Must be the key of a {Words<ListKind>.Of(kind)} of this tenant that is not archived.");
}
