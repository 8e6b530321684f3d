using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Reports;

/// <summary>Which report is asked for: period, rows, form.</summary>
internal sealed record ReportAsk(TenantId Tenant, ReportPeriod Period, ReportGrouping? By, DateTimeZone Zone, bool PerPerson, bool AsCsv)
{
    private const int UsualDays = 90;
    private const int MostDays = 1_830;

    public static readonly QueryParameter[] Parameters =
    [
        QueryParameter.Moment("from", $"What happened at this moment or later. Default: {UsualDays} days before `to`."),
        QueryParameter.Moment("to", "What happened before this moment. Default, and at the latest: now."),
        QueryParameter.OneOf<ReportGrouping>(
            "group_by", "A row for each of these; left out: the whole only. Months are those of the tenant's time zone. `assignee`, "
                + "and teams of fewer than five people by themselves, only where the tenant has switched figures about single people on."),
        QueryParameter.OneOf("format", "Default as `Accept` says.", "json", "csv"),
    ];

    /// <exception cref="RequestRefusedException">A parameter is not valid, or the rows are not for this tenant.</exception>
    public static ReportAsk Read(HttpContext context, Instant now)
    {
        var query = new QueryReader(context.Request);
        var (from, to, by, format) =
            (query.Moment("from"), query.Moment("to"), query.Word<ReportGrouping>("group_by"), query.Raw("format"));
        var end = Instant.Min(to ?? now, now);
        var start = from ?? end - Duration.FromDays(UsualDays);
        if (start >= end)
            query.Fault(FieldCode.Range.At("from",
                "Muss vor to liegen und nicht in der Zukunft.", "Must be earlier than to, and not in the future."));
        if (end - start > Duration.FromDays(MostDays))
            query.Fault(FieldCode.TooLong.At("from",
                $"Ein Bericht umfasst höchstens {German.Number(MostDays)} Tage.", $"A report covers at most {MostDays} days."));
        if (format is not (null or "json" or "csv"))
            query.Fault(FieldError.UnknownWord("format", "json", "csv"));
        query.Done();

        var tenant = context.Tenant();
        if (ReportGroups.Refusal(by, tenant.Settings.PerPersonReports) is { } refusal)
            throw new RequestRefusedException(refusal);
        context.Response.Headers.Vary = HeaderNames.Accept;
        return new(
            context.Member().Tenant, new(start, end), by, TimeZones.Find(tenant.Settings.Zone)
                ?? DateTimeZone.Utc, tenant.Settings.PerPersonReports,
            format == "csv" || (format is null && PrefersCsv(context.Request)));
    }

    private static bool PrefersCsv(HttpRequest request) => request.GetTypedHeaders().Accept
        .OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault()?.MediaType.Equals(CsvTable.ContentType, StringComparison.OrdinalIgnoreCase) ?? false;
}
