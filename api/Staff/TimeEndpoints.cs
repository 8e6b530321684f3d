using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Api.Tickets;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Staff;

/// <summary>Who could take a ticket, how long staff worked on it, and what that cost. Nothing of it exists for customers.</summary>
internal static class TimeEndpoints
{
    public static RouteGroupBuilder MapTicketStaff(this RouteGroupBuilder tenant)
    {
        var ticket = tenant.MapGroup("/tickets/{id}").WithTags("Staff").RequireStaff().ByNumberToo();
        ticket.MapGet("/suggested-assignees", Suggest).Named("SuggestAssignees").Takes(QueryParameter.Limit)
            .Answers<SuggestedAssigneesResponse>();
        ticket.MapGet("/cost", Cost).Named("ReadTicketCost").RequireRole(Role.Manager).Answers<TicketCostResponse>();

        var entries = ticket.MapGroup("/time-entries");
        entries.MapGet("", List).Named("ListTimeEntries").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<TimeEntryListResponse>();
        entries.MapPost("", Record).Named("RecordTime").Creates<TimeEntryResponse>()
            .Refuses(StaffErrors.OwnTimeOnly, StaffErrors.TooManyEntries);
        entries.MapGet("/{entry}", Read).Named("ReadTimeEntry").AnswersVersion<TimeEntryResponse>();
        entries.MapPatch("/{entry}", Correct).Named("CorrectTimeEntry").Changes<TimeEntryResponse>(IfMatchUse.Required);
        entries.MapDelete("/{entry}", Remove).Named("RemoveTimeEntry").Removes(IfMatchUse.Optional);
        return tenant;
    }

    private static async Task<IResult> Suggest(string id, HttpContext context, IExpertiseStore expertise, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var limit = query.Limit();
        query.Done();

        var member = context.Member();
        var found = await expertise.Candidates(member.Tenant, Paths.Ticket(id), context.RequestAborted);
        if (found is not { } known || TicketAccess.Refusal(member, known.Ticket, TicketAct.Read) is not null)
            return Problems.Of(AccessErrors.NotFound);

        var topics = new SuggestionTopics(known.Ticket.Category, known.Ticket.Tags);
        var ranked = AssigneeSuggestion.Rank(topics, known.Candidates, StaffDates.Today(time.Now(), context.Tenant().Settings.Zone));
        return Json.Ok(new SuggestedAssigneesResponse([.. ranked.Take(limit).Select(SuggestedAssigneeResponse.Of)], null, ranked.Count));
    }

    private static Task<IResult> Cost(string id, Ask ask) => ask.Shows(Sheet(id, ask).Cost(ask.Caller, ask.Aborted), TicketCostResponse.Of);

    private static async Task<IResult> List(string id, Ask ask, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (limit, list) = (query.Limit(), $"time entries {Paths.Id(id):D}");
        var after = query.Cursor<EntryPlace>(cursors, list)?.Entry;
        query.Done();

        var answer = await Sheet(id, ask).Read(ask.Caller, ask.Aborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        // Ids follow the time of recording. An entry that was removed meanwhile leaves its place.
        var all = answer.Value.Entries.OrderBy(entry => entry.Id).ToList();
        var page = all.Where(entry => after is not { } last || entry.Id.CompareTo(last) > 0).Take(limit + 1).ToList();
        var next = page.Count > limit ? cursors.Seal(ask.Context, list, new EntryPlace(page[limit - 1].Id)) : null;
        var minutes = all.Sum(entry => entry.Work.Minutes);
        return Json.Ok(new TimeEntryListResponse([.. page.Take(limit).Select(TimeEntryResponse.Of)], next, all.Count, minutes));
    }

    private static Task<IResult> Record(string id, Body<RecordTimeRequest> body, Command command, TimeProvider time)
    {
        var (request, today, entry) = (body.Value, Today(command.Context, time), command.Context.NewId());
        var (work, person) = (request.ToDomain(today), request.User is { } user ? new AccountId(user) : (AccountId?)null);
        return command.Answers(
            Sheet(id, command).Record(command.Caller, command.Id, entry, person, work, today, command.Aborted),
            made => made.Revision, TimeEntryResponse.Of, made => command.Below($"{made.Id:D}"));
    }

    private static Task<IResult> Read(string id, string entry, Ask ask)
    {
        var which = Paths.Id(entry);
        return ask.Shows(Found(), found => found.Revision, TimeEntryResponse.Of);

        async Task<Result<TimeEntry>> Found() => (await Sheet(id, ask).Read(ask.Caller, ask.Aborted)).Then<TimeEntry>(sheet =>
            sheet.Entries.FirstOrDefault(one => one.Id == which) is { } found ? found : AccessErrors.NotFound);
    }

    private static Task<IResult> Correct(string id, string entry, Body<CorrectTimeRequest> body, Command command, TimeProvider time)
    {
        var (version, change, today) = (command.Version, body.Value.ToDomain(), Today(command.Context, time));
        var sheet = Sheet(id, command);
        return command.Answers(
            sheet.Correct(command.Caller, command.Id, Paths.Id(entry), change, today, version, command.Aborted),
            corrected => corrected.Revision, TimeEntryResponse.Of);
    }

    private static async Task<IResult> Remove(string id, string entry, Command command)
    {
        var removed = await Sheet(id, command).Remove(command.Caller, command.Id, Paths.Id(entry), command.Version, command.Aborted);
        if (removed.Refused(out var refusal, out var replayed))
            return Problems.Of(refusal);
        Replay.Mark(command.Context, replayed);
        return TypedResults.NoContent();
    }

    private static LocalDate Today(HttpContext context, TimeProvider time) => StaffDates.Today(time.Now(), context.Tenant().Settings.Zone);

    private static ITimeSheetGrain Sheet(string id, Ask ask) => ask.Grain<ITimeSheetGrain>(Paths.Id(id));

    private sealed record EntryPlace(Guid Entry);
}
