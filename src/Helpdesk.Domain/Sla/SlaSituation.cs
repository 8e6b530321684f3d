using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Domain.Sla;

/// <summary>What a tenant promises at this moment, and what one ticket was promised before.</summary>
/// <param name="Book">The present version.</param>
/// <param name="Calendars">In their present versions.</param>
/// <param name="Rules">Those, and every version that the ticket's terms name.</param>
/// <param name="AutoClose"><c>null</c>: resolved tickets stay resolved.</param>
public sealed record SlaSituation(
    SlaPolicyBook Book, IReadOnlyDictionary<Guid, BusinessCalendar> Calendars, SlaRules Rules, LocalDays? AutoClose)
{
    /// <summary>Present version of each calendar.</summary>
    public IReadOnlyDictionary<Guid, int> InForce { get; } = Calendars.ToDictionary(
        pair => pair.Key, pair => pair.Value.Origin!.Value.Version);
}

/// <summary>
/// Brings what planning a ticket needs. Answers from memory as a rule; what a tenant changed in another process
/// may take 5 seconds to show.
/// </summary>
public interface ISlaSituations
{
    /// <param name="clock">
    /// The clock of the ticket that is asked about: brings the versions that its terms name. <c>null</c>: only the present ones are needed.
    /// </param>
    ValueTask<SlaSituation> For(TenantId tenant, SlaClock? clock, CancellationToken cancellation);
}
