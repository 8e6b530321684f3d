namespace Helpdesk.Domain.Sla;

/// <summary>Decides what a missed target, or a warning before it, leads to. Performs nothing.</summary>
public static class SlaBreach
{
    /// <summary>
    /// In order: it is recorded; the priority is raised, never lowered; the ticket goes to another team; tags are added; people are told,
    /// after all that, so that they see the ticket as it now is.
    /// </summary>
    /// <param name="owed">
    /// As <see cref="SlaEvaluation.Owed"/> says: nothing that was acted on before, so a second look owes nothing.
    /// </param>
    public static IReadOnlyList<SlaEffect> Respond(SlaSubject ticket, SlaPolicy policy, IReadOnlyList<SlaMoment> owed)
    {
        var effects = new List<SlaEffect>(owed.Select(moment => new SlaEffect.Record(moment)));
        var asked = owed.SelectMany(policy.ActionsAt, (moment, action) => (moment, action)).ToList();
        var actions = asked.Select(pair => pair.action).ToList();

        var highest = actions.OfType<EscalationAction.RaisePriority>().Select(raise => raise.To).DefaultIfEmpty().Max();
        if (highest > ticket.Priority)
            effects.Add(new SlaEffect.RaisePriority(highest));

        var team = actions.OfType<EscalationAction.ReassignTo>().LastOrDefault()?.Team ?? ticket.Team;
        if (team is not null && !TicketKeys.AreSame(team, ticket.Team))
            effects.Add(new SlaEffect.Reassign(team));

        var tags = actions.OfType<EscalationAction.AddTag>().Select(add => add.Tag).Distinct(TicketKeys.Comparer)
            .Where(tag => !ticket.Tags.Contains(tag, TicketKeys.Comparer));
        effects.AddRange(tags.Select(tag => new SlaEffect.AddTag(tag)));

        var news = from pair in asked
                   let notify = pair.action as EscalationAction.Notify
                   where notify is not null
                   group (pair.moment, notify.AnyTime) by Recipient(notify.Audience, ticket, team);
        effects.AddRange(news.Select(told => new SlaEffect.Notify(told.Key, told.Last().moment, told.Any(about => about.AnyTime))));
        return effects;
    }

    // What nobody would read is told one level up: without an assignee the team, without a team the managers.
    private static SlaRecipient Recipient(SlaAudience audience, SlaSubject ticket, string? team) => audience switch
    {
        SlaAudience.Email email => new SlaRecipient.Email(email.Address),
        SlaAudience.Assignee when ticket.Assignee is { } assignee => new SlaRecipient.Account(assignee),
        SlaAudience.Assignee or SlaAudience.Team when team is not null => new SlaRecipient.Team(team),
        _ => new SlaRecipient.Managers(),
    };
}

/// <summary>What of a ticket matters to escalation.</summary>
public sealed record SlaSubject(Priority Priority, string? Team, AccountId? Assignee, IReadOnlyCollection<string> Tags);

/// <summary>Something to be done about a ticket, in one transaction with the others.</summary>
public abstract record SlaEffect
{
    private SlaEffect() { }

    /// <summary>Becomes <see cref="SlaFact.MomentReached"/>: the moment is not owed again.</summary>
    public sealed record Record(SlaMoment Moment) : SlaEffect;

    public sealed record RaisePriority(Priority To) : SlaEffect;

    public sealed record Reassign(string Team) : SlaEffect;

    public sealed record AddTag(string Tag) : SlaEffect;

    /// <summary>One per recipient and look, whatever the number of moments.</summary>
    /// <param name="About">The last of the moments that this recipient is told of.</param>
    public sealed record Notify(SlaRecipient To, SlaMoment About, bool AnyTime) : SlaEffect;
}

/// <summary>Who is told, for this ticket.</summary>
public abstract record SlaRecipient
{
    private SlaRecipient() { }

    public sealed record Account(AccountId Id) : SlaRecipient;

    public sealed record Team(string Name) : SlaRecipient;

    public sealed record Managers : SlaRecipient;

    public sealed record Email(string Address) : SlaRecipient;
}
