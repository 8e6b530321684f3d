namespace Helpdesk.Domain.Categories;

/// <summary>Why something about categories, queues and teams is refused.</summary>
public static class CategoryErrors
{
    public static readonly Error KeyTaken = new(ErrorKind.Conflict, "key-taken", "Schlüssel vergeben",
        "Einen Eintrag mit diesem Schlüssel gibt es schon, vielleicht mit anderer Groß- und Kleinschreibung oder im Archiv.",
        "There is an entry with this key already, perhaps in other letters or archived.")
    { Pointer = "/key" };

    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-entries", "Liste voll",
        "Die Liste hat so viele Einträge, wie sie haben kann. Entfernen Sie solche, die niemand braucht.",
        $"A list holds at most {TicketListChanges.MostEntries} entries, archived ones included. Remove some that nobody needs.");

    public static readonly Error CategoryInUse = Used("category-in-use", "Kategorie in Gebrauch");

    public static readonly Error QueueInUse = Used("queue-in-use", "Warteschlange in Gebrauch");

    public static readonly Error TeamInUse = Used("team-in-use", "Team in Gebrauch");

    public static Error InUse(ListKind kind) => kind switch
    {
        ListKind.Category => CategoryInUse,
        ListKind.Queue => QueueInUse,
        ListKind.Team => TeamInUse,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    private static Error Used(string code, string title) => new(
        ErrorKind.Conflict, code, title,
        "Tickets tragen diesen Eintrag, oder eine Richtlinie oder eine andere Liste nennt ihn. Archivieren Sie ihn: Dann wird er nicht "
            + "mehr angeboten, und nichts geht verloren.",
        "Tickets carry this entry, or a policy or another list names it. Archive it: it is not offered any more, and nothing is lost.");

    public static FieldError Unknown(ListKind kind, string pointer) => kind switch
    {
        ListKind.Category => FieldCode.UnknownCategory.At(pointer),
        ListKind.Queue => FieldCode.UnknownQueue.At(pointer),
        ListKind.Team => FieldCode.UnknownTeam.At(pointer),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There is no code for this list."),
    };
}
