using System.Collections.Immutable;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Contracts.Staff;

/// <summary>What one person of the staff knows. Key: <c>{tenant:D}/{account:D}</c>.</summary>
[Alias("IExpertiseGrain")]
public interface IExpertiseGrain : IGrainWithStringKey
{
    /// <summary>Staff only. Nothing declared yet: an empty list in version 0.</summary>
    [Alias("Read")]
    Task<Result<Expertise>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="items">All of it, in place of what was declared before.</param>
    /// <param name="version">As read, 0 for the first time; <c>null</c>: whatever it is.</param>
    [Alias("Declare")]
    Task<Result<Outcome<Expertise>>> Declare(
        Caller caller, CommandId id, ImmutableArray<ExpertiseItem> items, int? version, CancellationToken cancellation);
}

/// <summary>What an hour of one person costs. Managers and admins only. Key: <c>{tenant:D}/{account:D}</c>.</summary>
[Alias("IHourlyRatesGrain")]
public interface IHourlyRatesGrain : IGrainWithStringKey
{
    [Alias("Read")]
    Task<Result<HourlyRates>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="rates">All of them, in place of those before.</param>
    /// <param name="version">As read, 0 for the first time; <c>null</c>: whatever it is.</param>
    [Alias("Agree")]
    Task<Result<Outcome<HourlyRates>>> Agree(
        Caller caller, CommandId id, ImmutableArray<HourlyRate> rates, int? version, CancellationToken cancellation);
}

/// <summary>The time that staff spent on one ticket. Key: <c>{tenant:D}/{ticket:D}</c>.</summary>
[Alias("ITimeSheetGrain")]
public interface ITimeSheetGrain : IGrainWithStringKey
{
    /// <summary>Agents read their own entries, managers and admins all; see <see cref="TimeSheet.For"/>.</summary>
    [Alias("Read")]
    Task<Result<TimeSheet>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="person"><c>null</c>: the caller.</param>
    /// <param name="today">In the tenant's zone: nothing is recorded ahead.</param>
    [Alias("Record")]
    Task<Result<Outcome<TimeEntry>>> Record(
        Caller caller, CommandId id, Guid entry, AccountId? person, Work work, LocalDate today, CancellationToken cancellation);

    /// <param name="revision">The entry's revision, as read; <c>null</c>: whatever it is.</param>
    [Alias("Correct")]
    Task<Result<Outcome<TimeEntry>>> Correct(
        Caller caller, CommandId id, Guid entry, WorkChange change, LocalDate today, int? revision, CancellationToken cancellation);

    /// <param name="revision">The entry's revision, as read; <c>null</c>: whatever it is.</param>
    /// <returns>Whether it was removed before, by the same command.</returns>
    [Alias("Remove")]
    Task<Result<bool>> Remove(Caller caller, CommandId id, Guid entry, int? revision, CancellationToken cancellation);

    /// <summary>Managers and admins only.</summary>
    [Alias("Cost")]
    Task<Result<TicketCost>> Cost(Caller caller, CancellationToken cancellation);
}
