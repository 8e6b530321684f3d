using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Categories;

/// <summary>How the lists of a tenant may change. No change touches a ticket: a ticket keeps the word that it was given.</summary>
public static class TicketListChanges
{
    public const int MostEntries = 500;
    public const int MostMembers = 500;

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

        var faults = Faults(lists, kind, entry).OfType<FieldError>().ToList();
        return faults.Count > 0 ? Error.Invalid(faults) : null;
    }

    private static IEnumerable<FieldError?> Faults(TicketLists lists, ListKind kind, ListEntry entry)
    {
        FieldError?[] names =
        [
            Text.OneLine(entry.NameDe, "/name/de", TicketKeys.MostLetters), Text.OneLine(entry.NameEn, "/name/en", TicketKeys.MostLetters),
        ];
        foreach (var name in names)
            yield return name;
        if (names is [null, null] || entry.Key.Length > 0)
            yield return KeyFault(entry);
        if (kind == ListKind.Category && entry.Queue is not null && lists.Offered(ListKind.Queue, entry.Queue) is null)
            yield return CategoryErrors.Unknown(ListKind.Queue, "/queue");
        if (kind == ListKind.Queue && entry.Team is not null && lists.Offered(ListKind.Team, entry.Team) is null)
            yield return CategoryErrors.Unknown(ListKind.Team, "/team");
        if (kind != ListKind.Team)
            yield break;

        if (entry.Members.Length > MostMembers)
            yield return FieldError.TooMany("/members", MostMembers);
        if (entry.Members.Distinct().Count() != entry.Members.Length)
            yield return FieldCode.Duplicate.At("/members", "Nennt jemanden zweimal.", "Names somebody twice.");
        if (entry.Email is { } email && EmailAddress.Parse(email) is { IsOk: false } unfit)
            yield return unfit.Error.Fields[0];
    }

    /// <summary>Told of the name where the key was made from it: nobody sent one.</summary>
    /// <param name="at">Where the entry stands in the body.</param>
    public static FieldError? KeyFault(ListEntry entry, string at = "") =>
        TicketKeys.IsKey(entry.Key) || entry.Key != TicketKeys.From(entry.NameDe) ? TicketKeys.Fault(entry.Key, at + "/key")
        : FieldCode.BadKey.At(at + "/name",
            "Aus diesem Namen wird kein Schlüssel: Er braucht Buchstaben oder Ziffern in gewöhnlicher Form. Nennen Sie sonst key selbst.",
            "No key can be made from this name: it needs letters or digits in their usual form. Otherwise name the key yourself.");

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
