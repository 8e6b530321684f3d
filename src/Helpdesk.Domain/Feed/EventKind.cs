namespace Helpdesk.Domain.Feed;

/// <summary>
/// The names that events have in the database: <c>TicketEvent.SubjectChanged</c> of <c>ticket</c> is <c>ticket.subject_changed</c>.
/// </summary>
public static class EventKind
{
    /// <param name="aggregate">Kind of the aggregate, as in its <c>IAggregate.Kind</c>.</param>
    public static string Of(string aggregate, Type what) => $"{aggregate}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(what.Name)}";
}
