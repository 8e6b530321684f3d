using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla.Calendars;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Reports;

/// <summary>Which report is asked for: period, rows, form.</summary>
/// <param name="Now">Until when histories are read, whatever the period.</param>
internal sealed record ReportAsk(
    TenantId Tenant, ReportPeriod Period, Instant Now, ReportGrouping? By, DateTimeZone Zone, bool PerPerson, bool AsCsv)
{
    private const int UsualDays = 90;
    private const int MostDays = 1_830;

    public static readonly QueryParameter[] Parameters =
    [
        QueryParameter.DayOrMoment(
            "from", "What happened from this day of the tenant on (`2026-10-01`: its time zone), or at this moment or later (with offset). "
                + $"Default: {UsualDays} days before `to`."),
        QueryParameter.DayOrMoment(
            "to", "What happened up to the end of this day of the tenant (`2026-10-31`: all of it), or before this moment (with offset). "
                + "Default, and at the latest: now.")
            with
        { Example = "2026-10-31" },
        QueryParameter.OneOf<ReportGrouping>(
            "group_by", "A row for each of these; left out: the whole only. Months are those of the tenant's time zone, and one in which "
                + "nothing happened is a row of zeros. `assignee`, and teams of fewer than five people by themselves, only where the "
                + "tenant has switched figures about single people on."),
        QueryParameter.OneOf("format", "Default as `Accept` says.", "json", "csv"),
    ];

    /// <summary>What is counted up to this moment may still change.</summary>
    public bool IsPreliminary(Instant end) => !ReportFinality.Reaches(Instant.Min(end, Period.To), Now);

    /// <exception cref="RequestRefusedException">A parameter is not valid, or the rows are not for this tenant.</exception>
    public static ReportAsk Read(HttpContext context, Instant now)
    {
        var (query, settings) = (new QueryReader(context.Request), context.Tenant().Settings);
        var zone = TimeZones.Find(settings.Zone) ?? DateTimeZone.Utc;
        var period = ReadPeriod(query, zone, now);
        var (by, format) = (query.Word<ReportGrouping>("group_by"), query.Raw("format"));
        if (format is not (null or "json" or "csv"))
            query.Fault(FieldError.UnknownWord("format", "json", "csv"));
        query.Done();

        if (ReportGroups.Refusal(by, settings.PerPersonReports) is { } refusal)
            throw new RequestRefusedException(refusal);
        context.Response.Headers.Vary = HeaderNames.Accept;
        return new(
            context.Member().Tenant, period, now, by, zone, settings.PerPersonReports,
            format == "csv" || (format is null && PrefersCsv(context.Request)));
    }

    private static ReportPeriod ReadPeriod(QueryReader query, DateTimeZone zone, Instant now)
    {
        var from = query.DayOrMoment("from", text => DayOrMoment.Begin(text, zone));
        var end = Instant.Min(query.DayOrMoment("to", text => DayOrMoment.End(text, zone)) ?? now, now);
        var start = from ?? LocalDays.After(end, -UsualDays, zone.Id);
        if (start >= end)
            query.Fault(FieldCode.OutOfRange.At("from",
                "Muss vor to liegen und nicht in der Zukunft.", "Must be earlier than to, and not in the future."));
        if (end > LocalDays.After(start, MostDays, zone.Id))
            query.Fault(FieldCode.TooLong.At("from",
                $"Ein Bericht umfasst höchstens {German.Number(MostDays)} Tage.", $"A report covers at most {MostDays} days."));
        return new(start, end);
    }

    private static bool PrefersCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault()?.MediaType.Equals(CsvTable.ContentType, StringComparison.OrdinalIgnoreCase) ?? false;
}
