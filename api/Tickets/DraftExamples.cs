using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

internal sealed class DraftExamples : IExamples
{
    private const string Text = "Guten Tag, wir haben die Druckwarteschlange neu gestartet und";

    private static readonly Guid Agent = new("0198c0de-7a11-7000-8000-0000000000a1");
    private static readonly DateTimeOffset Saved = new(2026, 11, 18, 8, 31, 12, TimeSpan.Zero);

    public IEnumerable<object> All =>
    [
        new SaveDraftRequest(Text, TicketStatus.WaitingOnCustomer, Shared: true),
        new DraftResponse(Text, TicketStatus.WaitingOnCustomer, [], [], Shared: true, Version: 3, Saved),
        new DraftListResponse([new(DraftKind.Answer, Agent, "Achim Muster", IsOwn: false, Text, [], Shared: true, Version: 3, Saved)]),
        new SaveNewTicketDraftRequest("Drucker im Bürgerbüro", "Der Drucker im Bürgerbüro druckt seit heute früh", Priority.High, "it"),
        new NewTicketDraftResponse
        {
            Subject = "Drucker im Bürgerbüro",
            Description = "Der Drucker im Bürgerbüro druckt seit heute früh",
            Priority = Priority.High,
            Category = "it",
            Queue = null,
            Team = null,
            Requester = null,
            RequesterEmail = null,
            RequesterName = null,
            Assignee = null,
            Attachments = [],
            Files = [],
            Version = 1,
            SavedAt = Saved,
        },
    ];
}
