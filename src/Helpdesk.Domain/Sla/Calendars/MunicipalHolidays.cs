using System.Collections.Frozen;

namespace Helpdesk.Domain.Sla.Calendars;

/// <summary>
/// What the laws of the Länder leave to places, by official municipality key. <c>null</c>: the key does not decide it
/// (it is of another Land, or the day is kept in some parts of the municipality only), so the calendar's own setting must.
/// </summary>
internal static class MunicipalHolidays
{
    /// <summary>Art. 1 Abs. 2 of the Bavarian FTG: within the city of Augsburg.</summary>
    public static bool KeepsPeaceFestival(string? municipality) => municipality == "09761000";

    public static bool? KeepsAssumptionDay(string? municipality) =>
        municipality is ['0', '9', ..] ? !AssumptionDay.NotKeptIn.Contains(municipality) : null;

    public static bool? KeepsCorpusChristi(string? municipality) => municipality switch
    {
        ['1', '4', ..] => SaxonInParts.Contains(municipality) ? null : Saxon.Contains(municipality),
        ['1', '6', ..] => ThuringianInParts.Contains(municipality) ? null : IsInEichsfeld(municipality)
            || Thuringian.Contains(municipality),
        _ => null,
    };

    /// <summary>
    /// FronleichnamsVO of 4 May 1993, https://www.revosax.sachsen.de/vorschrift/4142-FronleichnamsVO. Its annex names the municipalities of
    /// that time; here are those of today whose own namesake, and with it the town hall, is in the annex.
    /// </summary>
    private static readonly FrozenSet<string> Saxon = Keys(
        "14625080", // Crostwitz
        "14625280", // Königswartha
        "14625350", // Nebelschütz
        "14625360", // Neschwitz
        "14625440", // Panschwitz-Kuckau
        "14625460", // Puschwitz
        "14625470", // Räckelwitz
        "14625490", // Radibor
        "14625500", // Ralbitz-Rosenthal
        "14625640"); // Wittichenau

    /// <summary>Section 1 sentence 2 of the same: a place that is now part of a larger municipality keeps the day alone.</summary>
    private static readonly FrozenSet<string> SaxonInParts = Keys(
        "14625020", // Bautzen: Salzenforst-Bolbritz
        "14625150", // Göda: Prischwitz
        "14625160", // Großdubrau: Sdier
        "14625240"); // Hoyerswerda: Dörgenhausen

    /// <summary>The whole district: http://www.kreis-eic.de/feiertagsrecht.html.</summary>
    private static bool IsInEichsfeld(string municipality) => municipality.StartsWith("16061", StringComparison.Ordinal);

    /// <summary>
    /// The day is kept where it was kept in 1994, until an ordinance under section 2 (2) ThürFGtG says otherwise; there is none. Places as
    /// listed by the DGB, https://www.dgb.de/gesetzliche-feiertage-deutschland.
    /// </summary>
    private static readonly FrozenSet<string> Thuringian = Keys(
        "16063011", // Buttlar
        "16063032", // Geisa
        "16063068", // Schleid
        "16064074"); // Südeichsfeld

    /// <summary>The last three were dissolved in 2023 and 2024; their keys are still found in old data.</summary>
    private static readonly FrozenSet<string> ThuringianInParts = Keys(
        "16063015", // Dermbach: Zella/Rhön, Föhlritz, Steinberg
        "16064073", // Anrode: Bickenriede, Zella
        "16064014", // Dünwald: Beberstedt, Hüpstedt
        "16064055"); // Rodeberg: Struth

    private static FrozenSet<string> Keys(params string[] keys) => keys.ToFrozenSet(StringComparer.Ordinal);
}
