namespace Helpdesk.Domain.FeatureFlags;

/// <summary>Why an act on a flag is refused.</summary>
public static class FlagErrors
{
    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error Exists = new(
        ErrorKind.Stale, "flag-exists", "A flag of this key exists already. Change it with If-Match.");

    public static readonly Error Forbidden = new(ErrorKind.Forbidden, "flag-admin-only", "Only an admin may change the flags of a tenant.");

    public static readonly Error OperatorOnly = new(ErrorKind.Forbidden, "operator-only", "Only an operator of the platform may do this.");

    public static readonly Error BelongsToPlatform = new(
        ErrorKind.Conflict, "flag-belongs-to-platform", "The platform has a flag of this key that tenants may not override.");

    public static readonly Error Archived = new(
        ErrorKind.Conflict, "flag-archived", "The flag is archived. Restore one of its states first.");

    public static readonly Error AlreadyKilled = new(ErrorKind.Conflict, "flag-already-killed", "The flag is killed already.");

    public static readonly Error NotKilled = new(ErrorKind.Conflict, "flag-not-killed", "The flag is not killed.");

    public static readonly Error ChangePending = new(
        ErrorKind.Conflict, "flag-change-pending", "A change of this flag waits for approval. Approve or reject it first.");

    public static readonly Error NothingPending = new(
        ErrorKind.Conflict, "flag-nothing-pending", "No change of this flag waits for approval.");

    public static readonly Error SamePerson = new(
        ErrorKind.Forbidden, "four-eyes-same-person", "Who proposed a change cannot approve it: four eyes means a second person.");

    public static readonly Error TooMany = new(
        ErrorKind.Conflict, "too-many-flags", $"A set holds at most {FlagLimits.Flags} flags. Remove stale ones.");

    public static readonly Error NoSuchState = new(ErrorKind.Invalid, "no-such-state", "The flag has no state of that version.",
        [new("/version", "no-such-state", "Must be the version of an earlier state of this flag.")]);

    public static Error RequiredBy(IEnumerable<string> dependents) => new(
        ErrorKind.Conflict, "flag-required", $"Other flags require this one: {string.Join(", ", dependents)}. Change those first.");
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

    /// <summary>Of one variant, in characters of JSON.</summary>
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
