using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>How a tenant's policies may change. Tickets that were promised something under an older version are not touched.</summary>
public static class SlaPolicyChanges
{
    /// <param name="at">Place in the list, from 0; <c>null</c>: above the last, which holds for every ticket.</param>
    /// <param name="calendars">Those of the tenant, in their present versions.</param>
    public static Decision<SlaPolicyEvent> Add(
        SlaPolicyBook book, SlaPolicy policy, int? at, IReadOnlyDictionary<Guid, BusinessCalendar> calendars, Member member, Instant now)
    {
        if (SlaErrors.UnlessAdmin(member) is { } refused)
            return refused;
        if (SlaPolicyChecks.Faults(policy, calendars, now) is { Count: > 0 } faults)
            return Error.Invalid(faults);
        if (book.Policies.Length >= SlaLimits.Policies)
            return SlaErrors.TooManyPolicies;

        var place = Math.Clamp(at ?? book.Policies.Length - 1, 0, book.Policies.Length);
        return Checked(book, new SlaPolicyEvent.Added(place, policy with { Revision = 1 }));
    }

    public static Decision<SlaPolicyEvent> Change(
        SlaPolicyBook book, SlaPolicy policy, IReadOnlyDictionary<Guid, BusinessCalendar> calendars, Member member, Instant now)
    {
        if (SlaErrors.UnlessAdmin(member) is { } refused)
            return refused;
        if (book.Find(policy.Id) is not { } before)
            return AccessErrors.NotFound;
        if (SlaPolicyChecks.Faults(policy, calendars, now) is { Count: > 0 } faults)
            return Error.Invalid(faults);

        return Checked(book, new SlaPolicyEvent.Changed(policy with { Revision = before.Revision + 1 }));
    }

    public static Decision<SlaPolicyEvent> Remove(SlaPolicyBook book, Guid id, Member member)
    {
        if (SlaErrors.UnlessAdmin(member) is { } refused)
            return refused;

        return book.Find(id) is null ? AccessErrors.NotFound : Checked(book, new SlaPolicyEvent.Removed(id));
    }

    /// <param name="ids">All policies, in their new order.</param>
    public static Decision<SlaPolicyEvent> Reorder(SlaPolicyBook book, IReadOnlyList<Guid> ids, Member member)
    {
        if (SlaErrors.UnlessAdmin(member) is { } refused)
            return refused;
        if (ids.Count != book.Policies.Length || !ids.ToHashSet().SetEquals(book.Policies.Select(policy => policy.Id)))
            return Error.Invalid(FieldCode.Incomplete.At("/ids"));
        if (ids.SequenceEqual(book.Policies.Select(policy => policy.Id)))
            return Decision<SlaPolicyEvent>.Nothing;

        return Checked(book, new SlaPolicyEvent.Reordered(ids));
    }

    // Exactly one wins: the last holds for every ticket, and no other does, since what stands below one that does could never win.
    private static Decision<SlaPolicyEvent> Checked(SlaPolicyBook book, SlaPolicyEvent happened)
    {
        var after = SlaPolicyBook.Apply(book, new(book.Version + 1, default, null, happened)).Policies;
        return after.Length > 0 && after[^1].Condition.IsAlways && after.Count(policy => policy.Condition.IsAlways) == 1
            ? happened
            : SlaErrors.DefaultPolicyNeeded;
    }
}
