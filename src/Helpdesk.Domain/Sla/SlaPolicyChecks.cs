using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>What must be true of a policy before it may promise anything.</summary>
public static class SlaPolicyChecks
{
    /// <param name="calendars">Those of the tenant, in their present versions; <c>null</c>: what depends on them is not judged.</param>
    public static IReadOnlyList<FieldError> Faults(SlaPolicy policy, IReadOnlyDictionary<Guid, BusinessCalendar>? calendars, Instant now)
    {
        var faults = new List<FieldError>();
        if (Text.OneLine(policy.Name, "/name", SlaLimits.Name) is { } name)
            faults.Add(name);

        faults.AddRange(OfCondition(policy.Condition));
        faults.AddRange(policy.Objectives.SelectMany((objective, at) => OfObjective(objective, calendars, now, $"/targets/{at}")));
        faults.AddRange(Doubles(policy.Objectives, objective => (objective.Target, objective.Priority), "/targets"));
        faults.AddRange(OfPauses(policy));
        faults.AddRange(policy.Steps.Count > SlaLimits.Steps
            ? [FieldError.TooMany("/escalation", SlaLimits.Steps)]
            : policy.Steps.SelectMany((step, at) => OfStep(step, $"/escalation/{at}")));
        faults.AddRange(Doubles(policy.Steps, step => step.Key, "/escalation"));
        return faults;
    }

    /// <summary>A length of time that may be promised.</summary>
    public static FieldError? OfTarget(Duration within, string pointer)
    {
        if (within <= Duration.Zero)
            return FieldCode.NotPositive.At(pointer);
        if (within > BusinessCalendar.Horizon)
            return SlaErrors.TargetTooLong(pointer);

        return within.NanosecondOfDay % NodaConstants.NanosecondsPerSecond != 0 ? FieldCode.NotWholeSeconds.At(pointer) : null;
    }

    /// <summary>Words in it that no ticket could have.</summary>
    public static IEnumerable<FieldError> WordFaults(SlaPolicy policy) =>
    [
        .. OfCondition(policy.Condition),
        .. policy.Steps.SelectMany((step, at) => step.Actions.Select((action, of) => action is EscalationAction.Notify
            ? null : OfAction(action, $"/escalation/{at}/actions/{of}"))).OfType<FieldError>(),
    ];

    private static IEnumerable<FieldError> OfObjective(
        SlaObjective objective, IReadOnlyDictionary<Guid, BusinessCalendar>? calendars, Instant now, string pointer)
    {
        var fault = OfTarget(objective.Within, pointer + "/within");
        if (fault is not null)
            yield return fault;
        if (calendars is null || objective.Calendar is not { } known)
            yield break;
        if (!calendars.ContainsKey(known))
            yield return FieldCode.UnknownCalendar.At(pointer + "/calendar");
        else if (fault is null && calendars[known].Add(now, objective.Within) is null)
            yield return SlaErrors.NeverDue(pointer + "/within",
                $"In zehn Jahren ist der Kalender „{calendars[known].Name}“ nicht so lange offen.",
                $"within ten years the calendar '{calendars[known].Name}' is not open for so long.");
    }

    private static IEnumerable<FieldError> OfPauses(SlaPolicy policy)
    {
        foreach (var (pause, at) in policy.Pauses.Select((pause, at) => (pause, at)))
        {
            if (!pause.Status.CanPause())
                yield return SlaErrors.StatusCannotPause($"/pauses/{at}");
        }

        foreach (var target in policy.Objectives.Select(objective => objective.Target).Distinct())
        {
            if (TicketStatuses.All.All(status => !status.CanPause() || policy.IsPaused(target, status)))
                yield return SlaErrors.NeverDue("/pauses",
                    $"Jeder Status hält {Words<SlaTarget>.Of(target)} an.", $"every status pauses {Words<SlaTarget>.Of(target)}.");
        }
    }

    private static IEnumerable<FieldError> OfCondition(SlaCondition condition) =>
    [
        .. OfWords(condition.Categories, "/conditions/category", TicketKeys.Fault),
        .. OfWords(condition.Queues, "/conditions/queue", TicketKeys.Fault),
        .. OfWords(
            condition.RequesterGroups, "/conditions/requester_group", (word, at) => Text.OneLine(word, at, SlaLimits.Word)),
    ];

    private static IEnumerable<FieldError> OfWords(
        IReadOnlyList<string> words, string pointer, Func<string, string, FieldError?> fault) => words.Count > SlaLimits.Conditions
        ? [FieldError.TooMany(pointer, SlaLimits.Conditions)]
        : words.Select((word, at) => fault(word, $"{pointer}/{at}")).OfType<FieldError>();

    private static IEnumerable<FieldError> OfStep(EscalationStep step, string pointer)
    {
        if (Text.OneLine(step.Key, pointer + "/key", SlaLimits.Word) is { } key)
            yield return key;
        if (step.At is EscalationPoint.Share { BasisPoints: < 1 or > SlaLimits.Share })
            yield return SlaErrors.BadShare(pointer + "/at_basis_points");
        if (step.At is EscalationPoint.Offset { FromDue: var offset } && !IsOffset(offset))
            yield return SlaErrors.BadOffset(pointer + "/from_due");
        if (step.Actions.Count == 0)
            yield return SlaErrors.NoActions(pointer + "/actions");
        if (step.Actions.Count > SlaLimits.Actions)
            yield return FieldError.TooMany(pointer + "/actions", SlaLimits.Actions);

        foreach (var fault in step.Actions.Select((action, at) => OfAction(action, $"{pointer}/actions/{at}")).OfType<FieldError>())
            yield return fault;
    }

    private static bool IsOffset(Duration offset) =>
        offset >= -Duration.FromDays(SlaLimits.OffsetDays) && offset <= Duration.FromDays(SlaLimits.OffsetDays) &&
        offset.NanosecondOfDay % NodaConstants.NanosecondsPerSecond == 0;

    private static FieldError? OfAction(EscalationAction action, string pointer) => action switch
    {
        EscalationAction.ReassignTo reassign => TicketKeys.Fault(reassign.Team, pointer + "/value"),
        EscalationAction.AddTag tag => TicketKeys.Fault(tag.Tag, pointer + "/value"),
        EscalationAction.Notify { Audience: SlaAudience.Email email } when !IsEmail(email.Address) =>
            FieldCode.NotAnEmailAddress.At(pointer + "/value"),
        _ => null,
    };

    // Only what would break a mail header or could never be delivered; the mail channel has the last word.
    private static bool IsEmail(string address) =>
        address.Length <= 254 && address.Split('@') is [{ Length: > 0 and <= 64 }, { Length: > 0 }] &&
        !address.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter is ',' or ';' or '<' or '>' or '"');

    private static IEnumerable<FieldError> Doubles<T, TKey>(IReadOnlyList<T> items, Func<T, TKey> key, string pointer)
    {
        var seen = new HashSet<TKey>();
        return items.Select((item, at) => (item, at))
            .Where(pair => !seen.Add(key(pair.item)))
            .Select(pair => FieldCode.Duplicate.At($"{pointer}/{pair.at}"));
    }
}
