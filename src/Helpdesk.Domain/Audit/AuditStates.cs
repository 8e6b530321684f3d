namespace Helpdesk.Domain.Audit;

/// <summary>
/// Most events say from what to what. Some say only what is now, as a whole; what was before stands in the event before. This is where: so
/// the log can show both.
/// </summary>
/// <param name="Aggregate">Kind of the aggregate.</param>
/// <param name="Value">The member of the event that holds the value.</param>
/// <param name="Sets">Events that hold it, without the aggregate's kind.</param>
/// <param name="Ends">Events after which there is no value any more.</param>
/// <param name="SameAs">
/// Which of several values in one stream it is: paths in the events that set, each with the path of the same thing in those that end, as
/// <c>policy,id</c>.
/// </param>
public sealed record AuditState(
    string Aggregate, string Value, IReadOnlyList<string> Sets, IReadOnlyList<string> Ends,
    IReadOnlyList<(string InSets, string InEnds)> SameAs)
{
    public static readonly IReadOnlyList<AuditState> All =
    [
        new("flag_set", "definition", ["defined", "changed", "restored"], ["archived"], [("key", "key")]),
        new("calendar", "definition", ["saved"], ["removed"], []),
        new("sla-policies", "policy", ["added", "changed"], ["removed"], [("policy,id", "id")]),
        new("ticket-lists", "entry", ["added", "changed"], ["removed"], [("list", "list"), ("entry,key", "key")]),
        new("tenant_template", "content", ["saved"], ["removed"], []),
        new("text_modules", "choice", ["added", "changed"], ["removed"], [("id", "id")]),
        new("expertise", "items", ["declared"], [], []),
        new("hourly_rates", "rates", ["agreed"], [], []),
    ];

    private static readonly Dictionary<string, AuditState> ByKind =
        All.SelectMany(state => state.Sets.Concat(state.Ends).Select(what => ($"{state.Aggregate}.{what}", state))).ToDictionary();

    /// <returns><c>null</c>: such an event says itself what was before, or changes no value.</returns>
    public static AuditState? Of(string kind) => ByKind.GetValueOrDefault(kind);
}
