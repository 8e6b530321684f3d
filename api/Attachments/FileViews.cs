using System.Collections.Immutable;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Attachments;

/// <summary>Files as answers show them.</summary>
internal static class FileViews
{
    /// <summary>Those of a ticket that the caller may read; those of tickets merged into it come along for staff.</summary>
    public static async ValueTask<IReadOnlyList<AttachmentResponse>> Of(HttpContext context, TicketId id, Ticket ticket)
    {
        var (caller, member) = (context.Caller(), context.Caller().ToMember());
        IReadOnlyList<Guid> tickets = [id.Value, .. TicketAccess.Merged(member, ticket)];
        if (ticket.Files.IsEmpty && tickets.Count == 1)
            return [];
        var files = await context.RequestServices.GetRequiredService<ITicketFiles>()
            .Of(caller.Tenant, tickets, member.IsStaff, context.RequestAborted);
        return [.. files.Select(file => Show(context, file))];
    }

    /// <summary>Those of comments, which the caller may read.</summary>
    public static async ValueTask<IReadOnlyList<AttachmentResponse>> OfComments(HttpContext context, IEnumerable<TicketComment> comments)
    {
        var tickets = comments.Select(comment => comment.Ticket.Value).Distinct().ToList();
        if (tickets.Count == 0)
            return [];
        var files = await context.RequestServices.GetRequiredService<ITicketFiles>()
            .Of(context.Caller().Tenant, tickets, context.Caller().ToMember().IsStaff, context.RequestAborted);
        return [.. files.Where(file => file.Comment is not null).Select(file => Show(context, file))];
    }

    /// <summary>One of them.</summary>
    public static AttachmentResponse Show(HttpContext context, StoredFile file) => AttachmentResponse.Of(
        file, RootOf(context.Request.Path.Value!), context.Caller(), context.Tenant().Settings.Attachments.UncheckedDownloads);

    /// <summary>Uploads by their tokens. What is no token is the id of nothing, and told as such.</summary>
    public static ImmutableArray<Guid> Uploads(HttpContext context, IReadOnlyList<string>? tokens)
    {
        var seals = context.RequestServices.GetRequiredService<ISeals>();
        return [.. (tokens ?? []).Select(token => UploadToken.Read(token, context.Caller().Tenant, seals) ?? context.NewId())];
    }

    // The address of the tenant: at its own host the API's, elsewhere with its name in the path.
    private static string RootOf(string path)
    {
        foreach (var place in (string[])["/tickets", "/attachments", "/uploads"])
        {
            if (path.IndexOf(place, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
                return path[..at];
        }

        return "/api/v1";
    }
}
