using System.Globalization;
using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>
/// Against dates published for 2025 to 2028 (kalender-365.eu, kalender-online.com, payback.de), not against the code's own arithmetic.
/// </summary>
public sealed class GermanHolidaysTests
{
    private static readonly string[] Everywhere =
        ["new-year", "good-friday", "easter-monday", "labour-day", "ascension-day", "whit-monday", "unity-day",
            "christmas-day", "boxing-day"];

    private static readonly Dictionary<string, string[]> OfState = new()
    {
        ["BW"] = ["epiphany", "corpus-christi", "all-saints"],
        ["BY"] = ["epiphany", "corpus-christi", "all-saints"],
        ["BE"] = ["womens-day"],
        ["BB"] = ["easter-sunday", "whit-sunday", "reformation-day"],
        ["HB"] = ["reformation-day"],
        ["HH"] = ["reformation-day"],
        ["HE"] = ["corpus-christi"],
        ["MV"] = ["womens-day", "reformation-day"],
        ["NI"] = ["reformation-day"],
        ["NW"] = ["corpus-christi", "all-saints"],
        ["RP"] = ["corpus-christi", "all-saints"],
        ["SL"] = ["corpus-christi", "assumption-day", "all-saints"],
        ["SN"] = ["reformation-day", "repentance-day"],
        ["ST"] = ["epiphany", "reformation-day"],
        ["SH"] = ["reformation-day"],
        ["TH"] = ["childrens-day", "reformation-day"],
    };

    private static readonly Dictionary<string, string> Fixed = new()
    {
        ["new-year"] = "01-01",
        ["epiphany"] = "01-06",
        ["womens-day"] = "03-08",
        ["labour-day"] = "05-01",
        ["assumption-day"] = "08-15",
        ["childrens-day"] = "09-20",
        ["unity-day"] = "10-03",
        ["reformation-day"] = "10-31",
        ["all-saints"] = "11-01",
        ["christmas-day"] = "12-25",
        ["boxing-day"] = "12-26",
    };

    private static readonly Dictionary<int, Dictionary<string, string>> Movable = new()
    {
        [2025] = Dates("04-18", "04-20", "04-21", "05-29", "06-08", "06-09", "06-19", "11-19"),
        [2026] = Dates("04-03", "04-05", "04-06", "05-14", "05-24", "05-25", "06-04", "11-18"),
        [2027] = Dates("03-26", "03-28", "03-29", "05-06", "05-16", "05-17", "05-27", "11-17"),
        [2028] = Dates("04-14", "04-16", "04-17", "05-25", "06-04", "06-05", "06-15", "11-22"),
    };

    public static TheoryData<string, int> StatesAndYears()
    {
        var data = new TheoryData<string, int>();
        foreach (var state in OfState.Keys)
        {
            foreach (var year in Movable.Keys)
                data.Add(state, year);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(StatesAndYears))]
    public void Every_land_keeps_its_days_and_no_others(string state, int year)
    {
        var expected = Everywhere.Concat(OfState[state])
            .Select(key => $"{year}-{(Movable[year].TryGetValue(key, out var day) ? day : Fixed[key])} {key}").ToList();
        if (state == "BE" && year == 2025)
            expected.Add("2025-05-08 liberation-day");
        if (state == "BE" && year == 2028)
            expected.Add("2028-06-17 uprising-day");

        Kept(year, new("DE", state)).ShouldBe(expected, ignoreOrder: true);
    }

    [Fact]
    public void Without_a_land_there_are_the_nine_nationwide_days() =>
        Kept(2026, new("DE")).Select(day => day[11..]).ShouldBe(Everywhere, ignoreOrder: true);

    [Fact]
    public void Every_land_is_in_the_table() => OfState.Keys.ShouldBe(Enum.GetNames<Land>(), ignoreOrder: true);

    [Theory]
    [InlineData(1818, "03-22")]
    [InlineData(1943, "04-25")]
    [InlineData(1954, "04-18")]
    [InlineData(1981, "04-19")]
    [InlineData(2000, "04-23")]
    [InlineData(2008, "03-23")]
    [InlineData(2038, "04-25")]
    [InlineData(2049, "04-18")]
    [InlineData(2076, "04-19")]
    [InlineData(2100, "03-28")]
    public void Easter_is_right_in_the_years_in_which_short_formulas_fail(int year, string date) =>
        GermanHolidays.EasterSunday(year).ShouldBe(Date($"{year}-{date}"));

    [Theory]
    [InlineData("BY", "09761000", true)] // Augsburg
    [InlineData("BY", "09162000", true)] // München
    [InlineData("BY", "09663000", true)] // Würzburg
    [InlineData("BY", "09362000", true)] // Regensburg
    [InlineData("BY", "09161000", true)] // Ingolstadt
    [InlineData("BY", "09461000", true)] // Bamberg
    [InlineData("BY", "09572132", true)] // Herzogenaurach
    [InlineData("BY", "09564000", false)] // Nürnberg
    [InlineData("BY", "09563000", false)] // Fürth
    [InlineData("BY", "09562000", false)] // Erlangen
    [InlineData("BY", "09674223", false)] // Ermershausen
    [InlineData("BY", "09371116", false)] // Birgland
    [InlineData("BY", "09572115", true)] // Baiersdorf: since 2025
    [InlineData("BY", "09678176", true)] // Schwebheim: since 2025
    [InlineData("BY", "09473165", false)] // Seßlach: until 2024
    [InlineData("BY", "09477139", false)] // Marktschorgast: until 2024
    [InlineData("SL", "10041100", true)] // Saarbrücken
    [InlineData("NW", "05315000", false)] // Köln
    public void Assumption_day_is_kept_where_more_catholics_live_by_the_census_of_2022(string state, string municipality, bool kept)
    {
        Keeps("assumption-day", new("DE", state, municipality)).ShouldBe(kept);
        // 15 August 2025 is a Friday, 15 August 2028 a Tuesday.
        foreach (var date in new[] { "2025-08-15", "2028-08-15" })
            Office.In(state, municipality).Compiled().Between(At(date + " 00:00"), At(date + " 23:00")).ShouldBe(
                kept ? Duration.Zero : Hours(9));
    }

    [Fact]
    public void The_table_of_assumption_day_has_the_published_numbers()
    {
        // 1,708 of 2,056 keep it. Of 226, 214, 210, 308 and 340 municipalities these shares kept it before 2025 (BR, 13 August 2020):
        // 96.0, 46.3, 18.1, 87.0 and 95.3 %; in 2025 Upper Franconia lost two and won one, and 2, 1 and 2 others won.
        AssumptionDay.NotKeptIn.Count.ShouldBe(2056 - 1708);
        int Of(string region) => AssumptionDay.NotKeptIn.Count(key => key.StartsWith(region, StringComparison.Ordinal));
        (Of("091"), Of("092")).ShouldBe((0, 0));
        Share(226, Of("093")).ShouldBe(96.0);
        Share(214, Of("094") - 2 + 1).ShouldBe(46.3);
        Share(210, Of("095") + 2).ShouldBe(18.1);
        Share(308, Of("096") + 1).ShouldBe(87.0);
        Share(340, Of("097") + 2).ShouldBe(95.3);
        Of("096").ShouldBe(39);
        AssumptionDay.NotKeptIn.ShouldAllBe(key => key.Length == 8 && key.All(char.IsAsciiDigit));

        static double Share(int all, int without) => Math.Round(100.0 * (all - without) / all, 1);
    }

    [Theory]
    [InlineData("SN", "14625080", true)] // Crostwitz
    [InlineData("SN", "14625640", true)] // Wittichenau
    [InlineData("SN", "14612000", false)] // Dresden
    [InlineData("TH", "16061045", true)] // Heiligenstadt
    [InlineData("TH", "16063032", true)] // Geisa
    [InlineData("TH", "16051000", false)] // Erfurt
    [InlineData("BB", "12054000", false)] // Potsdam
    public void Corpus_christi_is_kept_in_some_places_of_saxony_and_thuringia(string state, string municipality, bool kept) =>
        Keeps("corpus-christi", new("DE", state, municipality)).ShouldBe(kept);

    [Fact]
    public void The_peace_festival_is_kept_in_augsburg_only()
    {
        Keeps("peace-festival", new("DE", "BY", "09761000")).ShouldBeTrue();
        Keeps("peace-festival", new("DE", "BY", "09772000")).ShouldBeFalse();
        Keeps("peace-festival", new("DE", "BY")).ShouldBeFalse();
    }

    [Fact]
    public void A_setting_comes_before_the_key()
    {
        Keeps("assumption-day", new("DE", "BY", "09564000", AssumptionDay: true)).ShouldBeTrue();
        Keeps("assumption-day", new("DE", "BY", "09162000", AssumptionDay: false)).ShouldBeFalse();
        Keeps("corpus-christi", new("DE", "SN", "14625020", CorpusChristi: true)).ShouldBeTrue();
        Keeps("corpus-christi", new("DE", "TH", CorpusChristi: true)).ShouldBeTrue();
    }

    [Fact]
    public void A_key_names_its_land() => Kept(2026, new("DE", null, "09162000")).ShouldBe(Kept(2026, new("DE", "BY", "09162000")));

    [Theory]
    [InlineData("BY", null, "assumption_day")]
    [InlineData("BY", "09162000", null)]
    [InlineData("SN", null, "corpus_christi")]
    [InlineData("SN", "14625020", "corpus_christi")] // Bautzen: in Salzenforst-Bolbritz only
    [InlineData("TH", "16063015", "corpus_christi")] // Dermbach: in parts
    [InlineData("NW", null, null)]
    [InlineData(null, null, null)]
    public void What_neither_key_nor_setting_decides_is_an_open_question_and_an_ordinary_day(
        string? state, string? municipality, string? question)
    {
        var rules = new HolidayRules("DE", state, municipality);

        HolidayPlace.OpenQuestions(rules).ShouldBe(question is null ? [] : [question]);
        if (question is not null)
            Keeps(question.Replace('_', '-'), rules).ShouldBeFalse();
    }

    private static bool Keeps(string key, HolidayRules rules) =>
        Kept(2026, rules).Any(day => day.EndsWith(" " + key, StringComparison.Ordinal));

    private static List<string> Kept(int year, HolidayRules rules) =>
        [.. GermanHolidays.In(year, HolidayPlace.Of(rules)).Select(
            day => $"{day.Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} {day.Key}")];

    private static Dictionary<string, string> Dates(params string[] dates) =>
        new[] { "good-friday", "easter-sunday", "easter-monday", "ascension-day", "whit-sunday", "whit-monday", "corpus-christi",
            "repentance-day" }
            .Zip(dates).ToDictionary(pair => pair.First, pair => pair.Second);
}
