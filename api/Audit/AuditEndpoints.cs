using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Audit;
using Helpdesk.Domain.Audit;

namespace Helpdesk.Api.Audit;

/// <summary>Who did what, when, from where: a tenant's admins see their own log, operators at the console the platform's.</summary>
internal static class AuditEndpoints
{
    private const int MostKinds = 20;

    private static readonly QueryParameter After =
        QueryParameter.Text(
            "after", "Number of the entry behind which to begin, to go on where a verification ended. Default 0: the first.", 19)
            with
        { Example = "0" };

    private static readonly QueryParameter Head = QueryParameter.Text(
        "head", "A head that was noted down, `NUMBER:HASH`; it must be in the chain still.", 90) with
    { Example = "17:6f1ed002ab5595859014ebf0951522d9a5b0d3c53f2a8b7d0c6e4e1f9a7b3c2d" };

    private const string Whole =
        "Everything up to the moment of the request, oldest first; what happens later is not in it. Whether the caller may still have it "
            + "is asked again for every thousand entries.";

    private static readonly QueryParameter[] Filters =
    [
        QueryParameter.Id("actor", "Acts of this account or API key."),
        QueryParameter.Text(
            "kind", "Kinds, such as `membership.role_changed`, or their first words, such as `membership`; several by commas."),
        QueryParameter.Id("subject", "What happened to this ticket, account, key, …"),
        QueryParameter.DayOrMoment("from", "Not before: a moment, inclusive, or a day of the tenant, from its midnight on."),
        QueryParameter.DayOrMoment("to", "Before: a moment, exclusive, or the last day, which counts to its end."),
    ];

    public static RouteGroupBuilder MapAudit(this RouteGroupBuilder group)
    {
        var audit = group.MapGroup("/audit").WithTags("Audit").RequireRole(Role.Admin);
        audit.MapGet("", List).Named("ListAudit").Takes([.. Filters, QueryParameter.Limit, QueryParameter.Cursor])
            .Answers<AuditListResponse>();
        audit.MapGet("/export.csv", ExportCsv).Named("ExportAuditAsCsv").Takes(Filters).Heavy()
            .AnswersFile<string>(CsvTable.ContentType, $"{Whole} {CsvStream.Meaning}");
        audit.MapGet("/export.json", ExportJson).Named("ExportAuditAsJson").Takes(Filters).Heavy()
            .AnswersFile<AuditEntryResponse[]>("application/json", $"{Whole} {JsonStream.Meaning}");
        audit.MapGet("/verification", Verify).Named("VerifyAudit").Takes(After, Head).Heavy().Answers<AuditVerificationResponse>();
        return group;
    }

    private static async Task<IResult> List(HttpContext context, IAuditTrail trail, Cursors cursors)
    {
        var reader = new QueryReader(context.Request);
        var query = Read(reader, context);
        var limit = reader.Limit();
        var list = $"audit|{query.Actor}|{string.Join(',', query.Kinds)}|{query.Subject}|{query.From}|{query.To}";
        var place = reader.Cursor<PlaceText<long>>(cursors, list);
        reader.Done();

        var after = place is null ? null : new AuditPlace(place.At, place.Entry);
        var found = await trail.Find(query, after, limit + 1, context.RequestAborted);
        var items = found.Take(limit).ToList();
        return Json.Ok(new AuditListResponse(
            [.. items.Select(AuditEntryResponse.Of)], found.Count > limit
                ? cursors.Seal(context, list, PlaceText<long>.Of(items[^1].Place.At, items[^1].Place.Position)) : null));
    }

    private static async Task<IResult> ExportCsv(Ask ask, IAuditTrail trail, StandingRight right, TimeProvider time)
    {
        var (pages, refusal) = await Export(ask, "csv", trail, right, time);
        return refusal is not null ? refusal : new CsvStream("audit.csv", AuditTable.Columns, AuditTable.Rows(pages!));
    }

    private static async Task<IResult> ExportJson(Ask ask, IAuditTrail trail, StandingRight right, TimeProvider time)
    {
        var (pages, refusal) = await Export(ask, "json", trail, right, time);
        return refusal is not null ? refusal : new JsonStream<AuditEntryResponse>("audit.json", pages!.Select(AuditEntryResponse.Of));
    }

    // In the history before the first line leaves: a copy that was begun is a copy that was taken. What happens from now on, this act
    // included, is not in it: else it would never end where much happens.
    private static async Task<(IAsyncEnumerable<AuditEntry>? Entries, IResult? Refusal)> Export(
        Ask ask, string format, IAuditTrail trail, StandingRight right, TimeProvider time)
    {
        var (reader, now) = (new QueryReader(ask.Context.Request), time.Now());
        var query = Read(reader, ask.Context);
        reader.Done();
        var filters = ask.Context.Request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString());
        var noted = await ask.Grain<IAuditGrain>().NoteExport(
            ask.Caller, Commands.Aside("export"), format, filters, ask.Aborted);
        var asked = query with { To = query.To < now ? query.To : now };
        return noted.Refusal is { } refusal
            ? (null, Problems.Of(refusal))
            : (right.While(ask.Context, trail.Pages(asked, ask.Aborted)), null);
    }

    private static async Task<IResult> Verify(HttpContext context, IAuditChain chain)
    {
        var reader = new QueryReader(context.Request);
        var (after, noted) = (reader.Raw("after"), reader.Raw("head"));
        var number = 0L;
        if (after is not null && !long.TryParse(after, NumberStyles.None, CultureInfo.InvariantCulture, out number))
            reader.Fault(FieldCode.OutOfRange.At("after", "Muss eine ganze Zahl ab 0 sein.", "Must be a whole number from 0 on."));
        var head = AuditHead.Parse(noted);
        if (noted is not null && head is null)
            reader.Fault(FieldCode.Format.At("head",
                "Muss eine Zahl, ein Doppelpunkt und 64 hexadezimale Ziffern sein.",
                "Must be a number, a colon and 64 hexadecimal digits."));
        reader.Done();

        var report = await AuditVerification.Verify(
            chain, context.Member().Tenant, number, AuditVerificationResponse.MostAtOnce, head, context.RequestAborted);
        return Json.Ok(AuditVerificationResponse.Of(report));
    }

    private static AuditQuery Read(QueryReader reader, HttpContext context)
    {
        var (actor, subject) = (reader.Id("actor"), reader.Id("subject"));
        var zone = DateTimeZoneProviders.Tzdb[context.Tenant().Settings.Zone];
        var from = reader.DayOrMoment("from", text => DayOrMoment.Begin(text, zone));
        var to = reader.DayOrMoment("to", text => DayOrMoment.End(text, zone));
        var kinds = (reader.Text("kind") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        if (kinds.Length > MostKinds || kinds.Any(kind => kind.AsSpan().IndexOfAnyExcept("abcdefghijklmnopqrstuvwxyz_-.") >= 0))
            reader.Fault(FieldCode.Format.At("kind",
                $"Muss höchstens {MostKinds} Arten wie membership.role_changed oder erste Wörter wie membership nennen.",
                $"Must list at most {MostKinds} kinds such as membership.role_changed, or first words such as membership."));
        if (from >= to)
            reader.Fault(FieldCode.BeforeStart.At("to", "Muss später als from sein.", "Must be later than from."));
        return new(context.Member().Tenant, actor is { } id ? new(id) : null, kinds, subject, from, to);
    }
}
