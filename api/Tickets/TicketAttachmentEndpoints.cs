using Helpdesk.Api.Attachments;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>The files of a ticket.</summary>
internal static class TicketAttachmentEndpoints
{
    public static RouteGroupBuilder MapTicketAttachments(this RouteGroupBuilder tenant)
    {
        var files = tenant.MapGroup("/tickets/{id}/attachments").WithTags("Attachments");
        files.MapGet("", List).Named("ListAttachments").Answers<AttachmentListResponse>();
        files.MapPost("", Attach).Named("AttachFile").TakesFile<TicketFileForm>()
            .Answers<AttachmentResponse, RouteHandlerBuilder>(
                StatusCodes.Status201Created, Microsoft.Net.Http.Headers.HeaderNames.Location, Idempotency.ReplayedHeader)
            .Refuses(AccessErrors.StaffOnly, TicketErrors.Closed, TicketErrors.Merged, AttachmentErrors.TooMany);
        return tenant;
    }

    private static async Task<IResult> List(string id, Ask ask)
    {
        var asked = await ask.Grain<ITicketGrain>(Paths.Id(id)).Read(ask.Caller, 0, ask.Aborted);
        return asked.Refused(out var why, out var read) ? Problems.Of(why)
            : Json.Ok(new AttachmentListResponse(await FileViews.Of(ask.Context, read.View.Id, read.View.Ticket)));
    }

    private static async Task<IResult> Attach(string id, Ask ask, FileIntake intake, ITicketFiles files)
    {
        // Before the file comes: a stranger's would be stored for nothing.
        var ticket = ask.Grain<ITicketGrain>(Paths.Id(id));
        if ((await ticket.Read(ask.Caller, 0, ask.Aborted)).Refusal is { } hidden)
            return Problems.Of(hidden);
        var received = await intake.Receive(ask.Context, ask.Caller, takesVisibility: true);
        if (received.Refused(out var why, out var file))
            return Problems.Of(why);

        var answer = await ticket.Attach(
            ask.Caller, file.Command, file.Upload.File.Id, file.Visibility ?? Visibility.Public, ask.Aborted);
        if (answer.Refused(out var refusal, out var outcome))
        {
            await intake.Drop(ask.Caller.Tenant, file.Upload);
            return Problems.Of(refusal);
        }

        Replay.Mark(ask.Context, outcome.Replayed);
        var stored = await files.Find(ask.Caller.Tenant, file.Upload.File.Id, evenGone: true, ask.Aborted);
        var shown = FileViews.Show(ask.Context, stored ?? throw new InvalidOperationException("An attached file has no row."));
        return Json.Created(shown.Url[..shown.Url.LastIndexOf('/')], shown);
    }
}
