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

    private static async Task<IResult> Open(Body<UploadSessionRequest> body, Command command, PartIntake parts, ISeals seals)
    {
        var asked = body.Value;
        if ((await parts.Open(command, asked.FileName, asked.Size ?? 0, asked.Checksum)).Refused(out var why, out var opened))
            return Problems.Of(why);
        Replay.Mark(command.Context, opened.Replayed);
        return Json.Created(command.Below($"{opened.Id:D}"), Shown(opened.State, command.Caller.Tenant, seals));
    }

    private static async Task<IResult> Read(string session, Ask ask, PartIntake parts, ISeals seals)
    {
        var (id, now) = (Paths.Id(session), ask.Context.Now());
        return await parts.Find(ask.Caller, id, now, ask.Aborted) is { } state
            ? Json.Ok(Shown(state, ask.Caller.Tenant, seals)) : Problems.Of(AccessErrors.NotFound);
    }

    private static async Task<IResult> Take(string session, Ask ask, PartIntake parts, ISeals seals)
    {
        var id = Paths.Id(session);
        if ((await parts.Take(ask.Context, ask.Caller, id)).Refused(out var why, out var state))
            return Problems.Of(why);
        return Json.Ok(Shown(state, ask.Caller.Tenant, seals));
    }

    private static UploadSessionResponse Shown(PartsReceived state, TenantId tenant, ISeals seals) => state.Upload is { } whole
        ? UploadSessionResponse.Of(whole, UploadToken.Of(whole.File.Id, tenant, seals)) : UploadSessionResponse.Of(state.Session!);

    private static async Task<IResult> Cancel(string session, Ask ask, PartIntake parts)
    {
        var (id, now) = (Paths.Id(session), ask.Context.Now());
        if (await parts.Find(ask.Caller, id, now, ask.Aborted) is null)
            return Problems.Of(AccessErrors.NotFound);
        await parts.Cancel(ask.Caller, id, now);
        return TypedResults.NoContent();
    }
}
