using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Tickets;

/// <summary>
/// Keeps the promise, the due time and the next look of a ticket true to its history. Runs after every change and at every due moment.
/// </summary>
public static class TicketPlanning
{
    /// <summary>Kinds of due moments of a ticket.</summary>
    public const string SlaLook = "sla";
    public const string AutoCloseLook = "auto-close";

    /// <summary>
    /// Notes on the last event of a change what it does to the promise and to the plan. They stand on the event, not beside it: the history
    /// says which change moved the due time, and nothing is written that did not move.
    /// </summary>
    /// <param name="decided">At least one.</param>
    /// <param name="ticket">With <paramref name="decided"/> applied.</param>
    /// <param name="now">When the change is made.</param>
    public static IReadOnlyList<TicketEvent> Complete(
        IReadOnlyList<TicketEvent> decided, Ticket ticket, SlaSituation situation, Instant now)
    {
        if (ticket.Clock is not { } clock)
            return decided;

        var terms = NewTerms(clock, situation);
        if (terms is not null)
            clock = SlaClock.Apply(clock, now, new SlaFact.PolicyApplied(terms));
        var plan = Plan(ticket, clock, situation, now);
        return terms is null && plan == ticket.Plan
            ? decided
            : [.. decided.Take(decided.Count - 1), decided[^1] with { Promised = terms ?? decided[^1].Promised, Planned = plan }];
    }

    /// <summary>A due moment has come: what the policy asks for, in its order, and the closing of a ticket that stayed resolved.</summary>
    /// <param name="lists">The tenant's: a team is written as it stands there, however the policy spells it.</param>
    public static Decision<TicketEvent> Look(Ticket ticket, SlaSituation situation, TicketLists lists, Instant now)
    {
        if (ticket.IsDeleted || ticket.Clock is not { } clock)
            return Decision<TicketEvent>.Nothing;
        if (AutoClose.Owed(ticket, situation.AutoClose, now) is { } closed)
            return closed;
        if (clock.Terms is not { } terms || SlaEvaluation.Of(clock, situation.Rules, now).Owed is not { Count: > 0 } owed)
            return Stale(ticket, clock, situation, now);

        var subject = new SlaSubject(ticket.Priority, ticket.Team, ticket.Assignee, ticket.Tags);
        return SlaBreach.Respond(subject, situation.Rules.Policy(terms), owed).Select(effect => effect is SlaEffect.Notify notify
            ? Owed(notify, clock, situation.Rules, owed, now)
            : EventOf(ticket, effect, lists, Breaches(clock, owed))).ToList();
    }

    /// <summary>An admin's explicit wish: from now on the present policies and calendars hold for this ticket.</summary>
    public static Decision<TicketEvent> Reevaluate(Ticket ticket, SlaSituation situation, Member member)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Reevaluate) is { } refused)
            return refused;
        if (ticket.Clock is not { } clock)
            return Decision<TicketEvent>.Nothing;

        var terms = SlaTerms.Of(situation.Book, clock.Fields, situation.InForce);
        return terms == clock.Terms ? Decision<TicketEvent>.Nothing : new TicketEvent.SlaReevaluated { Promised = terms };
    }

    // The look came for nothing; if the plan in the history says otherwise, it is put right.
    private static Decision<TicketEvent> Stale(Ticket ticket, SlaClock clock, SlaSituation situation, Instant now)
    {
        var plan = Plan(ticket, clock, situation, now);
        return plan == ticket.Plan ? Decision<TicketEvent>.Nothing : new TicketEvent.SlaPlanCorrected { Planned = plan };
    }

    // A first promise, or, after a change of fields, another policy of the same version.
    private static SlaTerms? NewTerms(SlaClock clock, SlaSituation situation) => clock.Terms is { } terms
        ? terms.After(situation.Rules.BookOf(terms), clock.Fields)
        : SlaTerms.Of(situation.Book, clock.Fields, situation.InForce);

    private static TicketPlan Plan(Ticket ticket, SlaClock clock, SlaSituation situation, Instant now)
    {
        if (ticket.IsDeleted || clock.IsWithdrawn)
            return TicketPlan.None;

        var evaluation = SlaEvaluation.Of(clock, situation.Rules, now);
        return new(
            evaluation.DueAt, evaluation.State, evaluation.Owed is [var first, ..] ? first.At : evaluation.NextLook,
            AutoClose.DueAt(ticket, situation.AutoClose))
        { DueTarget = evaluation.DueTarget };
    }

    // A person's hours are those in which the target counts: who is promised office hours is served by an office.
    private static TicketEvent Owed(SlaEffect.Notify notify, SlaClock clock, SlaRules rules, IReadOnlyList<SlaMoment> owed, Instant now)
    {
        var hours = rules.Objective(clock.Eras[^1], notify.About.Target) is { } objective
            ? rules.Calendar(clock.Eras[^1].Terms, objective)
            : BusinessCalendar.AlwaysOpen;
        var missed = Breaches(clock, owed).Any(breach => breach.IsSameAs(notify.About with { Step = null }));
        return new TicketEvent.NotificationOwed(
            notify.To, notify.About, notify.AnyTime, SlaNotice.TellAt(hours, notify.AnyTime, now), missed);
    }

    private static IEnumerable<SlaMoment> Breaches(SlaClock clock, IReadOnlyList<SlaMoment> owed) =>
        clock.Reached.Concat(owed).Where(moment => moment.IsBreach);

    private static bool IsOfBreach(SlaMoment moment, IEnumerable<SlaMoment> breaches) =>
        !moment.IsBreach && breaches.Any(breach => breach.IsSameAs(moment with { Step = null }) && breach.At <= moment.At);

    private static TicketEvent EventOf(
        Ticket ticket, SlaEffect effect, TicketLists lists, IEnumerable<SlaMoment> breaches) => effect switch
        {
            SlaEffect.Record record => new TicketEvent.SlaMomentReached(record.Moment, IsOfBreach(record.Moment, breaches)),
            SlaEffect.RaisePriority raise => new TicketEvent.PriorityChanged(ticket.Priority, raise.To),
            SlaEffect.Reassign reassign => new TicketEvent.TeamChanged(ticket.Team, lists.Spelled(ListKind.Team, reassign.Team)),
            SlaEffect.AddTag add => new TicketEvent.Tagged(add.Tag),
            var unknown => throw new InvalidOperationException($"No event stands for {unknown.GetType().Name}."),
        };
}
