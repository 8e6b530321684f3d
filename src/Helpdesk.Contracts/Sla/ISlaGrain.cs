using System.Collections.Immutable;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Contracts.Sla;

/// <summary>
/// What one tenant promises: its policies and, through it, its calendars. One at a time, so that no policy ever counts by a calendar that
/// is just being removed. Key: <c>{tenant:D}</c>.
/// </summary>
[Alias("ISlaGrain")]
public interface ISlaGrain : IGrainWithStringKey
{
    [Alias("Policies")]
    Task<Result<SlaPolicyBook>> Policies(Caller caller, CancellationToken cancellation);

    /// <param name="policy">With an id that nothing has yet.</param>
    /// <param name="at">Place in the list, from 0; <c>null</c>: above the last.</param>
    [Alias("AddPolicy")]
    Task<Result<Outcome<SlaPolicyBook>>> AddPolicy(
        Caller caller, CommandId id, SlaPolicy policy, int? at, int? version, CancellationToken cancellation);

    [Alias("ChangePolicy")]
    Task<Result<Outcome<SlaPolicyBook>>> ChangePolicy(
        Caller caller, CommandId id, SlaPolicy policy, int version, CancellationToken cancellation);

    [Alias("RemovePolicy")]
    Task<Result<Outcome<SlaPolicyBook>>> RemovePolicy(
        Caller caller, CommandId id, Guid policy, int? version, CancellationToken cancellation);

    /// <param name="ids">All policies, in their new order.</param>
    [Alias("ReorderPolicies")]
    Task<Result<Outcome<SlaPolicyBook>>> ReorderPolicies(
        Caller caller, CommandId id, IReadOnlyList<Guid> ids, int version, CancellationToken cancellation);

    /// <summary>All that are not removed, by name.</summary>
    [Alias("Calendars")]
    Task<Result<ImmutableArray<SavedCalendar>>> Calendars(Caller caller, CancellationToken cancellation);

    /// <param name="version">As read; <c>null</c>: there must be none yet.</param>
    [Alias("SaveCalendar")]
    Task<Result<Outcome<SavedCalendar>>> SaveCalendar(
        Caller caller, CommandId id, Guid calendar, CalendarDefinition definition, int? version, CancellationToken cancellation);

    [Alias("RemoveCalendar")]
    Task<Result<Outcome<SavedCalendar>>> RemoveCalendar(
        Caller caller, CommandId id, Guid calendar, int? version, CancellationToken cancellation);
}

/// <summary>
/// One calendar; the only writer of its history. Changed through <see cref="ISlaGrain"/> alone. Key: <c>{tenant:D}/{calendar:D}</c>.
/// </summary>
[Alias("ICalendarGrain")]
public interface ICalendarGrain : IGrainWithStringKey
{
    [Alias("Save")]
    Task<Result<Outcome<SavedCalendar>>> Save(
        Caller caller, CommandId id, CalendarDefinition definition, int? version, CancellationToken cancellation);

    [Alias("Remove")]
    Task<Result<Outcome<SavedCalendar>>> Remove(Caller caller, CommandId id, int? version, CancellationToken cancellation);
}
