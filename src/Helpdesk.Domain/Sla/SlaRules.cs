using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>The versions of books and calendars that a ticket's terms name. Whoever asks a clock brings those of all its eras.</summary>
public sealed class SlaRules(IEnumerable<SlaPolicyBook> books, IEnumerable<BusinessCalendar> calendars)
{
    private readonly Dictionary<int, SlaPolicyBook> books = books.ToDictionary(book => book.Version);
    private readonly Dictionary<CalendarRef, BusinessCalendar> calendars = calendars.ToDictionary(calendar => calendar.Origin!.Value);

    /// <summary>Enough for every ticket whose tenant never changed anything.</summary>
    public static readonly SlaRules Seeded = new([SlaPolicyBook.Seeded], []);

    /// <summary>What must be brought for a clock.</summary>
    public static (IReadOnlySet<int> Books, IReadOnlySet<CalendarRef> Calendars) Needed(SlaClock clock) =>
    (
        clock.Eras.Select(era => era.Terms.Book).ToHashSet(),
        clock.Eras.SelectMany(era => era.Terms.Calendars).Select(pair => new CalendarRef(pair.Key, pair.Value)).ToHashSet()
    );

    /// <summary>The book that the terms are of.</summary>
    internal SlaPolicyBook BookOf(SlaTerms terms) =>
        books.GetValueOrDefault(terms.Book) ?? throw new InvalidOperationException(
            $"Version {terms.Book} of the policies was not brought.");

    // Made of those events of a book that can be read, it may lack the very policy.
    internal SlaPolicy Policy(SlaTerms terms) => BookOf(terms).Find(terms.Policy)
        ?? throw new UnreadableException($"The policy {terms.Policy} cannot be read in version {terms.Book}.");

    internal SlaObjective? Objective(SlaEra era, SlaTarget target) => Policy(era.Terms).Objective(target, era.Priority);

    internal BusinessCalendar Calendar(SlaTerms terms, SlaObjective objective)
    {
        if (objective.Calendar is not { } id)
            return BusinessCalendar.AlwaysOpen;

        var version = new CalendarRef(id, terms.Calendars[id]);
        return calendars.GetValueOrDefault(version)
            ?? throw new InvalidOperationException($"Version {version.Version} of the calendar {id} was not brought.");
    }

    /// <summary>A policy names a calendar that is not there. One in use cannot be removed, so it is stored and cannot be read.</summary>
    internal static UnreadableException NoCalendar(Guid id) => new($"The calendar {id} cannot be read.");
}
