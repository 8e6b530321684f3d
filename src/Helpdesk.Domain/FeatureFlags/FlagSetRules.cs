namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// What a definition must look like in its set: what it requires exists, without a circle, and it stays within the set's own rights.
/// </summary>
internal static class FlagSetRules
{
    public static Error? Refusal(FlagSet? set, string key, FlagDefinition definition, Member member, FlagSurroundings around)
    {
        var faults = new List<FieldError>();
        AddRequires(set, key, definition, around, faults);
        if (set?.Find(key) is { } present && present.Definition.Salt != definition.Salt)
            faults.Add(FieldCode.Immutable.At("/salt"));
        // Whoever stands there already may stay: who sends back what was read must not be refused because somebody has left.
        if (around.Stranger is { } stranger && definition.Owner == stranger && set?.Find(key)?.Definition.Owner != stranger)
            faults.Add(FieldCode.NotStaff.At("/owner"));
        if (member.Tenant != TenantId.Platform)
            AddTenantLimits(definition, faults);
        if (faults.Count > 0)
            return Error.Invalid(faults);

        return around.Platform?.FindActive(key) is { } above ? OverrideRefusal(above.Definition, definition) : null;
    }

    private static void AddRequires(FlagSet? set, string key, FlagDefinition definition, FlagSurroundings around, List<FieldError> faults)
    {
        if (definition.Requires.IsEmpty)
            return;

        for (var i = 0; i < definition.Requires.Length; i++)
        {
            var required = definition.Requires[i];
            var pointer = string.Create(CultureInfo.InvariantCulture, $"/requires/{i}");
            if (required == key || Ancestors(set, [required]).Contains(key))
                faults.Add(FieldCode.Cyclic.At(pointer));
            else if (set?.FindActive(required) is null && !IsOffered(around.Platform, required))
                faults.Add(FieldCode.UnknownFlag.At(pointer));
        }

        if (LongestLine(set, key, definition) > FlagLimits.Ancestors)
            faults.Add(FieldCode.TooMany.At("/requires",
                "Ein Flag darf höchstens 50 andere voraussetzen, alle zusammengezählt; dieses, oder eines darüber, hätte mehr.",
                "A flag may require at most 50 others, counted through; this one, or one that requires it, would require more."));
    }

    // A tenant must not learn by guessing which flags the platform keeps to itself.
    private static bool IsOffered(FlagSet? platform, string key) => platform?.FindActive(key) is { Definition.ServerOnly: false };

    private static int LongestLine(FlagSet? set, string key, FlagDefinition definition)
    {
        var above = Ancestors(set, definition.Requires);
        var below = set?.Active.Select(flag => Ancestors(set, flag.Definition.Requires)).Where(ancestors => ancestors.Contains(key)) ?? [];
        return below.Select(ancestors => ancestors.Union(above).Count()).Append(above.Count).Max();
    }

    private static HashSet<string> Ancestors(FlagSet? set, IEnumerable<string> required)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(required);
        while (open.TryPop(out var key))
        {
            if (!found.Add(key) || set?.FindActive(key) is not { } flag)
                continue;
            foreach (var next in flag.Definition.Requires)
                open.Push(next);
        }

        return found;
    }

    private static void AddTenantLimits(FlagDefinition definition, List<FieldError> faults)
    {
        for (var i = 0; i < definition.Strategies.Length; i++)
        {
            if (definition.Strategies[i] is FlagStrategy.Tenants)
                faults.Add(FieldCode.PlatformOnly.At(
                    string.Create(CultureInfo.InvariantCulture, $"/strategies/{i}/type"),
                    "Nur ein Flag der Plattform kann Mandanten aufzählen.",
                    "Only a flag of the platform can list tenants."));
        }

        if (definition.Overridable)
            faults.Add(FieldCode.PlatformOnly.At("/overridable",
                "Nur ein Flag der Plattform kann überschrieben werden.", "Only a flag of the platform can be overridden."));
    }

    private static Error? OverrideRefusal(FlagDefinition above, FlagDefinition definition)
    {
        if (!above.Overridable)
            return FlagErrors.BelongsToPlatform;

        var faults = new List<FieldError>();
        if (!definition.Requires.IsEmpty)
            faults.Add(FieldCode.Override.At("/requires",
                "Ein Flag, das das der Plattform überschreibt, hat dessen Voraussetzungen und keine eigenen.",
                "A flag that overrides the platform's has the platform's requirements, and none of its own."));
        if (definition.Variants is [var first, ..] && first.Value.Type != above.Variants[0].Value.Type)
            faults.Add(FieldCode.Override.At("/variants",
                "Muss Werte derselben Art haben wie das Flag der Plattform.",
                "Must have values of the type that the platform's flag has."));
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }
}
