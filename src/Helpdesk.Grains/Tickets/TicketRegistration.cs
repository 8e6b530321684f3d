using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Due;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Tickets;

public static class TicketRegistration
{
    /// <summary>
    /// What tickets need besides their grains: somebody who looks when a moment comes, after acts on two of them, and after assignees.
    /// </summary>
    public static IServiceCollection AddTickets(this IServiceCollection services) => services
        .AddSingleton(new DueSubjectKind(Ticket.Kind, (grains, key) => grains.GetGrain<ITicketGrain>(key)))
        .AddSingleton<AnswerReaders>()
        .AddFeedConsumer<DeliveredAnswers>()
        .AddFeedConsumer<TicketPairSettling>()
        .AddFeedConsumer<FollowUpLinks>()
        .AddFeedConsumer<LeaverConsumer>()
        .AddFeedConsumer<SatisfactionQuestions>();
}
