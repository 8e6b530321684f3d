namespace Helpdesk.Domain.Staff;

/// <summary>
/// Who could take a ticket, best first, and why. Knowledge of the category counts most, then that of the tags; a certificate adds a little,
/// and every ticket that somebody has already takes a little away. Only active staff are asked; what has expired does not count.
/// </summary>
/// <remarks>
/// Whoever nothing is known of comes last, whatever the points, and that is the reason given. Equal points: fewer tickets first,
/// then the name, then the id. The same question always has the same answer.
/// </remarks>
public static class AssigneeSuggestion
{
    public const int PerCategoryLevel = 20;
    public const int PerTagLevel = 8;

    /// <summary>Further tags add nothing: a ticket with many tags must not drown its category.</summary>
    public const int MostTags = 3;
    public const int ForQualification = 10;
    public const int PerOpenTicket = -4;
    public const int MostForLoad = -60;

    /// <param name="today">In the tenant's zone.</param>
    public static IReadOnlyList<SuggestedAssignee> Rank(
        SuggestionTopics topics, IEnumerable<AssigneeCandidate> candidates, LocalDate today) =>
    [
        .. candidates.Select(candidate => Judge(topics, candidate, today))
            .OrderByDescending(suggested => suggested.Reasons.Any(reason => reason.Points > 0))
            .ThenByDescending(suggested => suggested.Points)
            .ThenBy(suggested => suggested.Candidate.OpenTickets)
            .ThenBy(suggested => NameKey.Of(suggested.Candidate.Name), StringComparer.Ordinal)
            .ThenBy(suggested => suggested.Candidate.Account.Value),
    ];

    private static SuggestedAssignee Judge(SuggestionTopics topics, AssigneeCandidate candidate, LocalDate today)
    {
        var byTopic = candidate.Items.ToLookup(item => Topics.Key(item.Area));
        var reasons = new List<SuggestionReason>();
        var counted = new List<ExpertiseItem>();

        if (topics.Category is { } category && Best(category) is { } known)
            Add(SuggestionReasonCode.Category, category, known, PerCategoryLevel);
        var tags = topics.Tags.DistinctBy(Topics.Key).Where(
            tag => topics.Category is null || Topics.Key(tag) != Topics.Key(topics.Category))
            .Select(tag => (Tag: tag, Item: Best(tag))).Where(match => match.Item is not null)
            .OrderByDescending(match => match.Item!.Level).ThenBy(match => match.Tag, StringComparer.Ordinal).Take(MostTags);
        foreach (var (tag, item) in tags)
            Add(SuggestionReasonCode.Tag, tag, item!, PerTagLevel);

        if (counted.FirstOrDefault(item => item.Qualification is not null) is { } proven)
            reasons.Add(new(SuggestionReasonCode.Qualification, ForQualification, proven.Qualification!, null));
        foreach (var expired in topics.All.SelectMany(topic => byTopic[Topics.Key(topic)]).Where(item => !item.IsValidOn(today)))
            reasons.Add(new(SuggestionReasonCode.Expired, 0, expired.Qualification ?? expired.Area, expired.Level));
        if (reasons.Count == 0 && topics.All.Any())
            reasons.Add(new(SuggestionReasonCode.NothingKnown, 0, null, null));
        if (candidate.OpenTickets > 0)
            reasons.Add(new(
                SuggestionReasonCode.Workload, Math.Max(candidate.OpenTickets * PerOpenTicket, MostForLoad), null, candidate.OpenTickets));
        return new(candidate, reasons.Sum(reason => reason.Points), [.. reasons]);

        ExpertiseItem? Best(string topic) => byTopic[Topics.Key(topic)].Where(item => item.IsValidOn(today))
            .OrderByDescending(item => item.Level).ThenBy(item => item.Qualification is null).FirstOrDefault();

        void Add(SuggestionReasonCode code, string topic, ExpertiseItem item, int perLevel)
        {
            counted.Add(item);
            reasons.Add(new(code, item.Level * perLevel, topic, item.Level));
        }
    }
}

/// <summary>What a ticket is about.</summary>
public sealed record SuggestionTopics(string? Category, IReadOnlyList<string> Tags)
{
    public IEnumerable<string> All => (Category is null ? Tags : Tags.Prepend(Category)).DistinctBy(Topics.Key);
}

/// <summary>An active agent, manager or admin.</summary>
/// <param name="OpenTickets">Assigned to them and neither resolved nor closed.</param>
public sealed record AssigneeCandidate(AccountId Account, string Name, Role Role, ImmutableArray<ExpertiseItem> Items, int OpenTickets);

/// <param name="Points">The sum of those of the reasons.</param>
public sealed record SuggestedAssignee(AssigneeCandidate Candidate, int Points, ImmutableArray<SuggestionReason> Reasons);

public enum SuggestionReasonCode
{
    /// <summary>Knows the ticket's category.</summary>
    Category,
    /// <summary>Knows one of its tags.</summary>
    Tag,
    /// <summary>Has a certificate for one of these.</summary>
    Qualification,
    /// <summary>Knew it, or had a certificate, but that has expired.</summary>
    Expired,
    /// <summary>Has tickets already.</summary>
    Workload,
    /// <summary>Has declared nothing that this ticket is about.</summary>
    NothingKnown,
}

/// <param name="About">The category, tag or certificate; <c>null</c>: about none of these.</param>
/// <param name="Amount">The level, or how many tickets; <c>null</c>: neither.</param>
public sealed record SuggestionReason(SuggestionReasonCode Code, int Points, string? About, int? Amount)
{
    public string Describe(bool german) => Code switch
    {
        SuggestionReasonCode.Category => german ? $"Kennt die Kategorie „{About}“ auf Stufe {Amount}"
            : $"Knows the category “{About}” at level {Amount}",
        SuggestionReasonCode.Tag => german ? $"Kennt das Schlagwort „{About}“ auf Stufe {Amount}"
            : $"Knows the tag “{About}” at level {Amount}",
        SuggestionReasonCode.Qualification => german ? $"Hat die Qualifikation „{About}“" : $"Holds the qualification “{About}”",
        SuggestionReasonCode.Expired => german ? $"„{About}“ ist abgelaufen und zählt nicht" : $"“{About}” has expired and does not count",
        SuggestionReasonCode.NothingKnown => german
            ? "Hat zu Kategorie und Schlagwörtern nichts angegeben" : "Has declared nothing about the category or the tags",
        SuggestionReasonCode.Workload => german ? $"Hat {Amount} offene Tickets" : $"Has {Amount} open tickets",
        _ => throw new InvalidOperationException($"There are no words for {Code}."),
    };
}
