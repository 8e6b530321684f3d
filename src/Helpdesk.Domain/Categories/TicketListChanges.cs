using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Categories;

/// <summary>How the lists of a tenant may change. No change touches a ticket: a ticket keeps the word that it was given.</summary>
public static class TicketListChanges
{
    public const int MostEntries = 500;

    /// <param name="at">Place in the list, from 0; <c>null</c>: at the end.</param>
    public static Decision<TicketListEvent> Add(TicketLists lists, ListKind kind, ListEntry entry, int? at, Member member)
    {
        if (Refusal(lists, kind, entry, member) is { } refused)
            return refused;
        var present = lists.Of(kind);
        if (present.Any(one => TicketKeys.AreSame(one.Key, entry.Key)))
            return CategoryErrors.KeyTaken;
        if (present.Length >= MostEntries)
            return CategoryErrors.TooMany;

        return new TicketListEvent.Added(
            kind, Math.Clamp(at ?? present.Length, 0, present.Length), Spelled(lists, kind, entry) with { Revision = 1 });
    }

    /// <param name="at">Place in the list afterwards; <c>null</c>: where it is.</param>
    /// <param name="revision">As read.</param>
    public static Decision<TicketListEvent> Change(TicketLists lists, ListKind kind, ListEntry entry, int? at, int revision, Member member)
    {
        if (lists.Find(kind, entry.Key) is not { } before)
            return member.Role == Role.Admin ? AccessErrors.NotFound : AccessErrors.AdminOnly;
        if (Refusal(lists, kind, entry, member) is { } refused)
            return refused;
        if (((int?)revision).IsStale(before.Revision))
            return FeedErrors.Stale;

        entry = Spelled(lists, kind, entry) with { Key = before.Key };
        var present = lists.Of(kind);
        var place = present.IndexOf(before);
        var to = Math.Clamp(at ?? place, 0, present.Length - 1);
        return to == place && entry.SaysTheSameAs(before)
            ? Decision<TicketListEvent>.Nothing : new TicketListEvent.Changed(kind, to, entry with { Revision = before.Revision + 1 });
    }

    /// <param name="revision">As read; <c>null</c>: whatever it is.</param>
    /// <param name="isCarried">Some ticket has it.</param>
    /// <param name="book">The policies in force: what they name stays.</param>
    public static Decision<TicketListEvent> Remove(
        TicketLists lists, ListKind kind, string key, int? revision, bool isCarried, SlaPolicyBook book, Member member)
    {
        if (member.Role != Role.Admin)
            return AccessErrors.AdminOnly;
        if (lists.Find(kind, key) is not { } entry)
            return AccessErrors.NotFound;
        if (revision.IsStale(entry.Revision))
            return FeedErrors.Stale;

        return isCarried || IsNamed(lists, kind, key) || book.Policies.Any(policy => Names(policy, kind, key))
            ? CategoryErrors.InUse(kind)
            : new TicketListEvent.Removed(kind, entry.Key);
    }

    // What an entry names, it names as that entry spells itself.
    private static ListEntry Spelled(TicketLists lists, ListKind kind, ListEntry entry) => kind switch
    {
        ListKind.Category => entry with { Queue = lists.Spelled(ListKind.Queue, entry.Queue) },
        ListKind.Queue => entry with { Team = lists.Spelled(ListKind.Team, entry.Team) },
        _ => entry,
    };

    private static Error? Refusal(TicketLists lists, ListKind kind, ListEntry entry, Member member)
    {
        if (member.Role != Role.Admin)
            return AccessErrors.AdminOnly;

        var faults = TicketListFaults.Of(lists, kind, entry).OfType<FieldError>().ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    private static bool IsNamed(TicketLists lists, ListKind kind, string key) => kind switch
    {
        ListKind.Queue => lists.Categories.Any(category => TicketKeys.AreSame(category.Queue, key)),
        ListKind.Team => lists.Queues.Any(queue => TicketKeys.AreSame(queue.Team, key)),
        _ => false,
    };

    private static bool Names(SlaPolicy policy, ListKind kind, string key) => kind switch
    {
        ListKind.Category => policy.Condition.Categories.Contains(key, TicketKeys.Comparer),
        ListKind.Queue => policy.Condition.Queues.Contains(key, TicketKeys.Comparer),
        _ => policy.Steps.SelectMany(step => step.Actions).OfType<EscalationAction.ReassignTo>()
            .Any(reassign => TicketKeys.AreSame(reassign.Team, key)),
    };
}
