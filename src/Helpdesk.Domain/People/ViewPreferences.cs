using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Helpdesk.Domain.People;

public enum ViewTheme
{
    /// <summary>As the reader's device says.</summary>
    System,
    Light,
    Dark,
}

public enum ViewDensity
{
    Comfortable,
    Compact,
}

/// <summary>Where somebody is after they have sent an answer.</summary>
public enum AfterSending
{
    Stay,
    /// <summary>At the next ticket of the list.</summary>
    Next,
}

/// <summary>How a person wants the pages to look and to work, wherever they are signed in. Nothing else depends on it.</summary>
public sealed partial record ViewPreferences
{
    /// <summary>Inclusive, as the next three.</summary>
    public const int MostKeys = 100;
    public const int MostTips = 200;
    public const int LongestKey = 20;
    public const int LongestWord = 60;

    public static readonly ViewPreferences None = new();

    public ViewTheme Theme { get; init; }

    public ViewDensity Density { get; init; }

    public AfterSending AfterSending { get; init; }

    /// <summary>Single letters do something outside of texts. Default: they do.</summary>
    public bool LetterShortcuts { get; init; } = true;

    /// <summary>Keys that somebody chose in place of the usual ones, by the word of the act.</summary>
    public ImmutableSortedDictionary<string, string> Keys { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Hints that need not be shown again, by their words.</summary>
    public ImmutableArray<string> TipsSeen { get; init; } = [];

    /// <summary>0: nothing was chosen yet.</summary>
    public int Version { get; init; }

    public bool Same(ViewPreferences other) => (Theme, Density, AfterSending, LetterShortcuts)
        == (other.Theme, other.Density, other.AfterSending, other.LetterShortcuts)
        && Keys.SequenceEqual(other.Keys) && TipsSeen.SequenceEqual(other.TipsSeen);

    public IEnumerable<FieldError> Faults()
    {
        if (Keys.Count > MostKeys)
            yield return FieldError.TooMany("/keys", MostKeys);
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (act, key) in Keys.Take(MostKeys))
        {
            var at = Word().IsMatch(act) ? $"/keys/{act}" : "/keys";
            if (!Word().IsMatch(act))
                yield return NotAWord(at);
            else if (Text.OneLine(key, at, LongestKey) is { } fault)
                yield return fault;
            else if (!taken.Add(key))
                yield return FieldCode.Duplicate.At(at);
        }

        if (TipsSeen.Length > MostTips)
            yield return FieldError.TooMany("/tips_seen", MostTips);
        foreach (var (at, _) in TipsSeen.Take(MostTips).Index().Where(one => !Word().IsMatch(one.Item)))
            yield return NotAWord(FormattableString.Invariant($"/tips_seen/{at}"));
    }

    private static FieldError NotAWord(string pointer) => FieldCode.Format.At(pointer,
        "Muss aus 1 bis 60 kleinen Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen bestehen.",
        "Must be 1 to 60 lower-case letters, digits, dots, hyphens and underscores.");

    [GeneratedRegex(@"^[a-z0-9._-]{1,60}\z", RegexOptions.NonBacktracking)]
    private static partial Regex Word();
}

public interface IViewPreferences
{
    /// <param name="home">Where the account is at home: it looks the same wherever the person is signed in.</param>
    Task<ViewPreferences> Read(TenantId home, AccountId account, CancellationToken cancellation);

    /// <param name="version">As read, or <see cref="Versions.Any"/>.</param>
    /// <returns><c>null</c>: somebody else was first.</returns>
    Task<ViewPreferences?> Save(
        TenantId home, AccountId account, ViewPreferences preferences, int version, CancellationToken cancellation);
}
