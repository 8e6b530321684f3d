using Helpdesk.Domain;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Contracts.Staff;

/// <summary>What one person of the staff knows. Key: <c>{tenant:D}/{account:D}</c>.</summary>
[Alias("IExpertiseGrain")]
public interface IExpertiseGrain : IGrainWithStringKey
{
    /// <summary>Staff only. Nothing declared yet: an empty list in version 0.</summary>
    [Alias("Read")]
    Task<Result<ExpertiseView>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="items">All of it, in place of what was declared before.</param>
    /// <param name="version">As read, 0 for the first time; <c>null</c>: whatever it is.</param>
    [Alias("Declare")]
    Task<Result<ExpertiseView>> Declare(
        Caller caller, CommandId id, IReadOnlyList<ExpertiseItemMessage> items, int? version, CancellationToken cancellation);
}

/// <summary>What an hour of one person costs. Managers and admins only. Key: <c>{tenant:D}/{account:D}</c>.</summary>
[Alias("IHourlyRatesGrain")]
public interface IHourlyRatesGrain : IGrainWithStringKey
{
    [Alias("Read")]
    Task<Result<HourlyRatesView>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="rates">All of them, in place of those before.</param>
    /// <param name="version">As read, 0 for the first time; <c>null</c>: whatever it is.</param>
    [Alias("Agree")]
    Task<Result<HourlyRatesView>> Agree(
        Caller caller, CommandId id, IReadOnlyList<HourlyRateMessage> rates, int? version, CancellationToken cancellation);
}

/// <summary>The time that staff spent on one ticket. Key: <c>{tenant:D}/{ticket:D}</c>.</summary>
[Alias("ITimeSheetGrain")]
public interface ITimeSheetGrain : IGrainWithStringKey
{
    /// <summary>Agents read their own entries, managers and admins all.</summary>
    [Alias("Read")]
    Task<Result<TimeSheetView>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="person"><c>null</c>: the caller.</param>
    /// <param name="today">In the tenant's zone: nothing is recorded ahead.</param>
    [Alias("Record")]
    Task<Result<TimeEntryOutcome>> Record(
        Caller caller, CommandId id, Guid entry, Guid? person, WorkMessage work, DateOnly today, CancellationToken cancellation);

    /// <param name="revision">Of the entry, as read; <c>null</c>: whatever it is.</param>
    [Alias("Correct")]
    Task<Result<TimeEntryOutcome>> Correct(
        Caller caller, CommandId id, Guid entry, WorkChange change, DateOnly today, int? revision, CancellationToken cancellation);

    /// <param name="revision">Of the entry, as read; <c>null</c>: whatever it is.</param>
    /// <returns>Whether it was removed before, by the same command.</returns>
    [Alias("Remove")]
    Task<Result<bool>> Remove(Caller caller, CommandId id, Guid entry, int? revision, CancellationToken cancellation);

    /// <summary>Managers and admins only; see <see cref="TicketCost"/>.</summary>
    [Alias("Cost")]
    Task<Result<TicketCostView>> Cost(Caller caller, CancellationToken cancellation);
}
