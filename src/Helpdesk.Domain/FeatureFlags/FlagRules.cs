using System.Globalization;

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
            faults.Add(TooMany("/strategies", FlagLimits.Strategies));
        AddRequires(flag, faults);
        if (flag.ExpiresAt is { } expiry && (expiry < Earliest || expiry >= Latest))
            faults.Add(new("/expires_at", "out-of-range", "Must lie between the years 2000 and 2199."));
        return faults;
    }

    /// <returns>
    /// <c>null</c> for 1 to 100 letters (A to Z), digits, dots, hyphens and underscores that begin and end with a letter or digit.
    /// </returns>
    public static FieldError? KeyFault(string? key, string pointer)
    {
        if (key is not { Length: > 0 and <= FlagLimits.Key }
            || !key.All(IsNameLetter) || !char.IsAsciiLetterOrDigit(key[0]) || !char.IsAsciiLetterOrDigit(key[^1]))
            return new(pointer, "not-a-key",
                "Must be 1 to 100 letters, digits, dots, hyphens and underscores, with a letter or digit at both ends.");

        // The report of stale flags stands at that place in the API.
        return key == "stale" ? new(pointer, "reserved", "Is a word of the API itself.") : null;
    }

    internal static FieldError TooMany(string pointer, int most) =>
        new(pointer, "too-many", string.Create(CultureInfo.InvariantCulture, $"Must have at most {most} items."));

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
            faults.Add(new("/cms_versions", "not-a-range", "Must be a range of semantic versions, such as >=5.2.0 <6.0.0."));
    }

    private static void AddVariants(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Variants.IsEmpty)
            faults.Add(new("/variants", "required", "A flag has at least one variant."));
        if (flag.Variants.Length > FlagLimits.Variants)
            faults.Add(TooMany("/variants", FlagLimits.Variants));
        if (flag.Variants.Select(variant => variant.Value.Type).Distinct().Count() > 1)
            faults.Add(new("/variants", "mixed-types", "All variants must have values of one type."));
        foreach (var variant in flag.Variants)
            AddVariant(variant, faults);

        Add(faults, UnknownVariant(flag, flag.DefaultVariant, "/default_variant"));
        Add(faults, UnknownVariant(flag, flag.SafeVariant, "/safe_variant"));
        if (!flag.Requires.IsEmpty && flag.Variant(flag.SafeVariant) is { Value.IsTrue: true })
            faults.Add(new("/safe_variant", "safe-variant-on",
                "A flag that requires others must be off when they are: its safe variant cannot be true."));
    }

    private static void AddVariant(FlagVariant variant, List<FieldError> faults)
    {
        var pointer = DocumentNode.Under("/variants", variant.Name);
        if (variant.Name.Length is 0 or > FlagLimits.VariantName || !variant.Name.All(IsNameLetter))
            faults.Add(new(pointer, "not-a-name", "The name must be 1 to 60 letters, digits, dots, hyphens and underscores."));
        if (variant.Value.Json.Length > FlagLimits.Value)
            faults.Add(new(pointer, "too-long", string.Create(
                CultureInfo.InvariantCulture, $"Must have at most {FlagLimits.Value} characters of JSON.")));
    }

    internal static FieldError? UnknownVariant(FlagDefinition flag, string name, string pointer) =>
        flag.Variant(name) is null ? new(pointer, "unknown-variant", "Must be the name of a variant of this flag.") : null;

    private static void AddEnvironments(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Enabled.Named.Length > FlagLimits.Environments)
            faults.Add(TooMany("/enabled", FlagLimits.Environments));
        foreach (var named in flag.Enabled.Named.Where(named => !IsEnvironment(named.Name)))
            faults.Add(new(DocumentNode.Under("/enabled", named.Name), "not-a-name",
                "An environment is 1 to 30 lower-case letters, digits and hyphens."));
    }

    /// <summary>1 to 30 lower-case letters, digits and hyphens, such as <c>production</c>.</summary>
    public static bool IsEnvironment(string? name) =>
        name is { Length: > 0 and <= 30 } && name.All(
            letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static void AddRequires(FlagDefinition flag, List<FieldError> faults)
    {
        if (flag.Requires.Length > FlagLimits.Requires)
            faults.Add(TooMany("/requires", FlagLimits.Requires));

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < flag.Requires.Length; i++)
        {
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/requires/{i}");
            Add(faults, KeyFault(flag.Requires[i], pointer));
            if (!seen.Add(flag.Requires[i]))
                faults.Add(new(pointer, "duplicate", "Is named twice."));
        }
    }

    private static void Add(List<FieldError> faults, FieldError? fault)
    {
        if (fault is not null)
            faults.Add(fault);
    }
}
