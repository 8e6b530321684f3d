namespace Helpdesk.Domain.Feed;

/// <summary>Refusals that every thing with a history shares.</summary>
public static class FeedErrors
{
    public static readonly Error Stale = new(ErrorKind.Stale, "stale-version", "Inzwischen geändert",
        "Jemand hat es seit dem Lesen geändert. Lesen Sie die neue Version und wiederholen Sie Ihre Änderung darauf.",
        "It has been changed since it was read. Read the new version and repeat your change on it.")
    { TitleEn = "Changed in the meantime" };

    public static readonly Error Contended = new(ErrorKind.Conflict, "contended", "Gleichzeitig geändert",
        "Mehrere ändern dies im selben Augenblick. Versuchen Sie es noch einmal.",
        "Several change this at the same moment. Try again.")
    { TitleEn = "Changed at the same time" };

    public static readonly Error KeyReused = new(ErrorKind.Invalid, "idempotency-key-reused", "Idempotency-Key schon verwendet",
        "Dieser Schlüssel gehörte zu einer anderen Anfrage. Wählen Sie für jeden Befehl einen neuen.",
        "This Idempotency-Key was used for another request. Choose a new one for every command.")
    { TitleEn = "The Idempotency-Key was used before" };

    public static readonly Error Unreachable = new(ErrorKind.Unavailable, "storage-unavailable", "Datenbank nicht erreichbar",
        "Die Datenbank antwortet gerade nicht. Es geht nichts verloren: Wiederholen Sie die Anfrage, Befehle mit demselben "
            + "Idempotency-Key.",
        "The database does not answer at the moment. Nothing is lost: repeat the request, commands with the same Idempotency-Key.")
    { TitleEn = "The database cannot be reached" };

    public static readonly Error Locked = new(ErrorKind.Unavailable, "record-locked", "Gerade in Bearbeitung",
        "Ein anderer Vorgang hält diesen Datensatz seit mehreren Sekunden fest; es wurde nichts geändert. Versuchen Sie es nach der Zeit "
            + "in Retry-After noch einmal.",
        "Something else has been holding this record for several seconds; nothing was changed. Try again after the time in Retry-After.")
    { TitleEn = "Being worked on" };

    /// <summary>
    /// The end of every <see cref="CommandId.IsIncomplete"/> command in which nothing else is wrong; no client sees it.
    /// </summary>
    public static Error OnlyJudged => Error.Invalid();

    /// <summary>What callers are told.</summary>
    public static Error Of(StorageException failure) => failure.IsLocked ? Locked : Unreachable;

    public static readonly Error StateUnreadable = new(ErrorKind.Unavailable, "state-unreadable", "Gespeicherter Stand nicht lesbar",
        "Was hierzu gespeichert ist, kann diese Version des Programms nicht lesen. Der Betrieb sieht es in seiner Liste; alles andere "
            + "läuft weiter.",
        "What is stored about this cannot be read by this version of the program. Operators see it in their list; everything else "
            + "goes on.")
    { TitleEn = "The stored state cannot be read", RetryAfter = TimeSpan.FromMinutes(1) };

    public static readonly Error StillUnreadable = new(ErrorKind.Conflict, "still-unreadable", "Weiterhin nicht lesbar",
        "Der gespeicherte Stand ist noch immer nicht lesbar; der Eintrag bleibt in der Liste. Die nächste Änderung daran schreibt ihn neu, "
            + "sonst muss die Zeile in der Datenbank berichtigt werden.",
        "The stored state still cannot be read; the item stays in the list. The next change of the thing writes it anew, else the row in "
            + "the database must be corrected.")
    { TitleEn = "Still unreadable" };
}
