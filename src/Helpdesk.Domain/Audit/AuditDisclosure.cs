using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace Helpdesk.Domain.Audit;

/// <summary>
/// What of an event the log shows. What people wrote to each other stands at the ticket, where its own rules say who may read it, and is
/// erased there; secrets are sealed anyway; plans of clocks are derived.
/// </summary>
public static class AuditDisclosure
{
    private static readonly FrozenSet<string> LeftOut =
        new[] { "sealed", "body", "description", "resolution_text", "comment", "promised", "planned" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Hours = ["work", "from", "to"];

    /// <summary>
    /// Without the text that people wrote: <c>subject</c> and the like stay, since a change of them is what is to be seen.
    /// </summary>
    public static JsonObject Of(string kind, JsonObject data)
    {
        foreach (var member in data.Select(pair => pair.Key).Where(LeftOut.Contains).ToList())
            data.Remove(member);
        if (kind is "ticket.description_changed" or "ticket.resolution_changed")
            data.Remove("to");
        // That time was recorded, not how much and what for: a log of everybody's hours would be a means to watch performance.
        foreach (var member in kind.StartsWith("time_sheet.", StringComparison.Ordinal) ? Hours : [])
            data.Remove(member);
        return data;
    }
}
