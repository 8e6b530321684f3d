using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Attachments;

/// <summary>Files: sent, read, taken away. Who may read one follows from its ticket.</summary>
internal static class AttachmentEndpoints
{
    public static RouteGroupBuilder MapAttachments(this RouteGroupBuilder tenant)
    {
        tenant.MapPost("/uploads", Upload).WithTags("Attachments").Named("UploadFile").TakesFile<FileForm>()
            .Answers<UploadResponse, RouteHandlerBuilder>(StatusCodes.Status201Created, Idempotency.ReplayedHeader);
        var file = tenant.MapGroup("/attachments/{attachment}").WithTags("Attachments");
        file.MapGet("", Read).Named("ReadAttachment").Answers<AttachmentResponse>();
        file.MapGet("/content", Download).Named("DownloadAttachment").AnswersParts(
                "The file as it was sent. `Range` asks for a part of it (206), `If-None-Match` whether it is still the one that was read "
                + "(304).")
            .Refuses(AttachmentErrors.Infected, AttachmentErrors.NotScanned, AttachmentErrors.Unchecked, AttachmentErrors.Lost,
                AttachmentErrors.StorageUnavailable, AttachmentErrors.RangeBeyond);
        file.MapGet("/preview", Preview).Named("PreviewAttachment").Heavy().AnswersFile<string>("image/png",
                "The picture drawn anew, at most 1,024 pixels wide and high, without anything that stood in the file beside it.")
            .Refuses(AttachmentErrors.Infected, AttachmentErrors.NotScanned, AttachmentErrors.Unchecked, AttachmentErrors.Lost,
                AttachmentErrors.StorageUnavailable, AttachmentErrors.NoPreview);
        file.MapDelete("", Remove).Named("RemoveAttachment").Takes(Reason).Removes()
            .Refuses(InputErrors.Invalid, AccessErrors.AdminOnly, AttachmentErrors.RemoveTooLate);
        return tenant;
    }

    /// <summary>Takes a form with a file, which is stored while it arrives.</summary>
    public static RouteHandlerBuilder TakesFile<TForm>(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new StreamedBody(), new TakesIdempotencyKey(),
            new Microsoft.AspNetCore.Http.Metadata.AcceptsMetadata(["multipart/form-data"], typeof(TForm)))
        .Refuses(AttachmentErrors.TooLarge, AttachmentErrors.QuotaExceeded, AttachmentErrors.StorageFull,
            AttachmentErrors.StorageUnavailable);

    private static RouteHandlerBuilder AnswersParts(this RouteHandlerBuilder endpoint, string meaning)
    {
        string[] types = ["application/octet-stream", .. FileDownload.Told];
        return endpoint.WithMetadata(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), types) { Description = meaning },
            new ProducesResponseTypeMetadata(StatusCodes.Status206PartialContent, typeof(string), types)
            { Description = "The part that `Range` asks for." },
            new ProducesResponseTypeMetadata(StatusCodes.Status304NotModified, typeof(void)) { Description = "It is still the same." },
            new AnswerHeaders(StatusCodes.Status200OK, [HeaderNames.ContentDisposition, HeaderNames.ETag]),
            new AnswerHeaders(StatusCodes.Status206PartialContent, [HeaderNames.ContentDisposition, HeaderNames.ETag]));
    }

    private static readonly QueryParameter Reason = QueryParameter.Text(
        "reason", "Why it is taken away: required of an admin, unless they attached it less than 10 minutes ago. Only staff read it.");

    private static async Task<IResult> Upload(HttpContext context, FileIntake intake, ISeals seals)
    {
        var received = await intake.Receive(context, context.Caller(), takesVisibility: false);
        if (received.Refused(out var why, out var file))
            return Problems.Of(why);

        Replay.Mark(context, file.Replayed);
        return Json.Answer(
            UploadResponse.Of(file.Upload, UploadToken.Of(file.Upload.File.Id, context.Caller().Tenant, seals)),
            StatusCodes.Status201Created);
    }

    private static async Task<IResult> Read(string attachment, Ask ask, ITicketFiles files) =>
        (await Find(attachment, ask, files)).Refused(out var why, out var file)
            ? Problems.Of(why) : Json.Ok(FileViews.Show(ask.Context, file));

    private static async Task<IResult> Download(string attachment, Ask ask, ITicketFiles files, FileDownload download) =>
        (await Find(attachment, ask, files)).Refused(out var why, out var file)
            ? Problems.Of(why) : await download.Content(ask.Context, file);

    private static async Task<IResult> Preview(string attachment, Ask ask, ITicketFiles files, FileDownload download) =>
        (await Find(attachment, ask, files)).Refused(out var why, out var file)
            ? Problems.Of(why) : await download.Preview(ask.Context, file);

    private static async Task<IResult> Remove(string attachment, Command command, ITicketFiles files)
    {
        var query = new QueryReader(command.Context.Request);
        var reason = query.Text(Reason.Name);
        query.Done();
        // A retry finds the file gone, and its own effect in the history of the ticket.
        if (await files.Find(command.Caller.Tenant, Paths.Id(attachment), evenGone: true, command.Aborted) is not { } found)
            return Problems.Of(AccessErrors.NotFound);
        var answer = await command.Grain<ITicketGrain>(found.Ticket.Value).RemoveAttachment(
            command.Caller, command.Id, found.File.Id, found.File.Name, reason, command.Aborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        Replay.Mark(command.Context, answer.Value.Replayed);
        return TypedResults.NoContent();
    }

    private static async Task<Result<StoredFile>> Find(string attachment, Ask ask, ITicketFiles files)
    {
        if (await files.Find(ask.Caller.Tenant, Paths.Id(attachment), evenGone: false, ask.Aborted) is not { } file)
            return AccessErrors.NotFound;
        var ticket = await ask.Grain<ITicketGrain>(file.Ticket.Value).Read(ask.Caller, 0, ask.Aborted);
        return ticket.Refusal is { } refused ? refused
            : TicketFiles.Shows(ask.Caller.ToMember(), file.Visibility) ? file : AccessErrors.NotFound;
    }
}
