using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Domain.FeatureFlags;

/// <summary>
/// Which versions are meant, such as <c>&gt;=5.2.0 &lt;6.0.0 || ^7.1.0</c>: comparisons with <c>&gt;= &gt; &lt; &lt;= =</c>, joined by a
/// space (and) or <c>||</c> (or); <c>^</c> up to the next breaking version, <c>~</c> up to the next minor one. Pre-releases take part in
/// plain version order.
/// </summary>
public sealed class VersionRange
{
    /// <summary>Longest text that is read.</summary>
    public const int Most = 200;

    private readonly ImmutableArray<ImmutableArray<Bound>> alternatives;

    private VersionRange(string text, ImmutableArray<ImmutableArray<Bound>> alternatives) =>
        (Text, this.alternatives) = (text, alternatives);

    public string Text { get; }

    public static bool TryParse(string? text, [NotNullWhen(true)] out VersionRange? range)
    {
        range = null;
        if (string.IsNullOrWhiteSpace(text) || text.Length > Most)
            return false;

        var alternatives = ImmutableArray.CreateBuilder<ImmutableArray<Bound>>();
        foreach (var alternative in text.Split("||"))
        {
            var bounds = ImmutableArray.CreateBuilder<Bound>();
            foreach (var term in alternative.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (!TryAdd(term, bounds))
                    return false;
            }

            if (bounds.Count == 0)
                return false;
            alternatives.Add(bounds.ToImmutable());
        }

        range = new(text, alternatives.ToImmutable());
        return true;
    }

    public bool Contains(SemanticVersion version)
    {
        foreach (var bounds in alternatives)
        {
            if (HoldsAll(bounds, version))
                return true;
        }

        return false;
    }

    private static bool HoldsAll(ImmutableArray<Bound> bounds, SemanticVersion version)
    {
        foreach (var bound in bounds)
        {
            if (!bound.Holds(version))
                return false;
        }

        return true;
    }

    private static bool TryAdd(string term, ImmutableArray<Bound>.Builder bounds)
    {
        var sign = new string([.. term.TakeWhile(letter => letter is '<' or '>' or '=' or '^' or '~')]);
        if (!SemanticVersion.TryParse(term[sign.Length..], out var version))
            return false;
        if (sign is not ("" or "=" or ">" or ">=" or "<" or "<=" or "^" or "~"))
            return false;

        if (sign is not ("^" or "~"))
        {
            bounds.Add(new(sign is "" ? "=" : sign, version));
            return true;
        }

        bounds.Add(new(">=", version));
        // "-0" is the lowest pre-release: 6.0.0-rc.1 is already the breaking version.
        bounds.Add(new("<", (sign == "^" ? NextBreaking(version) : new(version.Major, version.Minor + 1, 0)) with { PreRelease = "0" }));
        return true;
    }

    // Below 1.0.0 the leftmost number that is not zero is the breaking one.
    private static SemanticVersion NextBreaking(SemanticVersion version) => version switch
    {
        { Major: > 0 } => new(version.Major + 1, 0, 0),
        { Minor: > 0 } => new(0, version.Minor + 1, 0),
        _ => new(0, 0, version.Patch + 1),
    };

    private sealed record Bound(string Sign, SemanticVersion Version)
    {
        public bool Holds(SemanticVersion version)
        {
            var order = version.CompareTo(Version);
            return Sign switch
            {
                ">" => order > 0,
                ">=" => order >= 0,
                "<" => order < 0,
                "<=" => order <= 0,
                _ => order == 0,
            };
        }
    }
}
