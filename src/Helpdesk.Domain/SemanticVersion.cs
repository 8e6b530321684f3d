using System.Diagnostics.CodeAnalysis;

namespace Helpdesk.Domain;

/// <summary>
/// A version as semver.org 2.0.0 writes it: <c>5.2.0-rc.1+build</c>. Build metadata is read and dropped: it has no part in the order.
/// </summary>
public sealed record SemanticVersion(int Major, int Minor, int Patch, string PreRelease = "") : IComparable<SemanticVersion>
{
    /// <summary>Longest text that is read.</summary>
    public const int Most = 100;

    /// <returns>
    /// <c>false</c> for anything but three numbers of at most nine digits without leading zeros and well-formed identifiers after them.
    /// </returns>
    public static bool TryParse(string? text, [NotNullWhen(true)] out SemanticVersion? version)
    {
        version = null;
        if (text is null || text.Length > Most)
            return false;

        var (rest, build) = Cut(text, '+');
        var (core, pre) = Cut(rest, '-');
        if (build is not null && !AreIdentifiers(build, leadingZeros: true) || pre is not null && !AreIdentifiers(pre, leadingZeros: false))
            return false;

        var numbers = core.Split('.');
        if (numbers.Length != 3 || !TryNumber(numbers[0], out var major)
            || !TryNumber(numbers[1], out var minor) || !TryNumber(numbers[2], out var patch))
            return false;

        version = new(major, minor, patch, pre ?? "");
        return true;
    }

    public int CompareTo(SemanticVersion? other)
    {
        if (other is null)
            return 1;

        var core = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return core != 0 ? core : ComparePreReleases(PreRelease, other.PreRelease);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}") + (PreRelease.Length == 0 ? "" : "-" + PreRelease);

    public static bool operator <(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SemanticVersion left, SemanticVersion right) => left.CompareTo(right) >= 0;

    private static (string Head, string? Tail) Cut(string text, char at)
    {
        var index = text.IndexOf(at);
        return index < 0 ? (text, null) : (text[..index], text[(index + 1)..]);
    }

    private static bool TryNumber(string text, out int number)
    {
        number = 0;
        return text.Length is > 0 and <= 9 && (text.Length == 1 || text[0] != '0') &&
            int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private static bool AreIdentifiers(string text, bool leadingZeros) => text.Split('.').All(identifier =>
        identifier.Length > 0 && identifier.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-') &&
        (leadingZeros || identifier.Length == 1 || identifier[0] != '0' || !identifier.All(char.IsAsciiDigit)));

    // A release is above its own pre-releases; numbers are below words; a longer list is above its own beginning.
    private static int ComparePreReleases(string left, string right)
    {
        if (left.Length == 0 || right.Length == 0)
            return (left.Length == 0).CompareTo(right.Length == 0);

        var (lefts, rights) = (left.Split('.'), right.Split('.'));
        for (var i = 0; i < Math.Min(lefts.Length, rights.Length); i++)
        {
            var order = CompareIdentifiers(lefts[i], rights[i]);
            if (order != 0)
                return order;
        }

        return lefts.Length.CompareTo(rights.Length);
    }

    private static int CompareIdentifiers(string left, string right)
    {
        var (leftIsNumber, rightIsNumber) = (left.All(char.IsAsciiDigit), right.All(char.IsAsciiDigit));
        if (leftIsNumber != rightIsNumber)
            return leftIsNumber ? -1 : 1;
        if (leftIsNumber && left.Length != right.Length)
            return left.Length.CompareTo(right.Length);

        return string.CompareOrdinal(left, right);
    }
}
