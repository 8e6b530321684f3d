using System.Collections.Immutable;

namespace Helpdesk.Domain.Tickets;

/// <summary>An answer that is written and leaves later. Until then it is staff's own: no customer learns that there is one.</summary>
/// <param name="Id">Name of the comment that it becomes.</param>
/// <param name="SendAt">Not before.</param>
public sealed record ScheduledAnswer(Guid Id, AccountId By, string Body, Instant WrittenAt, Instant SendAt)
{
    /// <summary>Uploads that become its files.</summary>
    public ImmutableArray<Guid> Attachments { get; init; } = [];

    /// <summary>It does not leave by itself any more; <c>null</c>: it does.</summary>
    public HeldBecause? Held { get; init; }

    /// <summary>The customer wrote since its author last looked after it.</summary>
    public bool IsOvertaken { get; init; }

    public bool Equals(ScheduledAnswer? other) => other is not null
        && (Id, By, Body, WrittenAt, SendAt, Held, IsOvertaken)
            == (other.Id, other.By, other.Body, other.WrittenAt, other.SendAt, other.Held, other.IsOvertaken)
        && Attachments.AsSpan().SequenceEqual(other.Attachments.AsSpan());

    public override int GetHashCode() => Id.GetHashCode();

    internal static ScheduledAnswer Of(Recorded<TicketEvent> recorded, TicketEvent.AnswerScheduled scheduled) =>
        new(scheduled.Id, recorded.Actor!.Value, scheduled.Body, recorded.At, scheduled.SendAt) { Attachments = scheduled.Attachments };

    /// <summary>Those of a ticket after an event.</summary>
    internal static ImmutableArray<ScheduledAnswer> After(ImmutableArray<ScheduledAnswer> before, Recorded<TicketEvent> recorded)
    {
        if (recorded.Event is TicketEvent.AnswerScheduled scheduled)
            return before.Add(Of(recorded, scheduled));
        return before.IsEmpty ? before : recorded.Event switch
        {
            TicketEvent.ScheduleMoved moved => Changed(moved.Comment, one => one with { SendAt = moved.To, Held = null, IsOvertaken = false }),
            TicketEvent.ScheduleHeld held => Changed(held.Comment, one => one with { Held = held.Because }),
            TicketEvent.ScheduleTakenBack back => before.RemoveAll(one => one.Id == back.Comment),
            TicketEvent.Commented said when before.Any(one => one.Id == said.Id) => before.RemoveAll(one => one.Id == said.Id),
            TicketEvent.Commented { Visibility: Visibility.Public, FromStaff: false, Automatic: false } =>
                [.. before.Select(one => one with { IsOvertaken = true })],
            _ => before,
        };

        ImmutableArray<ScheduledAnswer> Changed(Guid id, Func<ScheduledAnswer, ScheduledAnswer> change) =>
            [.. before.Select(one => one.Id == id ? change(one) : one)];
    }
}

/// <summary>Why an answer did not leave at its moment.</summary>
public enum HeldBecause
{
    /// <summary>The customer wrote meanwhile.</summary>
    CustomerWrote,
    TicketClosed,
    TicketMerged,
    TicketDeleted,
    /// <summary>Its author serves here no longer.</summary>
    AuthorLeft,
    /// <summary>A colleague stopped it.</summary>
    Colleague,
    /// <summary>It was refused, for example since one of its files is gone.</summary>
    Refused,
}

public static class HeldReasons
{
    /// <summary>Behind a colon.</summary>
    public static string Name(this HeldBecause because, bool german) => (because, german) switch
    {
        (HeldBecause.CustomerWrote, true) => "Der Kunde hat inzwischen geschrieben",
        (HeldBecause.TicketClosed, true) => "Das Ticket ist inzwischen geschlossen",
        (HeldBecause.TicketMerged, true) => "Das Ticket geht inzwischen in einem anderen auf",
        (HeldBecause.TicketDeleted, true) => "Das Ticket wurde gelöscht",
        (HeldBecause.AuthorLeft, true) => "Wer sie geschrieben hat, arbeitet nicht mehr hier",
        (HeldBecause.Colleague, true) => "Jemand hat sie angehalten",
        (HeldBecause.Refused, true) => "Sie ließ sich nicht senden, zum Beispiel weil eine Datei fehlt",
        (HeldBecause.CustomerWrote, false) => "the customer has written meanwhile",
        (HeldBecause.TicketClosed, false) => "the ticket has been closed meanwhile",
        (HeldBecause.TicketMerged, false) => "the ticket has been merged into another one meanwhile",
        (HeldBecause.TicketDeleted, false) => "the ticket was deleted",
        (HeldBecause.AuthorLeft, false) => "whoever wrote it works here no longer",
        (HeldBecause.Colleague, false) => "somebody stopped it",
        (HeldBecause.Refused, false) => "it could not be sent, for example since a file is gone",
        _ => throw new ArgumentOutOfRangeException(nameof(because), because, "There are no words for this reason."),
    };
}
