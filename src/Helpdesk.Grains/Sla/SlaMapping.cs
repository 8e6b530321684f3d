using Helpdesk.Contracts.Sla;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using NodaTime;

namespace Helpdesk.Grains.Sla;

/// <summary>Between messages and rules, both ways.</summary>
internal static class SlaMapping
{
    public static CalendarView ToMessage(Guid id, CalendarDocument document) => new(id, document.Version, ToMessage(document.Definition));

    public static SlaPolicy ToDomain(this PolicyMessage message, Guid id) => new(
        id,
        Revision: 1,
        message.Name,
        new(message.Condition.Categories, message.Condition.Priorities, message.Condition.Queues, message.Condition.RequesterGroups),
        [.. message.Objectives.Select(one => new SlaObjective(one.Target, one.Priority, Duration.FromTimeSpan(one.Within), one.Calendar))],
        [.. message.Pauses.Select(pause => new SlaPause(pause.Target, pause.Status))],
        [.. message.Steps.Select(step => new EscalationStep(step.Key, step.Target, PointOf(step), [.. step.Actions.Select(ActionOf)]))]);

    public static PolicyBookView ToMessage(this SlaPolicyBook book) =>
        new(book.Version, [.. book.Policies.Select(policy => new PolicyView(policy.Id, policy.Revision, ToMessage(policy)))]);

    private static CalendarMessage ToMessage(CalendarDefinition calendar) => new(
        calendar.Name,
        calendar.Zone,
        [.. calendar.Windows.Select(window => new WeeklyWindowMessage([.. window.Days.Select(DayOf)], window.From.MinuteOfDay, window.To.MinuteOfDay))],
        calendar.Holidays is { } rules ? new(rules.Country, rules.State, rules.Municipality, rules.AssumptionDay, rules.CorpusChristi) : null,
        [
            .. calendar.SpecialDays.Select(day => new SpecialDayMessage(
                day.From.ToDateOnly(), day.To.ToDateOnly(), day.Name,
                [.. day.Windows.Select(window => new DayWindowMessage(window.From.MinuteOfDay, window.To.MinuteOfDay))])),
        ]);

    private static PolicyMessage ToMessage(SlaPolicy policy) => new(
        policy.Name,
        new(policy.Condition.Categories, policy.Condition.Priorities, policy.Condition.Queues, policy.Condition.RequesterGroups),
        [.. policy.Objectives.Select(one => new ObjectiveMessage(one.Target, one.Priority, one.Within.ToTimeSpan(), one.Calendar))],
        [.. policy.Pauses.Select(pause => new PauseMessage(pause.Target, pause.Status))],
        [
            .. policy.Steps.Select(step => new EscalationStepMessage(
                step.Key, step.Target, (step.At as EscalationPoint.Share)?.BasisPoints, (step.At as EscalationPoint.Offset)?.FromDue.ToTimeSpan(),
                [.. step.Actions.Select(ToMessage)])),
        ]);

    private static DayOfWeek DayOf(IsoDayOfWeek day) => day == IsoDayOfWeek.Sunday ? DayOfWeek.Sunday : (DayOfWeek)(int)day;

    // The api has checked that exactly one of the two is there.
    private static EscalationPoint PointOf(EscalationStepMessage step) => step.ShareBasisPoints is { } share
        ? new EscalationPoint.Share(share)
        : new EscalationPoint.Offset(Duration.FromTimeSpan(step.FromDue ?? TimeSpan.Zero));

    private static EscalationAction ActionOf(EscalationActionMessage action) => action.Kind switch
    {
        EscalationActionKind.NotifyAssignee => new EscalationAction.Notify(new SlaAudience.Assignee(), action.AnyTime),
        EscalationActionKind.NotifyTeam => new EscalationAction.Notify(new SlaAudience.Team(), action.AnyTime),
        EscalationActionKind.NotifyManager => new EscalationAction.Notify(new SlaAudience.Manager(), action.AnyTime),
        EscalationActionKind.NotifyEmail => new EscalationAction.Notify(new SlaAudience.Email(action.Value ?? ""), action.AnyTime),
        EscalationActionKind.RaisePriority => new EscalationAction.RaisePriority(action.Priority ?? default),
        EscalationActionKind.Reassign => new EscalationAction.ReassignTo(action.Value ?? ""),
        EscalationActionKind.AddTag => new EscalationAction.AddTag(action.Value ?? ""),
        _ => throw new InvalidOperationException($"There is no action {action.Kind}."),
    };

    private static EscalationActionMessage ToMessage(EscalationAction action) => action switch
    {
        EscalationAction.Notify { Audience: SlaAudience.Assignee } notify => new(EscalationActionKind.NotifyAssignee, null, null, notify.AnyTime),
        EscalationAction.Notify { Audience: SlaAudience.Team } notify => new(EscalationActionKind.NotifyTeam, null, null, notify.AnyTime),
        EscalationAction.Notify { Audience: SlaAudience.Manager } notify => new(EscalationActionKind.NotifyManager, null, null, notify.AnyTime),
        EscalationAction.Notify { Audience: SlaAudience.Email email } notify => new(EscalationActionKind.NotifyEmail, email.Address, null, notify.AnyTime),
        EscalationAction.RaisePriority raise => new(EscalationActionKind.RaisePriority, null, raise.To, false),
        EscalationAction.ReassignTo reassign => new(EscalationActionKind.Reassign, reassign.Team, null, false),
        EscalationAction.AddTag add => new(EscalationActionKind.AddTag, add.Tag, null, false),
        var unknown => throw new InvalidOperationException($"No message stands for {unknown.GetType().Name}."),
    };
}
