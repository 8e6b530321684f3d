namespace Helpdesk.Domain.Tickets;

/// <summary>A view that everybody of the staff has.</summary>
/// <param name="Key">Stable.</param>
public sealed record BuiltInView(string Key, string De, string En, string Filters, string Sort)
{
    private static readonly string Open =
        "status=" + string.Join(',', TicketStatuses.All.Where(static status => !status.IsOver()).Select(Words<TicketStatus>.Of));

    public static readonly IReadOnlyList<BuiltInView> All =
    [
        new("my_open", "Meine offenen", "My open", Open + "&assignee=me", "due_at"),
        new("unassigned", "Nicht zugewiesen", "Unassigned", Open + "&assignee=none", "due_at"),
        new("overdue", "Überfällig", "Overdue", Open + "&sla_state=breached", "due_at"),
        new("at_risk", "Bald fällig", "At risk", Open + "&sla_state=warned", "due_at"),
        new("unread", "Ungelesen", "Unread", Open + "&unread=true", "-updated_at"),
        new("all_open", "Alle offenen", "All open", Open, "-updated_at"),
        new("recently_closed", "Zuletzt geschlossen", "Recently closed", "status=closed", "-updated_at"),
    ];
}
