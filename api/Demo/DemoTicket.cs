using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Demo;

/// <summary>
/// The history of one ticket, made in the past by the rules that make every ticket: who acts must be allowed to, due moments in between are
/// looked at when they come, and what does not follow from the rules cannot be written.
/// </summary>
internal sealed class DemoTicket(TenantId tenant, Guid id, SlaSituation situation)
{
    private readonly List<Recorded<TicketEvent>> events = [];

    public Ticket? State { get; private set; }

    public void Open(Instant at, AccountId by, string number, OpenTicket command) =>
        Do(at, by, TicketOpening.Open(command, number, As(by, Role.Customer)));

    public void Act(Instant at, AccountId by, Role role, Func<Ticket, Member, Decision<TicketEvent>> act)
    {
        LookUntil(at);
        Do(at, by, act(State!, As(by, role)));
    }

    /// <summary>What came due until then.</summary>
    public void LookUntil(Instant at)
    {
        while (Earliest() is { } due && due <= at
            && TicketPlanning.Look(State!, situation, due) is { Refusal: null, Events.Count: > 0 } look)
            Do(due, null, look);
    }

    /// <summary>All of it in one transaction.</summary>
    public Append<Ticket, TicketEvent> ToAppend() =>
        new(tenant, id, null, State!, events, new Operation(id, "demo"), "demo");

    private Instant? Earliest() => State!.Plan is { NextLook: { } look } plan
        ? Instant.Min(look, plan.CloseAt ?? look) : State.Plan.CloseAt;

    private void Do(Instant at, AccountId? by, Decision<TicketEvent> decision)
    {
        if (decision.Refusal is { } refusal)
            throw new InvalidOperationException($"Demo data was refused: {refusal.Code}. {refusal.Message}");
        if (decision.Events.Count == 0)
            return;

        at = State is null ? at : Instant.Max(at, State.UpdatedAt);
        var complete = TicketPlanning.Complete(decision.Events, Folded(decision.Events), situation, at);
        foreach (var one in complete)
        {
            events.Add(new(events.Count + 1, at, by, one));
            State = Ticket.Apply(State, events[^1]);
        }

        Ticket Folded(IReadOnlyList<TicketEvent> what)
        {
            var (state, version) = (State, events.Count);
            foreach (var one in what)
                state = Ticket.Apply(state, new(++version, at, by, one));
            return state!;
        }
    }

    private Member As(AccountId account, Role role) => new(tenant, account, role);
}
