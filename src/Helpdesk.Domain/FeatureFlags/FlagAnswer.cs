namespace Helpdesk.Domain.FeatureFlags;

/// <summary>For whom and where a flag is asked.</summary>
/// <param name="Tenant"><see cref="TenantId.Platform"/> where no municipality is concerned.</param>
/// <param name="Environment">Such as <c>production</c>.</param>
/// <param name="TargetingKey">
/// OpenFeature's: the account, or whatever a CMS calls a person. <c>null</c> or empty: none; flags that need one say so.
/// </param>
public readonly record struct FlagContext(TenantId Tenant, string Environment, string? TargetingKey);

/// <summary>Why a flag has the value it has: OpenFeature's words, and five of our own.</summary>
public enum FlagReason
{
    /// <summary>The same for everybody.</summary>
    Static,
    /// <summary>No strategy answered.</summary>
    Default,
    TargetingMatch,
    /// <summary>By bucket.</summary>
    Split,
    Cached,
    /// <summary>Off in this environment.</summary>
    Disabled,
    Unknown,
    Stale,
    Error,
    Killed,
    Expired,
    /// <summary>A flag that it requires is not on.</summary>
    ParentOff,
    /// <summary>Not in the tenant's licence, or the licence does not hold now.</summary>
    Licence,
    /// <summary>The tenant's CMS is of another version, or of an unknown one.</summary>
    Version,
}

/// <summary>OpenFeature's error codes, as far as an evaluation here can have one.</summary>
public enum FlagErrorCode
{
    None,
    FlagNotFound,
    TargetingKeyMissing,
}

/// <param name="Variant"><c>null</c>: there is no such flag; the caller's own default holds.</param>
/// <param name="IsOn">A boolean flag is true; any other serves something else than its safe variant by its own decision.</param>
public readonly record struct FlagAnswer(FlagVariant? Variant, FlagReason Reason, FlagErrorCode Error, bool IsOn)
{
    public static readonly FlagAnswer NotFound = new(null, FlagReason.Error, FlagErrorCode.FlagNotFound, false);

    public FlagValue? Value => Variant?.Value;
}

/// <summary>How reasons and codes are written: <c>TARGETING_MATCH</c>.</summary>
public static class FlagWords
{
    private static readonly string[] Reasons =
        [.. Enum.GetValues<FlagReason>().Select(reason => Words<FlagReason>.Of(reason).ToUpperInvariant())];
    private static readonly string[] Codes =
        [.. Enum.GetValues<FlagErrorCode>().Select(code => Words<FlagErrorCode>.Of(code).ToUpperInvariant())];

    public static string Word(this FlagReason reason) => Reasons[(int)reason];

    public static string Word(this FlagErrorCode code) => Codes[(int)code];
}
