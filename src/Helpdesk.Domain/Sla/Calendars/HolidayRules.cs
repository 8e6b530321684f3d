namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// Which public holidays a calendar keeps: data of the tenant, by the law in force. Without <paramref name="State"/> and
/// <paramref name="Municipality"/> the nine nationwide days.
/// </summary>
/// <param name="Country">ISO 3166; <c>DE</c> is the only one known.</param>
/// <param name="State">The Land in two letters, such as <c>BY</c>. May be left out when <paramref name="Municipality"/> names it.</param>
/// <param name="Municipality">Official key (Amtlicher Gemeindeschlüssel), eight digits. Decides what the law leaves to places.</param>
/// <param name="AssumptionDay">Whether 15 August is kept, in Bavaria. <c>null</c>: as the key says, otherwise no.</param>
/// <param name="CorpusChristi">Whether Fronleichnam is kept, in Saxony and Thuringia. <c>null</c>: as the key says, otherwise no.</param>
public sealed record HolidayRules(
    string Country,
    string? State = null,
    string? Municipality = null,
    bool? AssumptionDay = null,
    bool? CorpusChristi = null);

/// <summary>The sixteen Länder, by their usual two letters, numbered as in official keys.</summary>
public enum Land
{
    SH = 1, HH, NI, HB, NW, HE, RP, BW, BY, SL, BE, BB, MV, SN, ST, TH,
}

/// <summary>Checked <see cref="HolidayRules"/>: where it is, and what is kept there that the law leaves to places.</summary>
/// <param name="Land"><c>null</c>: nationwide days only.</param>
public sealed record HolidayPlace(Land? Land, string? Municipality, bool AssumptionDay, bool CorpusChristi)
{
    /// <param name="rules">Without faults.</param>
    public static HolidayPlace Of(HolidayRules rules) => new(
        LandOf(rules),
        rules.Municipality,
        AssumptionDayOf(rules) ?? false,
        CorpusChristiOf(rules) ?? false);

    /// <summary>
    /// Settings without which nobody can know whether a day is kept: the law leaves it to places, and neither key nor setting tells.
    /// Such a day counts as an ordinary day; whoever edits the calendar should be asked.
    /// </summary>
    public static IReadOnlyList<string> OpenQuestions(HolidayRules rules) => LandOf(rules) switch
    {
        Calendars.Land.BY when AssumptionDayOf(rules) is null => ["assumption_day"],
        Calendars.Land.SN or Calendars.Land.TH when CorpusChristiOf(rules) is null => ["corpus_christi"],
        _ => [],
    };

    internal static IEnumerable<FieldError> Faults(HolidayRules rules, string pointer)
    {
        if (rules.Country != "DE")
        {
            yield return FieldCode.UnknownCountry.At(pointer + "/country");
            yield break;
        }

        var named = rules.State is null ? null : Parse(rules.State);
        var keyed = rules.Municipality is null ? null : OfKey(rules.Municipality);
        if (rules.State is not null && named is null)
            yield return SlaErrors.UnknownState(pointer + "/state");
        if (rules.Municipality is not null && keyed is null)
            yield return FieldCode.BadMunicipality.At(pointer + "/municipality");
        else if (named is not null && keyed is not null && named != keyed)
            yield return FieldCode.MunicipalityElsewhere.At(pointer + "/municipality");

        var land = named ?? keyed;
        if (rules.AssumptionDay is not null && land != Calendars.Land.BY)
            yield return SlaErrors.SettingWithoutMeaning(pointer + "/assumption_day", "Bayern", "Bavaria");
        if (rules.CorpusChristi is not null && land is not (Calendars.Land.SN or Calendars.Land.TH))
            yield return SlaErrors.SettingWithoutMeaning(
                pointer + "/corpus_christi", "Sachsen und Thüringen", "Saxony and Thuringia");
    }

    private static bool? AssumptionDayOf(HolidayRules rules) =>
        rules.AssumptionDay ?? MunicipalHolidays.KeepsAssumptionDay(rules.Municipality);

    private static bool? CorpusChristiOf(HolidayRules rules) =>
        rules.CorpusChristi ?? MunicipalHolidays.KeepsCorpusChristi(rules.Municipality);

    private static Land? LandOf(HolidayRules rules) => Parse(rules.State) ?? OfKey(rules.Municipality);

    private static Land? Parse(string? state) =>
        state is { Length: 2 } && char.IsAsciiLetterUpper(state[0]) && Enum.TryParse<Land>(state, out var land) ? land : null;

    // The first two digits of the key number the Länder from 01 (SH) to 16 (TH), in the order of the enum.
    private static Land? OfKey(string? key)
    {
        if (key is not { Length: 8 } || !key.All(char.IsAsciiDigit))
            return null;

        var number = (key[0] - '0') * 10 + (key[1] - '0');
        return number is >= 1 and <= 16 ? (Land)number : null;
    }
}
