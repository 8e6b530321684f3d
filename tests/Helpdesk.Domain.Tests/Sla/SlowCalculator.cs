namespace Helpdesk.Domain.Tests.Sla;

/// <summary>
/// The judge of the real calculator: walks minute by minute and asks of each whether it counts. Shares nothing with it: no NodaTime, no tz
/// database (the rules of the European Union and the United States by hand), no intervals.
/// </summary>
internal sealed class SlowCalculator(
    SlowCalculator.Zone zone, IReadOnlyList<SlowCalculator.Window> week, IReadOnlyDictionary<DateOnly, (int From, int To)?> special)
{
    private const int FirstYear = 2025;

    private readonly (DateTime Summer, DateTime Winter)[] changes =
        [.. Enumerable.Range(FirstYear, 10).Select(year => Changes(zone, year))];

    internal enum Zone { Utc, Berlin, NewYork, Kolkata }

    /// <summary>Minutes of the day; To at or before From is the next morning's.</summary>
    internal readonly record struct Window(DayOfWeek Day, int From, int To);

    public DateTime Add(DateTime start, int minutes, IReadOnlyList<(DateTime From, DateTime To)> pauses)
    {
        var at = start;
        for (var counted = 0; counted < minutes; at = at.AddMinutes(1))
        {
            if (IsOpen(at) && !IsIn(pauses, at))
                counted++;
        }

        return at;
    }

    public int Between(DateTime from, DateTime to)
    {
        var counted = 0;
        for (var at = from; at < to; at = at.AddMinutes(1))
            counted += IsOpen(at) ? 1 : 0;
        return counted;
    }

    private static bool IsIn(IReadOnlyList<(DateTime From, DateTime To)> pauses, DateTime at)
    {
        foreach (var (from, to) in pauses)
        {
            if (from <= at && at < to)
                return true;
        }

        return false;
    }

    private bool IsOpen(DateTime utc)
    {
        var local = Local(utc);
        var (date, minute) = (DateOnly.FromDateTime(local), local.Hour * 60 + local.Minute);
        if (special.TryGetValue(date, out var own))
            return own is { } hours && hours.From <= minute && minute < hours.To;

        var eve = date.AddDays(-1);
        foreach (var window in week)
        {
            var overnight = window.To <= window.From;
            if (window.Day == date.DayOfWeek && window.From <= minute && (overnight || minute < window.To))
                return true;
            if (overnight && window.Day == eve.DayOfWeek && minute < window.To && !special.ContainsKey(eve))
                return true;
        }

        return false;
    }

    // When an hour comes twice, everything within it has begun and ended the first time: the second pass is as the last minute of the first
    // was.
    private DateTime Local(DateTime utc)
    {
        var (summer, winter) = changes[utc.Year - FirstYear];
        var standard = zone switch { Zone.Berlin => 60, Zone.NewYork => -300, Zone.Kolkata => 330, _ => 0 };
        var isSecondPass = winter <= utc && utc.AddHours(-1) < winter;
        var isSummer = summer <= utc && utc < winter;
        return isSecondPass ? winter.AddMinutes(standard + 59) : utc.AddMinutes(standard + (isSummer ? 60 : 0));
    }

    private static (DateTime Summer, DateTime Winter) Changes(Zone zone, int year) => zone switch
    {
        Zone.Berlin => (Sunday(year, 3, last: true, 1), Sunday(year, 10, last: true, 1)),
        Zone.NewYork => (Sunday(year, 3, last: false, 7).AddDays(7), Sunday(year, 11, last: false, 6)),
        _ => (DateTime.MaxValue, DateTime.MaxValue),
    };

    private static DateTime Sunday(int year, int month, bool last, int hourUtc)
    {
        var day = last ? new DateTime(year, month, DateTime.DaysInMonth(year, month)) : new DateTime(year, month, 1);
        while (day.DayOfWeek != DayOfWeek.Sunday)
            day = day.AddDays(last ? -1 : 1);
        return day.AddHours(hourUtc);
    }
}
