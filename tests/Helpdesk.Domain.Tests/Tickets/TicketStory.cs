namespace Helpdesk.Domain.Tests.Tickets;

/// <summary>A ticket that came about by the rules alone, and the people around it.</summary>
internal sealed class TicketStory
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly List<Recorded<TicketEvent>> history = [];

    public TicketStory()
    {
        Requester = Is(Role.Customer);
        Agent = Is(Role.Agent);
        Manager = Is(Role.Manager);
        Admin = Is(Role.Admin);
        Stranger = Is(Role.Customer);
        Operator = Is(Role.Operator);
        Record(TicketOpening.Open(Some.Opening(), Some.TicketNumber(), Requester), Requester);
    }

    public Member Requester { get; }

    public Member Agent { get; }

    public Member Manager { get; }

    public Member Admin { get; }

    /// <summary>Another customer of the same tenant.</summary>
    public Member Stranger { get; }

    public Member Operator { get; }

    public Ticket Ticket { get; private set; } = null!;

    public IReadOnlyList<Recorded<TicketEvent>> History => history;

    public TicketEvent Last => history[^1].Event;

    /// <summary>The usual way, up to <paramref name="status"/>.</summary>
    public static TicketStory In(TicketStatus status)
    {
        var story = new TicketStory();
        var changes = new (TicketStatus, ChangeTicket)[]
        {
            (TicketStatus.InProgress, new() { Assignee = story.Agent.Account, Status = TicketStatus.InProgress }),
            (TicketStatus.WaitingOnCustomer, new() { Status = TicketStatus.WaitingOnCustomer }),
            (TicketStatus.Resolved, new() { Status = TicketStatus.Resolved, ResolutionText = "Neu gestartet" }),
            (TicketStatus.Closed, new() { Status = TicketStatus.Closed }),
        };
        foreach (var (to, change) in changes.Where(step => step.Item1 <= status))
            story.Do(story.Agent, (ticket, agent) => TicketChanges.Change(ticket, change, agent));
        story.Ticket.Status.ShouldBe(status);
        return story;
    }

    public TicketStory Do(Member who, Func<Ticket, Member, Decision<TicketEvent>> act)
    {
        Record(act(Ticket, who), who);
        return this;
    }

    /// <param name="replies">Default: what a new tenant has.</param>
    /// <param name="now">Default: just after the last change.</param>
    public static Decision<TicketEvent> Comment(
        Ticket ticket, Member who, AddComment? said = null, CustomerReplies? replies = null, Instant? now = null) =>
        TicketConversation.Comment(
            ticket, said ?? Some.Comment(), who, replies ?? CustomerReplies.Default, now ?? ticket.UpdatedAt);

    public TicketStory Change(ChangeTicket change) => Do(Agent, (ticket, agent) => TicketChanges.Change(ticket, change, agent));

    public string? RefusalOf(Member who, Func<Ticket, Member, Decision<TicketEvent>> act) => act(Ticket, who).Refusal?.Code;

    public IReadOnlyList<TicketEvent> EventsOf(Member who, Func<Ticket, Member, Decision<TicketEvent>> act) => act(Ticket, who).Events;

    public static Ticket Fold(IEnumerable<Recorded<TicketEvent>> history) =>
        history.Aggregate((Ticket?)null, (state, recorded) => Ticket.Apply(state, recorded))!;

    private Member Is(Role role) => new(tenant, Some.Account(), role);

    private void Record(Decision<TicketEvent> decision, Member who)
    {
        var at = Some.Moment();
        foreach (var what in decision.Events)
        {
            var recorded = new Recorded<TicketEvent>((Ticket?.Version ?? 0) + 1, at, who.Account, what);
            history.Add(recorded);
            Ticket = Ticket.Apply(Ticket, recorded);
        }
    }
}
