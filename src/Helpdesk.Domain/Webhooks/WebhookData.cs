using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Webhooks;

public sealed record WebhookData
{
    /// <summary>The municipality's slug.</summary>
    public required string Tenant { get; init; }

    /// <summary>All kinds that the act is of, whatever the webhook asked for.</summary>
    public required ImmutableArray<string> Kinds { get; init; }
    public TicketFacts? Ticket { get; init; }

    /// <summary>Instead of the ticket: nothing more is told of one that is gone.</summary>
    public DeletedTicket? Deleted { get; init; }
    public IReadOnlyDictionary<string, Difference> Changes { get; init; } = ImmutableDictionary<string, Difference>.Empty;
    public CommentFacts? Comment { get; init; }

    /// <summary>Files that came with the act; their contents are for who signs in.</summary>
    public ImmutableArray<FileTold> Attachments { get; init; } = [];
    public Guid? Actor { get; init; }
}

public sealed record FileTold(Guid Id, string FileName, string ContentType, long Size, Visibility Visibility)
{
    public static FileTold Of(TicketEvent.Attached attached) =>
        new(attached.File.Id, attached.File.Name, attached.File.Type, attached.File.Size, attached.Visibility);
}

public sealed record DeletedTicket(Guid Id, string Number, int Version);

public sealed record CommentFacts(Guid Id, string Body, Visibility Visibility, Guid? Author, bool FromStaff, Instant CreatedAt)
{
    public static CommentFacts Of(Recorded<TicketEvent> recorded)
    {
        var said = (TicketEvent.Commented)recorded.Event;
        return new(said.Id, said.Body, said.Visibility, recorded.Actor?.Value, said.FromStaff, recorded.At);
    }
}
