namespace Helpdesk.Domain.Reports;

/// <summary>What the rows of a report stand for.</summary>
public enum ReportGrouping
{
    Priority,
    Category,
    Queue,
    Team,
    /// <summary>In the tenant's time zone, such as <c>2026-11</c>.</summary>
    Month,
    /// <summary>Single people: only where the tenant's admin has switched that on.</summary>
    Assignee,
}

/// <summary>One countable thing.</summary>
/// <param name="At">Which month it belongs to.</param>
public sealed record ReportFact<T>(ReportKeys Keys, Instant At, T Value);

/// <param name="Key">Word, month or account id; <c>null</c>: tickets without one.</param>
/// <param name="IsRest">Teams that are too small to be shown by themselves, together.</param>
public sealed record ReportGroup<T>(string? Key, bool IsRest, IReadOnlyList<T> Values);

/// <summary>
/// Puts facts into rows. A report that is <em>suitable</em> to watch single people needs the consent of the staff council; so unless the
/// tenant has switched it on, nobody is shown alone, and what teams do is shown from <see cref="LeastPeople"/> people on. Smaller teams are
/// put together until they are enough people, and with them, where need be, the next larger one: else the difference to the whole would
/// give the last small team away.
/// </summary>
public static class ReportGroups
{
    public const int LeastPeople = 5;

    public static Error? Refusal(ReportGrouping? by, bool perPerson) =>
        by == ReportGrouping.Assignee && !perPerson ? ReportErrors.PerPersonOff : null;

    /// <param name="perPerson">The tenant has switched figures about single people on.</param>
    /// <returns>
    /// In order: priorities from urgent to low, everything else by its key; what has no key comes last, the rest behind it.
    /// </returns>
    public static IReadOnlyList<ReportGroup<T>> Of<T>(
        IReadOnlyList<ReportFact<T>> facts, ReportGrouping by, DateTimeZone zone, bool perPerson)
    {
        var groups = facts.GroupBy(fact => KeyOf(fact, by, zone), TicketKeys.Comparer).Select(group => group.ToList()).ToList();
        var hidden = by == ReportGrouping.Team && !perPerson ? TooSmall(groups) : [];
        var shown = groups.Except(hidden)
            .Select(group => GroupOf(Spelling(group.Select(fact => KeyOf(fact, by, zone))), isRest: false, group))
            .OrderBy(group => group.Key is null).ThenBy(group => OrderOf(group.Key, by), StringComparer.Ordinal);
        return hidden.Count == 0 ? [.. shown] : [.. shown, GroupOf(null, isRest: true, [.. hidden.SelectMany(group => group)])];
    }

    private static List<List<ReportFact<T>>> TooSmall<T>(List<List<ReportFact<T>>> groups)
    {
        var bySize = groups.OrderBy(PeopleIn).ToList();
        var count = bySize.TakeWhile(group => PeopleIn(group) < LeastPeople).Count();
        while (count > 0 && count < bySize.Count && PeopleIn(bySize.Take(count).SelectMany(group => group)) < LeastPeople)
            count++;
        return bySize[..count];
    }

    private static int PeopleIn<T>(IEnumerable<ReportFact<T>> facts) =>
        facts.Select(fact => fact.Keys.Assignee).OfType<AccountId>().Distinct().Count();

    // One word is one row: as most tickets spell it, of several the first.
    private static string? Spelling(IEnumerable<string?> words) =>
        words.CountBy(word => word ?? "").OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .First().Key is { Length: > 0 } most ? most : null;

    private static string? KeyOf<T>(ReportFact<T> fact, ReportGrouping by, DateTimeZone zone) => by switch
    {
        ReportGrouping.Priority => Words<Priority>.Of(fact.Keys.Priority),
        ReportGrouping.Category => fact.Keys.Category,
        ReportGrouping.Queue => fact.Keys.Queue,
        ReportGrouping.Team => fact.Keys.Team,
        ReportGrouping.Assignee => fact.Keys.Assignee?.Value.ToString("D"),
        _ => ReportMonths.KeyOf(fact.At, zone),
    };

    private static string OrderOf(string? key, ReportGrouping by) =>
        by == ReportGrouping.Priority && Words<Priority>.Parse(key) is { } priority ? $"{(int)Priority.Urgent - (int)priority}" : key ?? "";

    private static ReportGroup<T> GroupOf<T>(string? key, bool isRest, IReadOnlyList<ReportFact<T>> facts) =>
        new(key, isRest, [.. facts.Select(fact => fact.Value)]);
}
