namespace Helpdesk.House;

/// <summary>In how many product files one thing of a kind is named: about as many as the next one of its kind will touch.</summary>
/// <remarks>The examples have no rules of their own beside that they are there: those cost what they are worth.</remarks>
internal sealed record Reach(string Kind, string Example, int Most, Func<string, bool> Names)
{
    public static readonly IReadOnlyList<Reach> All =
    [
        new("a field of tickets", "the channel it came by", 12, line => line.Contains("string Channel {") || line.Contains(" Channel = ")),
        new("a status", "waiting on the customer", 4, line => line.Contains("WaitingOnCustomer") || line.Contains("waiting_on_customer")),
        new("a flag strategy", "the rollout of Unleash", 2, line => line.Contains("UnleashRollout") || line.Contains("unleash_rollout")),
        new("a kind of notification", "a host of the tenant's own is at risk", 2, line => line.Contains("DomainAtRisk")
            || line.Contains("domain_at_risk")),
        new("an endpoint", "evaluating a ticket's SLA again", 4, line => line.Contains("\"ReevaluateSla\"")
            || line.Contains("Reevaluate(")),
    ];

    public IReadOnlyList<string> Files(IEnumerable<SourceFile> product) =>
        [.. product.Where(file => file.Lines.Any(Names)).Select(file => file.Path)];
}
