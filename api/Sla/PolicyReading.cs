using Helpdesk.Domain.Sla;

namespace Helpdesk.Api.Sla;

internal static class PolicyReading
{
    public static FieldError NotADuration(string pointer) => FieldCode.Type.At(pointer,
        "Muss eine Dauer nach ISO 8601 in Wochen, Tagen, Stunden, Minuten und Sekunden sein, zum Beispiel PT8H.",
        "Must be an ISO 8601 duration of weeks, days, hours, minutes and seconds, such as PT8H.");

    /// <summary>As far as it can be read: <see cref="Faults"/> have been told with the body.</summary>
    public static SlaPolicy Read(PolicyBody body, Guid id) => Gather(body, id, out _);

    /// <summary>All that is wrong with it, in form and in meaning, but for what the tenant's calendars decide.</summary>
    public static IReadOnlyList<FieldError> Faults(PolicyBody body, Instant now) => Gather(body, Guid.Empty, out var ofForm) is var read
        ? Http.Faults.Together(ofForm, SlaPolicyChecks.Faults(read, calendars: null, now)) : [];

    private static SlaPolicy Gather(PolicyBody body, Guid id, out List<FieldError> gathered)
    {
        var faults = gathered = [];
        var conditions = body.Conditions;
        var policy = new SlaPolicy(
            id, Revision: 1, body.Name ?? "",
            new(conditions?.Category ?? [], conditions?.Priority ?? [], conditions?.Queue ?? [], conditions?.RequesterGroup ?? []),
            [.. (body.Targets ?? []).Select((target, at) => new SlaObjective(
                Word(target.Target, $"/targets/{at}/target"), Word(target.Priority, $"/targets/{at}/priority"),
                Length(target.Within, $"/targets/{at}/within"), target.Calendar))],
            [.. (body.Pauses ?? []).Select((pause, at) => new SlaPause(
                Word(pause.Target, $"/pauses/{at}/target"), Word(pause.Status, $"/pauses/{at}/status")))],
            [.. (body.Escalation ?? []).Select((step, at) => Step(step, $"/escalation/{at}"))]);
        return policy;

        T Word<T>(T? value, string at) where T : struct
        {
            if (value is null)
                faults.Add(FieldError.Required(at));
            return value.GetValueOrDefault();
        }

        Duration Length(string? text, string at)
        {
            if (SlaDuration.Parse(text) is { } length)
                return length;
            faults.Add(NotADuration(at));
            return default;
        }

        EscalationStep Step(StepBody step, string at)
        {
            if (step.AtBasisPoints is null == step.FromDue is null)
                faults.Add(FieldCode.OneOfTwo.At(at));
            var actions = (step.Actions ?? []).Select((action, number) => Action(action, $"{at}/actions/{number}")).ToList();
            var offset = step.FromDue is null ? Duration.Zero : Length(step.FromDue, at + "/from_due");
            EscalationPoint point = step.AtBasisPoints is { } share ? new EscalationPoint.Share(share) : new EscalationPoint.Offset(offset);
            return new(step.Key ?? "", step.Target, point, actions);
        }

        EscalationAction Action(ActionBody action, string at)
        {
            var kind = Word(action.Type, at + "/type");
            if (kind is EscalationActionKind.RaisePriority)
                _ = Word(action.Priority, at + "/priority");
            var takesValue = kind is EscalationActionKind.NotifyEmail or EscalationActionKind.Reassign or EscalationActionKind.AddTag;
            if (takesValue && action.Value is null)
                faults.Add(FieldError.Required(at + "/value"));
            else if (!takesValue && action.Value is not null)
                faults.Add(FieldCode.NotTaken.At(at + "/value"));
            return Meant(kind, action.Value ?? "", action.Priority ?? default, action.AnyTime ?? false);
        }
    }

    public static PolicyListResponse Of(SlaPolicyBook book) => new([.. book.Policies.Select(Of)], null, book.Policies.Length, book.Version);

    public static PolicyResponse Of(SlaPolicy policy) => new(
        policy.Id, policy.Revision, policy.Name,
        new(policy.Condition.Categories, policy.Condition.Priorities, policy.Condition.Queues, policy.Condition.RequesterGroups),
        [.. policy.Objectives.Select(one => new TargetBody(one.Target, one.Priority, SlaDuration.Format(one.Within), one.Calendar))],
        [.. policy.Pauses.Select(pause => new PauseBody(pause.Target, pause.Status))],
        [
            .. policy.Steps.Select(step => new StepBody(
                step.Key, step.Target, (step.At as EscalationPoint.Share)?.BasisPoints,
                step.At is EscalationPoint.Offset offset ? SlaDuration.Format(offset.FromDue) : null, [.. step.Actions.Select(Of)])),
        ]);

    private static EscalationAction Meant(EscalationActionKind kind, string value, Priority priority, bool anyTime) => kind switch
    {
        EscalationActionKind.NotifyAssignee => new EscalationAction.Notify(new SlaAudience.Assignee(), anyTime),
        EscalationActionKind.NotifyTeam => new EscalationAction.Notify(new SlaAudience.Team(), anyTime),
        EscalationActionKind.NotifyManager => new EscalationAction.Notify(new SlaAudience.Manager(), anyTime),
        EscalationActionKind.NotifyEmail => new EscalationAction.Notify(new SlaAudience.Email(value), anyTime),
        EscalationActionKind.RaisePriority => new EscalationAction.RaisePriority(priority),
        EscalationActionKind.Reassign => new EscalationAction.ReassignTo(value),
        EscalationActionKind.AddTag => new EscalationAction.AddTag(value),
        _ => throw new InvalidOperationException($"There is no action {kind}."),
    };

    private static ActionBody Of(EscalationAction action) => action switch
    {
        EscalationAction.Notify { Audience: var audience, AnyTime: var anyTime } => audience switch
        {
            SlaAudience.Assignee => new(EscalationActionKind.NotifyAssignee, AnyTime: anyTime),
            SlaAudience.Team => new(EscalationActionKind.NotifyTeam, AnyTime: anyTime),
            SlaAudience.Manager => new(EscalationActionKind.NotifyManager, AnyTime: anyTime),
            SlaAudience.Email email => new(EscalationActionKind.NotifyEmail, email.Address, AnyTime: anyTime),
            var unknown => throw new InvalidOperationException($"The API has no word for {unknown.GetType().Name}."),
        },
        EscalationAction.RaisePriority raise => new(EscalationActionKind.RaisePriority, Priority: raise.To, AnyTime: false),
        EscalationAction.ReassignTo reassign => new(EscalationActionKind.Reassign, reassign.Team, AnyTime: false),
        EscalationAction.AddTag add => new(EscalationActionKind.AddTag, add.Tag, AnyTime: false),
        var unknown => throw new InvalidOperationException($"The API has no word for {unknown.GetType().Name}."),
    };
}
