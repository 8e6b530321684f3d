using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Testing;

public static partial class Some
{
    public static Member Member(Role role) => new(Tenant(), Account(), role);

    public static string TicketNumber() => $"TEST-{Number():D6}";

    public static OpenTicket Opening() => new()
    {
        Subject = "Drucker druckt nicht",
        Description = "Seit heute früh.",
        Priority = Priority.Medium,
        Category = null,
        Queue = null,
        Team = null,
        Requester = null,
        Assignee = null,
        Channel = "api",
    };

    public static AddComment Comment(Visibility visibility = Visibility.Public) =>
        new(Guid.CreateVersion7(), "Schon neu gestartet?", visibility);

    /// <summary>One event of every sort that there is; a test holds that none is missing.</summary>
    public static IReadOnlyList<TicketEvent> TicketEvents() =>
    [
        new TicketEvent.Opened
        {
            Number = "TEST-000001",
            Subject = "Betreff",
            Description = "Text",
            Priority = Priority.High,
            Category = "it",
            Queue = "cms",
            Team = "technik",
            Requester = Account(),
            Channel = "api",
        },
        new TicketEvent.Opened
        {
            Number = "TEST-000003",
            Subject = "Betreff",
            Description = "Text",
            Priority = Priority.High,
            Category = null,
            Queue = null,
            Team = null,
            Requester = Account(),
            Channel = "api",
            FollowUpOf = new(Ticket(), "TEST-000002"),
        },
        new TicketEvent.Commented(Guid.CreateVersion7(), "Zeile 1\nZeile 2 – „so“ 🙂", Visibility.Public, FromStaff: true),
        new TicketEvent.Commented(Guid.CreateVersion7(), "Nur für uns", Visibility.Internal, FromStaff: true),
        new TicketEvent.Commented(Guid.CreateVersion7(), "Eingang bestätigt", Visibility.Public, FromStaff: true, Automatic: true),
        new TicketEvent.CommentWithdrawn(Guid.CreateVersion7(), Visibility.Public, null),
        new TicketEvent.CommentWithdrawn(Guid.CreateVersion7(), Visibility.Internal, "Daten einer anderen Person"),
        new TicketEvent.Attached(new(Guid.CreateVersion7(), "Bild.png", "image/png", 3, "ab"), Visibility.Public, Guid.CreateVersion7()),
        new TicketEvent.Attached(new(Guid.CreateVersion7(), "Notiz.txt", "text/plain", 3, "cd"), Visibility.Internal, null),
        new TicketEvent.AttachmentRemoved(Guid.CreateVersion7(), "Bild.png", Visibility.Public, null),
        new TicketEvent.AttachmentRemoved(Guid.CreateVersion7(), "Notiz.txt", Visibility.Internal, "Daten einer anderen Person"),
        new TicketEvent.SubjectChanged("vorher", "nachher"),
        new TicketEvent.DescriptionChanged("nachher"),
        new TicketEvent.PriorityChanged(Priority.Low, Priority.Urgent),
        new TicketEvent.CategoryChanged(null, "it"),
        new TicketEvent.QueueChanged("cms", null),
        new TicketEvent.TeamChanged("technik", "fachamt"),
        new TicketEvent.Assigned(null, Account()),
        new TicketEvent.Assigned(Account(), null),
        new TicketEvent.Assigned(Account(), Account(), AssignmentReason.Left),
        new TicketEvent.Assigned(Account(), null, AssignmentReason.Left),
        new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.InProgress),
        new TicketEvent.Resolved(TicketStatus.InProgress, "Neu gestartet"),
        new TicketEvent.Resolved(TicketStatus.Open, "Ging von selbst", ByRequester: true),
        new TicketEvent.ResolutionChanged("Kabel getauscht"),
        new TicketEvent.ResolutionConfirmed("Danke!"),
        new TicketEvent.Closed(TicketStatus.Resolved, "Neu gestartet"),
        new TicketEvent.Rated(1, 5, "Schnell und freundlich"),
        new TicketEvent.Rated(2, 1, null),
        new TicketEvent.ReopenRequested(null),
        new TicketEvent.Reopened(TicketStatus.Closed, TicketStatus.Open, "Kam wieder"),
        new TicketEvent.Reopened(TicketStatus.Resolved, TicketStatus.InProgress, null, Granted: true),
        new TicketEvent.ReopenDeclined(),
        new TicketEvent.ReopenRequestWithdrawn(),
        new TicketEvent.TakenBack(TicketStatus.InProgress, TicketStatus.Resolved),
        new TicketEvent.Linked(Ticket(), "TEST-000002", LinkKind.Blocks),
        new TicketEvent.Unlinked(Ticket(), "TEST-000002", LinkKind.BlockedBy),
        new TicketEvent.Merged(Ticket(), "TEST-000002", TicketStatus.Open),
        new TicketEvent.Merged(Ticket(), "TEST-000002", TicketStatus.Open, SameRequester: true),
        new TicketEvent.Unmerged(Ticket(), TicketStatus.Open),
        new TicketEvent.Absorbed(Ticket(), "TEST-000002"),
        new TicketEvent.Released(Ticket(), "TEST-000002"),
        new TicketEvent.Tagged("vip"),
        new TicketEvent.Untagged("vip"),
        new TicketEvent.SlaReevaluated { Promised = new(
            1, Guid.CreateVersion7(), new Dictionary<Guid, int> { [Guid.CreateVersion7()] = 2 }, "„Kritisch“") },
        new TicketEvent.SlaPlanCorrected { Planned = new(Moment(), SlaState.OnTrack, Moment(), CloseAt: null) },
        new TicketEvent.SlaPlanCorrected { Planned = TicketPlan.None },
        new TicketEvent.SlaMomentReached(new(SlaTarget.FirstResponse, 1, "0.8", Moment())),
        new TicketEvent.SlaMomentReached(new(SlaTarget.Resolution, 1, null, Moment())),
        new TicketEvent.NotificationOwed(new SlaRecipient.Team("technik"), new(SlaTarget.FirstResponse, 1, "0.8", Moment()), AnyTime: true),
        new TicketEvent.NotificationOwed(
            new SlaRecipient.Managers(), new(SlaTarget.Resolution, 1, "due", Moment()), AnyTime: false, Moment(), Missed: true),
        new TicketEvent.AnswerDelivered(Guid.CreateVersion7(), Moment()),
        new TicketEvent.AnswerDelivered(Guid.CreateVersion7(), Moment(), Mailed: false),
        new TicketEvent.AnswerScheduled(Guid.CreateVersion7(), "Morgen kommt jemand.", Moment()),
        new TicketEvent.ScheduleMoved(Guid.CreateVersion7(), Moment()),
        new TicketEvent.ScheduleTakenBack(Guid.CreateVersion7()),
        .. Enum.GetValues<HeldBecause>().Select(TicketEvent (because) => new TicketEvent.ScheduleHeld(Guid.CreateVersion7(), Account(), because)),
        new TicketEvent.Deleted(),
    ];
}
