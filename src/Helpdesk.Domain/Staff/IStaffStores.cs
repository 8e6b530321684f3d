using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Staff;

/// <summary>Stores what staff know; a stream for each person.</summary>
public interface IExpertiseStore : IAggregateStore<Expertise, ExpertiseEvent>
{
    /// <summary>A ticket with everybody who could take it. One round trip.</summary>
    /// <returns><c>null</c>: there is no such ticket.</returns>
    Task<(Ticket Ticket, IReadOnlyList<AssigneeCandidate> Candidates)?> Candidates(
        TenantId tenant, TicketId ticket, CancellationToken cancellation);
}

/// <summary>Stores hourly rates; a stream for each person.</summary>
public interface IHourlyRatesStore : IAggregateStore<HourlyRates, HourlyRatesEvent>
{
    /// <summary>The rates of these people; whoever has none is left out.</summary>
    Task<IReadOnlyDictionary<AccountId, HourlyRates>> Of(
        TenantId tenant, IReadOnlyCollection<AccountId> people, CancellationToken cancellation);
}

/// <summary>Stores time; a stream for each ticket.</summary>
public interface ITimeSheetStore : IAggregateStore<TimeSheet, TimeSheetEvent>;
