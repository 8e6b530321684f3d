namespace Helpdesk.Domain.Staff;

/// <summary>Declaring what somebody knows: their own, or as a manager anybody's.</summary>
public static class ExpertiseRules
{
    public const int MostItems = 50;
    public const int MostAreaLength = 100;
    public const int MostQualificationLength = 200;

    public static Decision<ExpertiseEvent> Declare(Expertise? present, AccountId person, ImmutableArray<ExpertiseItem> items, Member member)
    {
        if (member.Account != person && member.Role < Role.Manager)
            return AccessErrors.RoleRequired;
        if (Faults(items).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);
        return (present?.Items ?? []).SequenceEqual(items) ? Decision<ExpertiseEvent>.Nothing : new ExpertiseEvent.Declared(person, items);
    }

    public static IEnumerable<FieldError> Faults(ImmutableArray<ExpertiseItem> items)
    {
        if (items.Length > MostItems)
        {
            yield return FieldError.TooMany("/items", MostItems);
            yield break;
        }

        var known = new HashSet<(string, string)>();
        for (var index = 0; index < items.Length; index++)
        {
            var (item, at) = (items[index], $"/items/{index}");
            if (Text.OneLine(item.Area, $"{at}/area", MostAreaLength) is { } area)
                yield return area;
            else if (!known.Add((Topics.Key(item.Area), Topics.Key(item.Qualification ?? ""))))
                yield return FieldCode.Duplicate.At(at,
                    "Nennen Sie jedes Gebiet zu jeder Qualifikation nur einmal.", "Must name each area once for each qualification.");
            if (item.Level is < ExpertiseItem.LeastLevel or > ExpertiseItem.MostLevel)
                yield return FieldError.OutOfRange($"{at}/level", ExpertiseItem.LeastLevel, ExpertiseItem.MostLevel);
            if (item.Qualification is not null
                && Text.OneLine(item.Qualification, $"{at}/qualification", MostQualificationLength) is { } qualification)
                yield return qualification;
            if (item.ValidUntil is { } day && !StaffDates.IsSensible(day))
                yield return StaffDates.NotSensible($"{at}/valid_until");
        }
    }
}

/// <summary>When two words mean one topic.</summary>
public static class Topics
{
    /// <summary>Case and surrounding space do not matter.</summary>
    public static string Key(string word) => TicketKeys.Fold(word.Trim());
}
