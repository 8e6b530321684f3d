namespace Helpdesk.Domain.FeatureFlags;

/// <summary>What a flag must look like by itself. Gathers every fault, with pointers into its <see cref="FlagDocument"/>.</summary>
public static class FlagRules
{
    private static readonly Instant Earliest = Instant.FromUtc(2000, 1, 1, 0, 0);
    private static readonly Instant Latest = Instant.FromUtc(2200, 1, 1, 0, 0);

    public static IReadOnlyList<FieldError> Faults(FlagDefinition flag)
    {
        var faults = new List<FieldError>();
        AddTexts(flag, faults);
        AddVariants(flag, faults);
        AddEnvironments(flag, faults);
        for (var i = 0; i < flag.Strategies.Length; i++)
            AddStrategy(flag.Strategies[i], flag, string.Create(CultureInfo.InvariantCulture, $"/strategies/{i}"), faults);
        if (flag.Strategies.Length > FlagLimits.Strategies)
            faults.Add(FieldError.TooMany("/strategies", FlagLimits.Strategies));
        AddRequires(flag, faults);
        if (flag.ExpiresAt is { } expiry && (expiry < Earliest || expiry >= Latest))
            faults.Add(FieldError.OutOfYears("/expires_at", 2000, 2199));
        return faults;
    }

    /// <returns>
    /// <c>null</c> for 1 to 100 letters (A to Z), digits, dots, hyphens and underscores that begin and end with a letter or digit.
    /// </returns>
    public static FieldError? KeyFault(string? key, string pointer)
    {
        if (key is not { Length: > 0 and <= FlagLimits.Key }
            || !key.All(IsNameLetter) || !char.IsAsciiLetterOrDigit(key[0]) || !char.IsAsciiLetterOrDigit(key[^1]))
            return FieldCode.NotAKey.At(pointer);

        // The report of stale flags stands at that place in the API.
        return key == "stale"
            ? FieldCode.Reserved.At(pointer, "Ist ein Wort der Schnittstelle selbst.", "Is a word of the API itself.") : null;
    }

    /// <param name="reason"><c>null</c>: nobody gave one.</param>
    public static FieldError? ReasonFault(string? reason) =>
        reason is null ? null : Text.OneLine(reason, "/reason", FlagLimits.Reason);

    private static bool IsNameLetter(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '.' or '-' or '_';

    private static void AddStrategy(FlagStrategy strategy, FlagDefinition flag, string pointer, List<FieldError> faults)
    {
        strategy.Check(flag, pointer, faults);
        for (var i = 0; i < strategy.Where.Length; i++)
            FlagConditionRules.Add(strategy.Where[i], string.Create(CultureInfo.InvariantCulture, $"{pointer}/where/{i}"), faults);
    }

    private static void AddTexts(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Description.Length > 0)
            Add(faults, Text.Body(flag.Description, "/description", FlagLimits.Description));
        if (flag.Entitlement is { } entitlement)
            Add(faults, Text.OneLine(entitlement, "/entitlement", FlagLimits.Word));
        if (flag.Salt.Length > 0)
            Add(faults, Text.OneLine(flag.Salt, "/salt", FlagLimits.Word + FlagLimits.Key));
        if (flag.CmsVersions is { } versions && !VersionRange.TryParse(versions, out _))
            faults.Add(FieldCode.NotARange.At("/cms_versions"));
    }

    private static void AddVariants(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Variants.IsEmpty)
            faults.Add(FieldCode.Required.At("/variants", "Ein Flag hat mindestens eine Variante.", "A flag has at least one variant."));
        if (flag.Variants.Length > FlagLimits.Variants)
            faults.Add(FieldError.TooMany("/variants", FlagLimits.Variants));
        if (flag.Variants.Select(variant => variant.Value.Type).Distinct().Count() > 1)
            faults.Add(FieldCode.MixedTypes.At("/variants"));
        foreach (var variant in flag.Variants)
            AddVariant(variant, faults);

        Add(faults, UnknownVariant(flag, flag.DefaultVariant, "/default_variant"));
        Add(faults, UnknownVariant(flag, flag.SafeVariant, "/safe_variant"));
        if (!flag.Requires.IsEmpty && flag.Variant(flag.SafeVariant) is { Value.IsTrue: true })
            faults.Add(FieldCode.SafeVariantOn.At("/safe_variant"));
    }

    private static void AddVariant(FlagVariant variant, List<FieldError> faults)
    {
        var pointer = DocumentNode.Under("/variants", variant.Name);
        if (variant.Name.Length is 0 or > FlagLimits.VariantName || !variant.Name.All(IsNameLetter))
            faults.Add(FieldCode.NotAName.At(pointer));
        if (variant.Value.Json.Length > FlagLimits.Value)
            faults.Add(FieldError.TooLong(pointer, FlagLimits.Value));
    }

    internal static FieldError? UnknownVariant(FlagDefinition flag, string name, string pointer) =>
        flag.Variant(name) is null ? FieldCode.UnknownVariant.At(pointer) : null;

    private static void AddEnvironments(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Enabled.Named.Length > FlagLimits.Environments)
            faults.Add(FieldError.TooMany("/enabled", FlagLimits.Environments));
        foreach (var named in flag.Enabled.Named.Where(named => !IsEnvironment(named.Name)))
            faults.Add(NotAnEnvironment(DocumentNode.Under("/enabled", named.Name)));
    }

    /// <summary>1 to 30 lower-case letters, digits and hyphens, such as <c>production</c>.</summary>
    public static bool IsEnvironment(string? name) =>
        name is { Length: > 0 and <= 30 } && name.All(
            letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    public static FieldError NotAnEnvironment(string pointer) => FieldCode.NotAName.At(
        pointer, "Eine Umgebung besteht aus 1 bis 30 kleinen Buchstaben, Ziffern und Bindestrichen.",
        "An environment is 1 to 30 lower-case letters, digits and hyphens.");

    private static void AddRequires(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Requires.Length > FlagLimits.Requires)
            faults.Add(FieldError.TooMany("/requires", FlagLimits.Requires));

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < flag.Requires.Length; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/requires/{i}");
            Add(faults, KeyFault(flag.Requires[i], pointer));
            if (!seen.Add(flag.Requires[i]))
                faults.Add(FieldCode.Duplicate.At(pointer));
        }
    }

    private static void Add(List<FieldError> faults, FieldError? fault)
    {
        if (fault is not null)
            faults.Add(fault);
    }
}
