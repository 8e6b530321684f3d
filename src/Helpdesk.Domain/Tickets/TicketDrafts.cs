namespace Helpdesk.Domain.Tickets;

/// <summary>Which drafts an act on a ticket sends.</summary>
public static class TicketDrafts
{
    /// <param name="before"><c>null</c>: the act begins the ticket.</param>
    /// <param name="after">The ticket after the act.</param>
    /// <param name="events">What the act did.</param>
    /// <returns>Each once; a ticket of <c>null</c>: the draft of a new one.</returns>
    public static IReadOnlyList<SentDraft> SentWith(
        TicketId id, Ticket? before, Ticket after, IReadOnlyList<Recorded<TicketEvent>> events)
    {
        // What is said with a yes or a no is written in a place of its own: an answer that somebody has begun is not sent by it.
        if (events.Any(recorded => recorded.Event is TicketEvent.ResolutionConfirmed or TicketEvent.ReopenDeclined))
            return [];

        var sent = new List<SentDraft>();
        foreach (var recorded in events)
        {
            if (recorded.Actor is not { } by)
                continue;
            if (recorded.Event is TicketEvent.Opened { FollowUpOf: null })
                sent.Add(new(null, null, by, recorded.At));
            if (recorded.Event is TicketEvent.AnswerScheduled)
                sent.Add(new(id, DraftKind.Answer, by, recorded.At));
            if (recorded.Event is TicketEvent.SubjectChanged or TicketEvent.DescriptionChanged or TicketEvent.ResolutionChanged)
                sent.Add(new(id, DraftKind.Edit, by, recorded.At));
            // What leaves at its moment was sent when it was scheduled; since then something else may have been begun.
            if (recorded.Event is not TicketEvent.Commented { Automatic: false } said
                || before?.Scheduled.Any(one => one.Id == said.Id) == true)
                continue;
            var kind = said.Visibility == Visibility.Internal ? DraftKind.Note : DraftKind.Answer;
            sent.Add(new(id, kind, by, recorded.At));
            // The customer may have written it on the closed ticket. One that they have begun there and not sent stays.
            if (after.FollowUpOf is { } closed && kind == DraftKind.Answer && by == after.Requester)
                sent.Add(new(closed.Ticket, kind, by, recorded.At) { OnlyOf = said.Body });
        }

        return [.. sent.Distinct()];
    }
}

/// <param name="Ticket"><c>null</c>: of a new ticket, as <paramref name="Kind"/> is then.</param>
/// <param name="At">When it was sent.</param>
public sealed record SentDraft(TicketId? Ticket, DraftKind? Kind, AccountId By, Instant At)
{
    /// <summary>Only if these are its words; <c>null</c>: whatever they are.</summary>
    public string? OnlyOf { get; init; }
}
