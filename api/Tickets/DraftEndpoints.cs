using Helpdesk.Api.SignIn;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// What somebody writes and has not sent. Kept on the server, so that a closed tab, another device or a lost session costs nothing.
/// </summary>
internal static class DraftEndpoints
{
    /// <summary>The member of a refusal that holds the newer draft.</summary>
    public const string Newer = "draft";

    public static RouteGroupBuilder MapDrafts(this RouteGroupBuilder tenant)
    {
        var drafts = tenant.MapGroup("/tickets/{id}/drafts").WithTags("Drafts").RequirePerson();
        drafts.MapGet("", List).Named("ListDrafts").Answers<DraftListResponse>();
        drafts.MapGet("/{kind}", Read).Named("ReadDraft").AnswersVersion<DraftResponse>().Refuses(AccessErrors.StaffOnly);
        drafts.MapPut("/{kind}", Save).Named("SaveDraft").AnswersVersion<DraftResponse>().Refuses(AccessErrors.StaffOnly)
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required));
        drafts.MapDelete("/{kind}", Discard).Named("DiscardDraft").AnswersNothing().Refuses(AccessErrors.StaffOnly)
            .WithMetadata(new TakesIfMatch(IfMatchUse.Optional));

        var next = tenant.MapGroup("/drafts/new-ticket").WithTags("Drafts").RequirePerson();
        next.MapGet("", ReadNew).Named("ReadNewTicketDraft").AnswersVersion<NewTicketDraftResponse>();
        next.MapPut("", SaveNew).Named("SaveNewTicketDraft").AnswersVersion<NewTicketDraftResponse>()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required));
        next.MapDelete("", DiscardNew).Named("DiscardNewTicketDraft").AnswersNothing()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Optional));
        return tenant;
    }

    private static async Task<IResult> List(string id, Ask ask, IDrafts drafts, IMemberDirectory members)
    {
        var (ticket, member) = (Paths.Ticket(id), ask.Caller.ToMember());
        if (await Hidden(ask, ticket) is { } hidden)
            return Problems.Of(hidden);

        var items = new List<ListedDraftResponse>();
        foreach (var (kind, by, draft) in await drafts.Of(member, ticket, member.IsStaff, ask.Aborted))
        {
            // Of a colleague who became somebody else's, or left, nothing is shown: they cannot take it back.
            if (by != member.Account && await members.Find(member.Tenant, by, ask.Aborted) is not { Serves: true })
                continue;
            var files = await DraftFiles.Of(ask.Context, by, draft.Content.Attachments);
            items.Add(new(
                kind, by.Value, (await members.Name(member.Tenant, by, ask.Aborted)).Text, by == member.Account, draft.Content.Body,
                [.. files.Select(file => file.File.Name)], draft.Shared, draft.Version, draft.SavedAt!.Value.ToDateTimeOffset()));
        }

        return Json.Ok(new DraftListResponse(items));
    }

    private static async Task<IResult> Read(string id, [PathWord<DraftKind>] string kind, Ask ask, IDrafts drafts) =>
        (await Place(ask, id, kind)).Refused(out var why, out var place)
            ? Problems.Of(why) : await Shown(ask.Context, await drafts.Read(place, ask.Aborted));

    // Not an Ask from the start, as below: those are judged with what can be read of a faulty body, and this one writes.
    private static async Task<IResult> Save(
        string id, [PathWord<DraftKind>] string kind, Body<SaveDraftRequest> body, HttpContext context, IGrainFactory grains, IDrafts drafts,
        TimeProvider time)
    {
        var ask = new Ask(context, grains);
        if ((await Place(ask, id, kind)).Refused(out var why, out var place))
            return Problems.Of(why);
        var (present, isSaved) = await drafts.Save(
            place, body.Value.ToDomain(context), body.Value.Shared ?? false, context.RequiredVersion(), time.Now(), ask.Aborted);
        return isSaved ? await Shown(context, present) : Problems.Of(FeedErrors.Stale, Newer, await View(context, present));
    }

    private static async Task<IResult> Discard(
        string id, [PathWord<DraftKind>] string kind, HttpContext context, IGrainFactory grains, IDrafts drafts, TimeProvider time)
    {
        var ask = new Ask(context, grains);
        if ((await Place(ask, id, kind)).Refused(out var why, out var place))
            return Problems.Of(why);
        var (present, isGone) = await drafts.Discard(place, context.Version(), time.Now(), ask.Aborted);
        return isGone ? TypedResults.NoContent() : Problems.Of(FeedErrors.Stale, Newer, await View(context, present));
    }

    private static async Task<IResult> ReadNew(HttpContext context, IDrafts drafts) =>
        await ShownNew(context, await drafts.Read(DraftPlace.OfNewTicket(context.Member()), context.RequestAborted));

    private static async Task<IResult> SaveNew(
        Body<SaveNewTicketDraftRequest> body, HttpContext context, IDrafts drafts, TimeProvider time)
    {
        var (present, isSaved) = await drafts.Save(
            DraftPlace.OfNewTicket(context.Member()), body.Value.ToDomain(context), shared: false, context.RequiredVersion(), time.Now(),
            context.RequestAborted);
        return isSaved ? await ShownNew(context, present) : Problems.Of(FeedErrors.Stale, Newer, await ViewNew(context, present));
    }

    private static async Task<IResult> DiscardNew(HttpContext context, IDrafts drafts, TimeProvider time)
    {
        var (present, isGone) = await drafts.Discard(
            DraftPlace.OfNewTicket(context.Member()), context.Version(), time.Now(), context.RequestAborted);
        return isGone ? TypedResults.NoContent() : Problems.Of(FeedErrors.Stale, Newer, await ViewNew(context, present));
    }

    // A draft is there as long as its ticket is, for whoever writes it.
    private static async Task<Result<DraftPlace>> Place(Ask ask, string id, string kind)
    {
        var (ticket, word, member) = (Paths.Ticket(id), Paths.Word<DraftKind>(kind), ask.Caller.ToMember());
        return await Hidden(ask, ticket) is { } hidden ? hidden
            : DraftPlace.Refusal(member, word) is { } refused ? refused : DraftPlace.Of(member, ticket, word);
    }

    private static async Task<Error?> Hidden(Ask ask, TicketId ticket) =>
        (await ask.Grain<ITicketGrain>(ticket.Value).Read(ask.Caller, 0, ask.Aborted)).Refusal;

    private static async Task<IResult> Shown(HttpContext context, Draft draft)
    {
        context.Response.SetETag(draft.Version);
        return Json.Ok(await View(context, draft));
    }

    private static async Task<IResult> ShownNew(HttpContext context, Draft draft)
    {
        context.Response.SetETag(draft.Version);
        return Json.Ok(await ViewNew(context, draft));
    }

    private static async Task<DraftResponse> View(HttpContext context, Draft draft) => DraftResponse.Of(draft, await Files(context, draft));

    private static async Task<NewTicketDraftResponse> ViewNew(HttpContext context, Draft draft) =>
        NewTicketDraftResponse.Of(draft, await Files(context, draft));

    private static async Task<IReadOnlyList<Attachments.UploadResponse>> Files(HttpContext context, Draft draft) => DraftFiles.Shown(
        context, await DraftFiles.Of(context, context.Member().Account, draft.Content.Attachments));
}
