using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Sla;

/// <summary>How long a target lasts, in the text form of the API: ISO 8601 with fixed units only.</summary>
public static partial class SlaDuration
{
    /// <summary>
    /// <c>PT8H</c>, <c>P3D</c> (72 hours), <c>P1W</c>, <c>P1DT12H30M</c>, with a leading minus for "before". <c>null</c>: not such a text.
    /// Whole numbers of at most nine digits.
    /// </summary>
    public static Duration? Parse(string? text)
    {
        if (text is null || Form.Match(text) is not { Success: true } match)
            return null;

        var seconds = Math.Min(Longest, Units.Sum(unit => Number(match.Groups[unit.Key]) * unit.Value));
        return Duration.FromSeconds(match.Groups["sign"].Success ? -seconds : seconds);
    }

    /// <summary>
    /// The inverse of <see cref="Parse"/>, in hours, minutes and seconds: <c>P3D</c> comes back as <c>PT72H</c>. Parts of a second are
    /// dropped.
    /// </summary>
    public static string Format(Duration duration)
    {
        var seconds = (long)duration.TotalSeconds;
        var text = new StringBuilder(seconds < 0 ? "-PT" : "PT");
        var start = text.Length;
        seconds = Math.Abs(seconds);
        Part(seconds / 3600, 'H');
        Part(seconds / 60 % 60, 'M');
        if (seconds % 60 != 0 || text.Length == start)
            text.Append(CultureInfo.InvariantCulture, $"{seconds % 60}S");
        return text.ToString();

        void Part(long count, char unit)
        {
            if (count > 0)
                text.Append(CultureInfo.InvariantCulture, $"{count}{unit}");
        }
    }

    private static long Number(Group group) => group.Success ? long.Parse(group.ValueSpan, CultureInfo.InvariantCulture) : 0;

    // Some thousand years: beyond every limit here, and within what a Duration can hold.
    private const long Longest = 100_000_000_000;

    private static readonly IReadOnlyDictionary<string, long> Units = new Dictionary<string, long>
    {
        ["weeks"] = 604_800,
        ["days"] = 86_400,
        ["hours"] = 3600,
        ["minutes"] = 60,
        ["seconds"] = 1,
    };

    [GeneratedRegex(
        """
        ^(?<sign>-)?P(?=[0-9T])
        ((?<weeks>[0-9]{1,9})W)?
        ((?<days>[0-9]{1,9})D)?
        (T(?=[0-9])
          ((?<hours>[0-9]{1,9})H)?
          ((?<minutes>[0-9]{1,9})M)?
          ((?<seconds>[0-9]{1,9})S)?
        )?\z
        """,
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Form { get; }
}
