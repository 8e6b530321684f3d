using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Attachments;

/// <summary>Files that come in parts, so that one that breaks off goes on where it was.</summary>
internal static class UploadSessionEndpoints
{
    public static RouteGroupBuilder MapUploadSessions(this RouteGroupBuilder tenant)
    {
        var sessions = tenant.MapGroup("/upload-sessions").WithTags("Attachments");
        sessions.MapPost("", Open).Named("OpenUploadSession").Creates<UploadSessionResponse>(versioned: false).Refuses(
            AttachmentErrors.TooLarge, AttachmentErrors.QuotaExceeded, AttachmentErrors.TooManySessions, FeedErrors.KeyReused);
        sessions.MapGet("/{session}", Read).Named("ReadUploadSession").Answers<UploadSessionResponse>();
        sessions.MapPut("/{session}/content", Take).Named("SendUploadPart").TakesPart().Answers<UploadSessionResponse>().Refuses(
            AttachmentErrors.PartOutOfOrder, AttachmentErrors.PartSize, AttachmentErrors.TooLarge, AttachmentErrors.QuotaExceeded,
            AttachmentErrors.StorageFull, AttachmentErrors.StorageUnavailable, InputErrors.Invalid, HttpErrors.BadRequest);
        sessions.MapDelete("/{session}", Cancel).Named("CancelUploadSession").AnswersNothing();
        return tenant;
    }

    private static RouteHandlerBuilder TakesPart(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(
        new StreamedBody(), new TakesContentRange(),
        new Microsoft.AspNetCore.Http.Metadata.AcceptsMetadata([PartIntake.ContentType], typeof(Stream)));

    private static async Task<IResult> Open(
        Body<UploadSessionRequest> body, Command command, PartIntake parts, IUploadSessions sessions, ISeals seals)
    {
        var (limits, asked, now) = (parts.LimitsOf(command.Context), body.Value, command.Context.Now());
        if (asked.Size > limits.MostBytes)
            return Problems.Of(AttachmentErrors.TooLargeFor(limits.MostBytes));
        // With a body that is only judged nothing is made.
        if (command.Id.IsIncomplete)
            return TypedResults.NoContent();
        var session = new UploadSession(
            command.Id.FromKey ? command.Id.Step("file").Id : command.Context.NewId(), command.Caller.Account!.Value,
            FileName.Clean(asked.FileName), asked.Size!.Value, asked.Checksum, 0, now, now + AttachmentLimits.Waits);
        if (command.Id.FromKey && await parts.Whole(command.Caller, session.Id, now, command.Aborted) is { } done)
            return Made(command, session, UploadSessionResponse.Of(done, UploadToken.Of(session.Id, command.Caller.Tenant, seals)));
        var opened = await sessions.Open(command.Caller.Tenant, session, limits.Quota, command.Aborted);
        return opened.Refused(out var why, out var noted) ? Problems.Of(why)
            : (noted.Name, noted.Size, noted.Checksum) != (session.Name, session.Size, session.Checksum) ? Problems.Of(FeedErrors.KeyReused)
            : Made(command, session, UploadSessionResponse.Of(noted), replayed: !ReferenceEquals(noted, session));
    }

    private static IResult Made(Command command, UploadSession session, UploadSessionResponse shown, bool replayed = true)
    {
        if ((shown.FileName, shown.Size) != (session.Name, session.Size))
            return Problems.Of(FeedErrors.KeyReused);
        Replay.Mark(command.Context, replayed);
        return Json.Created(command.Below($"{session.Id:D}"), shown);
    }

    private static async Task<IResult> Read(string session, Ask ask, PartIntake parts, IUploadSessions sessions, ISeals seals)
    {
        var (id, now) = (Paths.Id(session), ask.Context.Now());
        if (await sessions.Find(ask.Caller.Tenant, id, ask.Aborted) is { } found && found.IsFor(ask.Caller.Account!.Value, now))
            return Json.Ok(UploadSessionResponse.Of(found));
        return await parts.Whole(ask.Caller, id, now, ask.Aborted) is { } whole
            ? Json.Ok(UploadSessionResponse.Of(whole, UploadToken.Of(id, ask.Caller.Tenant, seals)))
            : Problems.Of(AccessErrors.NotFound);
    }

    private static async Task<IResult> Take(string session, Ask ask, PartIntake parts, ISeals seals)
    {
        var id = Paths.Id(session);
        if ((await parts.Take(ask.Context, ask.Caller, id)).Refused(out var why, out var state))
            return Problems.Of(why);
        return Json.Ok(state.Upload is { } whole
            ? UploadSessionResponse.Of(whole, UploadToken.Of(id, ask.Caller.Tenant, seals))
            : UploadSessionResponse.Of(state.Session!));
    }

    private static async Task<IResult> Cancel(string session, Ask ask, PartIntake parts, IUploadSessions sessions)
    {
        var (id, now) = (Paths.Id(session), ask.Context.Now());
        var mine = await sessions.Find(ask.Caller.Tenant, id, ask.Aborted) is { } found && found.IsFor(ask.Caller.Account!.Value, now);
        if (!mine && await parts.Whole(ask.Caller, id, now, ask.Aborted) is null)
            return Problems.Of(AccessErrors.NotFound);
        await parts.Cancel(ask.Caller, id, now);
        return TypedResults.NoContent();
    }
}
