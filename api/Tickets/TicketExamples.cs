using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>One printer, from the first complaint on.</summary>
internal sealed class TicketExamples : IExamples
{
    private const string Text = "Der Drucker im Bürgerbüro druckt seit heute früh keine Ausweise mehr.";
    private const string Answer = "Wir haben die Druckwarteschlange neu gestartet. Bitte versuchen Sie es noch einmal.";
    private const string Cursor = "k3Jm0xTg6vE1pQwZ8aFh2LsRb7dYtU4cXnWo";

    private static readonly Guid Id = new("0198c0de-7a11-7000-8000-00000000002a");
    private static readonly Guid Other = new("0198c0de-7a11-7000-8000-00000000002b");
    private static readonly Guid Customer = new("0198c0de-7a11-7000-8000-0000000000c1");
    private static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");
    private static readonly DateTimeOffset Opened = new(2026, 11, 18, 8, 12, 5, TimeSpan.Zero);
    private static readonly DateTimeOffset Answered = Opened.AddMinutes(27);

    private static readonly TicketPersonResponse Author = new(Agent, "Achim Muster", Left: false);

    private static readonly CommentListResponse Comments = new(
        [new(new("0198c0de-7a11-7000-8000-0000000000d1"), Id, Answer, Visibility.Public, Agent, FromStaff: true, IsSystem: false,
            Answered)], null, 1)
    { People = [Author] };

    public IEnumerable<object> All =>
    [
        new OpenTicketRequest("Drucker im Bürgerbüro druckt nicht", Text, Priority.High, "it"),
        new ChangeTicketRequest(Priority: Priority.Urgent, Assignee: "me", Status: TicketStatus.InProgress),
        new ReplaceTicketRequest("Drucker im Bürgerbüro druckt nicht", Text, Priority.High, TicketStatus.InProgress, "it", Assignee: "me"),
        new AddCommentRequest(Answer, Visibility.Public),
        new WithdrawCommentRequest("Enthält Daten einer anderen Person."),
        new CloseTicketRequest("Die Druckwarteschlange war blockiert und wurde neu gestartet."),
        new ConfirmTicketRequest("Vielen Dank, jetzt geht es."),
        new ReopenTicketRequest("Der Fehler ist wieder da."),
        new DeclineReopenRequest("Das ist ein anderer Drucker. Bitte eröffnen Sie dafür ein neues Ticket."),
        new LinkTicketRequest("MUST-000117", LinkKind.RelatesTo),
        new MergeTicketRequest("MUST-000117"),
        Ticket,
        Comments.Items[0],
        Comments,
        new TicketListResponse([Item], Cursor, 137, TotalIsMore: false),
        new BulkRequest([new(Id, 4)], Change: new(Status: TicketStatus.InProgress, Assignee: "me")),
        new BulkResponse(
            [
                new(Id, "MUST-000123", 200, 6, null),
                new(Other, null, 404, null, BulkProblem.Of(AccessErrors.NotFound, german: false)),
            ], 1, 1),
        new BulkPreviewResponse(
            [new(Id, "MUST-000123", 200, 4, null) { Effects = [new("status", "open", "in_progress")] }],
            [new(null, null, [new("status", "open", "in_progress")], [Id])]),
        new ViewRequest("Drucker", "status=open,in_progress&category=it", "due_at", [ViewColumn.Number, ViewColumn.Subject],
            ViewSharing.Me),
        View, new ViewListResponse([View]), new ViewOrderRequest(["my_open", View.Key]), new ViewOrderResponse(["my_open", View.Key]),
        new ViewCountsResponse([new(View.Key, 12, CountIsMore: false)]),
        new TicketReadRequest(4), new TicketReadResponse(Id, 4, Unread: false),
        new TicketMuteResponse(Id, Muted: true),
        new TicketFacetsResponse(
            [new("open", null, 12), new("in_progress", null, 5)], [new("high", null, 4)], [new("it", null, 17)],
            [new(TicketFacets.Nobody, null, 9), new(Agent.ToString(), "Achim Muster", 8)], [new("bürgerbüro", null, 17)],
            [new("technik", null, 17)], [new("drucker", null, 6)], Partial: false) { SlaState = [new("on_track", null, 15)] },
        new GoneTicketResponse(Other, "MUST-000117", GoneReason.Deleted, Answered),
        new TimelineResponse(
            [new("opened", Opened, Customer, "Erika Beispiel", new("Das Ticket wurde geöffnet.", "The ticket was opened."))], null, 4),
    ];

    private static ViewResponse View => new(
        Other.ToString("D"), "Drucker", new("Drucker", "Drucker"), BuiltIn: false, "status=open,in_progress&category=it", "due_at",
        [ViewColumn.Number, ViewColumn.Subject], ViewSharing.Me)
    { Teams = [], Owner = Agent, Unlisted = [], CanChange = true, Version = 1 };

    private static TicketResponse Ticket => new()
    {
        Id = Id,
        Number = "MUST-000123",
        Status = TicketStatus.InProgress,
        Priority = Priority.High,
        Subject = "Drucker im Bürgerbüro druckt nicht",
        Description = Text,
        Category = "it",
        Queue = "bürgerbüro",
        Team = "technik",
        Requester = Customer,
        Assignee = Agent,
        ResolutionText = null,
        Channel = "api",
        DueAt = null,
        SlaState = null,
        CreatedAt = Opened,
        CreatedBy = Customer,
        UpdatedAt = Answered,
        UpdatedBy = Agent,
        ResolvedAt = null,
        ClosedAt = null,
        ConfirmedAt = null,
        ReopenRequestedAt = null,
        FollowUpOf = null,
        CommentCount = 1,
        InternalCommentCount = 0,
        Links = [new(Other, "MUST-000117", LinkKind.RelatesTo)],
        MergedInto = null,
        MergedFrom = [],
        Tags = ["drucker"],
        Satisfaction = null,
        Abilities = new()
        {
            Reply = new(true),
            Note = new(true),
            Take = new(true),
            Close = new(true),
            Reopen = AbilityResponse.Of(TicketErrors.NotOver, german: false),
        },
        AttachmentCount = 0,
        Version = 4,
        Comments = Comments,
        Attachments = [],
        People = [new(Customer, "Erika Beispiel", Left: true), Author],
    };

    private static TicketItemResponse Item => new()
    {
        Id = Id,
        Number = "MUST-000123",
        Status = TicketStatus.InProgress,
        Priority = Priority.High,
        Subject = "Drucker im Bürgerbüro druckt nicht",
        Category = "it",
        Queue = "bürgerbüro",
        Team = "technik",
        Requester = Customer,
        RequesterName = "Erika Beispiel",
        Assignee = Agent,
        AssigneeName = "Achim Muster",
        Tags = ["drucker"],
        CreatedAt = Opened,
        UpdatedAt = Answered,
        DueAt = null,
        SlaState = null,
        DueTarget = null,
        LastComment = new(Answered, FromStaff: true),
        Unread = false,
        ClosedAt = null,
        ReopenRequestedAt = null,
        MergedInto = null,
        Version = 4,
    };
}
