using static Helpdesk.Domain.Sla.Calendars.Land;

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>A day on which work rests by law, from midnight to midnight.</summary>
/// <param name="Key">Stable word, for programs and translations.</param>
/// <param name="Name">As the laws write it, in German.</param>
public sealed record Holiday(LocalDate Date, string Key, string Name);

/// <summary>
/// The public holidays of Germany, computed: the nine that hold everywhere, those of the Länder, and those that the law leaves to places.
/// The law in force, without its history; days that were set once for one year are listed with their year.
/// Sundays are no holidays here, though some laws (Hesse, section 1) count them: a calendar says itself whether it opens on Sundays.
/// </summary>
public static class GermanHolidays
{
    private static readonly Rule[] Rules =
    [
        new("new-year", "Neujahr", On(1, 1), Everywhere),
        new("epiphany", "Heilige Drei Könige", On(1, 6), In(BW, BY, ST)),
        new("womens-day", "Internationaler Frauentag", On(3, 8), In(BE, MV)),
        new("good-friday", "Karfreitag", Easter(-2), Everywhere),
        new("easter-sunday", "Ostersonntag", Easter(0), In(BB)),
        new("easter-monday", "Ostermontag", Easter(1), Everywhere),
        new("labour-day", "Tag der Arbeit", On(5, 1), Everywhere),
        new("liberation-day", "Tag der Befreiung", Once(2025, 5, 8), In(BE)), // Berlin, law of July 2024: both single days
        new("ascension-day", "Christi Himmelfahrt", Easter(39), Everywhere),
        new("whit-sunday", "Pfingstsonntag", Easter(49), In(BB)),
        new("whit-monday", "Pfingstmontag", Easter(50), Everywhere),
        new("corpus-christi", "Fronleichnam", Easter(60), place => place.CorpusChristi || In(BW, BY, HE, NW, RP, SL)(place)),
        new("uprising-day", "75. Jahrestag des Volksaufstands", Once(2028, 6, 17), In(BE)),
        new("peace-festival", "Augsburger Friedensfest", On(8, 8), place => MunicipalHolidays.KeepsPeaceFestival(place.Municipality)),
        new("assumption-day", "Mariä Himmelfahrt", On(8, 15), place => place.AssumptionDay || In(SL)(place)),
        new("childrens-day", "Weltkindertag", On(9, 20), In(TH)),
        new("unity-day", "Tag der Deutschen Einheit", On(10, 3), Everywhere),
        new("reformation-day", "Reformationstag", On(10, 31), In(BB, HB, HH, MV, NI, SH, SN, ST, TH)),
        new("all-saints", "Allerheiligen", On(11, 1), In(BW, BY, NW, RP, SL)),
        new("repentance-day", "Buß- und Bettag", WednesdayBefore23November, In(SN)),
        new("christmas-day", "1. Weihnachtstag", On(12, 25), Everywhere),
        new("boxing-day", "2. Weihnachtstag", On(12, 26), Everywhere),
    ];

    /// <summary>In the order of the table above, which is that of an ordinary year.</summary>
    public static IEnumerable<Holiday> In(int year, HolidayPlace place) =>
        from rule in Rules
        where rule.IsKept(place)
        let date = rule.Date(year)
        where date is not null
        select new Holiday(date.Value, rule.Key, rule.Name);

    private sealed record Rule(string Key, string Name, Func<int, LocalDate?> Date, Func<HolidayPlace, bool> IsKept);

    private static bool Everywhere(HolidayPlace place) => true;

    private static Func<HolidayPlace, bool> In(params Land[] lands) => place => place.Land is { } land && lands.Contains(land);

    private static Func<int, LocalDate?> On(int month, int day) => year => new LocalDate(year, month, day);

    private static Func<int, LocalDate?> Once(int only, int month, int day) =>
        year => year == only ? new LocalDate(year, month, day) : null;

    private static Func<int, LocalDate?> Easter(int days) => year => EasterSunday(year).PlusDays(days);

    private static LocalDate? WednesdayBefore23November(int year) => new LocalDate(year, 11, 23).Previous(IsoDayOfWeek.Wednesday);

    /// <summary>
    /// Gregorian Easter (the method of Meeus, Jones and Butcher): the Sunday after the first full moon from 21 March on, by church
    /// reckoning.
    /// </summary>
    public static LocalDate EasterSunday(int year)
    {
        var (century, ofCentury) = (year / 100, year % 100);
        var golden = year % 19;
        var moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30;
        var weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - moon - ofCentury % 4) % 7;
        var late = (golden + 11 * moon + 22 * weekday) / 451;
        var days = moon + weekday - 7 * late + 114;
        return new(year, days / 31, days % 31 + 1);
    }
}
