namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Why an act on a flag is refused.</summary>
public static class FlagErrors
{
    public static readonly Error Exists = new(ErrorKind.Stale, "flag-exists", "Flag schon vorhanden",
        "Ein Flag mit diesem Schlüssel gibt es schon. Lesen Sie es, und ändern Sie es mit If-Match.",
        "There is a flag with this key already. Read it, and change it with If-Match.");

    public static readonly Error Forbidden = new(ErrorKind.Forbidden, "flag-admin-only", "Nur für die Verwaltung",
        "Die Flags eines Mandanten ändert nur, wer den Mandanten verwaltet.",
        "Only an admin may change the flags of a tenant.")
    { TitleEn = "Only for admins" };

    public static readonly Error BelongsToPlatform = new(ErrorKind.Conflict, "flag-belongs-to-platform", "Flag der Plattform",
        "Die Plattform hat ein Flag mit diesem Schlüssel, das Mandanten nicht überschreiben dürfen. Wählen Sie einen anderen Schlüssel.",
        "The platform has a flag with this key that tenants may not override. Choose another key.")
    { TitleEn = "The flag belongs to the platform" };

    public static readonly Error Archived = new(ErrorKind.Conflict, "flag-archived", "Flag archiviert",
        "Ein archiviertes Flag ändert sich nicht. Stellen Sie zuerst einen früheren Stand wieder her.",
        "An archived flag does not change. Restore one of its states first.");

    public static readonly Error AlreadyKilled = new(ErrorKind.Conflict, "flag-already-killed", "Notschalter schon gezogen",
        "Der Notschalter dieses Flags ist bereits gezogen.",
        "The kill switch of this flag has been pulled already.")
    { TitleEn = "The flag is off by its kill switch already" };

    public static readonly Error NotKilled = new(ErrorKind.Conflict, "flag-not-killed", "Notschalter nicht gezogen",
        "Der Notschalter dieses Flags ist nicht gezogen.",
        "The kill switch of this flag has not been pulled.")
    { TitleEn = "The kill switch is not on" };

    public static readonly Error ChangePending = new(ErrorKind.Conflict, "flag-change-pending", "Änderung wartet auf Freigabe",
        "Eine Änderung dieses Flags wartet auf die zweite Person. Geben Sie sie zuerst frei, oder lehnen Sie sie ab.",
        "A change of this flag waits for a second person. Approve or reject it first.")
    { TitleEn = "A change waits for approval" };

    public static readonly Error NothingPending = new(ErrorKind.Conflict, "flag-nothing-pending", "Keine Änderung offen",
        "Keine Änderung dieses Flags wartet auf Freigabe.",
        "No change of this flag waits for approval.")
    { TitleEn = "No change is pending" };

    public static readonly Error SamePerson = new(ErrorKind.Forbidden, "four-eyes-same-person", "Vier-Augen-Prinzip",
        "Wer eine Änderung vorschlägt, kann sie nicht selbst freigeben. Bitten Sie eine zweite Person.",
        "Who proposes a change cannot approve it. Ask a second person.")
    { TitleEn = "Somebody else must approve" };

    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-flags", "Zu viele Flags",
        "Es gibt so viele Flags, wie es geben kann. Entfernen Sie veraltete; der Bericht nennt sie.",
        $"There may be at most {FlagLimits.Flags} flags. Remove stale ones; the report names them.");

    public static readonly Error NoSuchState = new(ErrorKind.Invalid, "no-such-state", "Stand nicht vorhanden",
        "Das Flag hatte keinen Stand mit dieser Version. Der Verlauf nennt die vorhandenen.",
        "The flag never had a state of that version. The history lists those it had.")
    {
        Fields = [FieldCode.NoSuchState.At("/version")],
    };

    public static readonly Error Required = new(ErrorKind.Conflict, "flag-required", "Andere Flags hängen davon ab",
        "Andere Flags setzen dieses voraus. Ändern Sie zuerst jene; die Meldung nennt sie.",
        "Other flags require this one. Change those first.")
    { TitleEn = "Other flags require this one" };

    public static Error RequiredBy(IEnumerable<string> dependents) => Saying(string.Join(", ", dependents));

    private static Error Saying(string dependents) => Required.Saying($"Es sind: {dependents}.", $"They are: {dependents}.");
}

/// <summary>Sizes; all inclusive. Text in Unicode code points.</summary>
public static class FlagLimits
{
    public const int Flags = 5_000;
    public const int Key = 100;
    public const int Description = 2_000;
    public const int Reason = 500;
    public const int Variants = 50;
    public const int VariantName = 60;

    /// <summary>The longest value of one variant, in characters of JSON.</summary>
    public const int Value = 16_384;
    public const int Environments = 10;
    public const int Strategies = 100;
    public const int Tenants = 5_000;
    public const int Conditions = 20;
    public const int ConditionValues = 200;
    public const int Requires = 20;

    /// <summary>Flags that one requires, directly and through others.</summary>
    public const int Ancestors = 50;
    public const int Word = 100;
}
