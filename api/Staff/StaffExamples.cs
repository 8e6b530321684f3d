using Helpdesk.Domain.Staff;

namespace Helpdesk.Api.Staff;

/// <summary>An agent who knows printers, and three quarters of an hour of her time.</summary>
internal sealed class StaffExamples : IExamples
{
    private static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");

    private static readonly ExpertiseItemBody Knows = new("it", 4, "ITIL 4 Foundation", "2027-12-31");

    private static readonly RateBody Rate = new(8_550, "EUR", "2026-01-01", "2026-12-31");

    private static readonly TimeEntryResponse Entry = new(
        new("0198c0de-7a11-7000-8000-0000000000e7"), Agent, 45, "2026-11-18", "Druckwarteschlange geprüft", Billable: true, Version: 1);

    private static readonly MoneyBody Cost = new(6_413, "EUR");

    public IEnumerable<object> All =>
    [
        new DeclareExpertiseRequest([Knows]),
        new ExpertiseResponse(Agent, [Knows], 1),
        new AgreeRatesRequest([Rate]),
        new RatesResponse(Agent, [Rate], 1),
        new RecordTimeRequest(45, "2026-11-18", "Druckwarteschlange geprüft", Billable: true),
        new CorrectTimeRequest(50),
        Entry,
        new TimeEntryListResponse([Entry], null, 1, 45),
        new TicketCostResponse([new(Entry, new(8_550, "EUR"), Cost)], [new(Cost, Cost)], 45, 45, 0),
        new SuggestedAssigneesResponse([Suggested], null, 4),
    ];

    private static SuggestedAssigneeResponse Suggested => SuggestedAssigneeResponse.Of(AssigneeSuggestion.Rank(
        new("it", []), [new(new(Agent), "Anna Agentin", Role.Agent, [new("it", 4, "ITIL 4 Foundation", new(2027, 12, 31))],
            OpenTickets: 3)], new(2026, 11, 18))[0]);
}
