using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Testing;

/// <summary>Builds the history of one ticket and the appends that record it.</summary>
public sealed class TicketHistory(TenantId tenant)
{
    private readonly List<Recorded<TicketEvent>> events = [];

    public TenantId Tenant => tenant;

    public Guid Stream { get; } = Guid.CreateVersion7();

    public Ticket? State { get; private set; }

    public static TicketEvent.Opened Opened(
        string? number = null, AccountId? requester = null, string subject = "Drucker druckt nicht") => new()
        {
            Number = number ?? $"TEST-{Some.Number():D6}",
            Subject = subject,
            Description = "Seit heute früh.",
            Priority = Priority.Medium,
            Category = "it",
            Queue = null,
            Team = null,
            Requester = requester
            ?? Some.Account(),
            Channel = "api",
        };

    public static TicketEvent.Commented Said(
        string body = "Schon neu gestartet?", Visibility visibility = Visibility.Public, bool fromStaff = true) =>
        new(Guid.CreateVersion7(), body, visibility, fromStaff);

    /// <summary>What the next append would hold; the history goes on from it at once.</summary>
    public Append<Ticket, TicketEvent> Next(params TicketEvent[] what) =>
        Next(new Operation(Guid.CreateVersion7(), "test"), Some.Moment(), what);

    /// <param name="what">Nothing: the operation alone, of a command that changed nothing.</param>
    public Append<Ticket, TicketEvent> Next(Operation operation, Instant at, params TicketEvent[] what)
    {
        var before = State;
        var recorded =
            what.Select((one, index) => new Recorded<TicketEvent>((before?.Version ?? 0) + index + 1, at, Some.Account(), one)).ToList();
        events.AddRange(recorded);
        State = recorded.Aggregate(before, (state, one) => Ticket.Apply(state, one));
        return new(tenant, Stream, before, State!, recorded, operation, "test");
    }
}
