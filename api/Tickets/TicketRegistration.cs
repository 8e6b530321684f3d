namespace Helpdesk.Api.Tickets;

internal static class TicketRegistration
{
    public static WebApplicationBuilder AddTickets(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SatisfactionLinks>().AddSingleton<CommentPreview>().AddSingleton<FeedbackLimits>()
            .AddSingleton<ViewShelves>().AddSingleton<ViewCounts>().AddSingleton<BulkActs>().AddSingleton<DeskCallers>();
        return builder;
    }
}
