namespace Helpdesk.Contracts;

/// <summary>
/// A grain was called by one that it waits for itself: neither would ever answer. A defect of ours, refused at once instead of being left
/// to a time-out.
/// </summary>
[GenerateSerializer, Alias("call-circle")]
public sealed class CallCircleException(string chain) : Exception($"A grain calls one that waits for it: {chain}.")
{
    /// <summary>Who called whom, <c>a → b → a</c>.</summary>
    [Id(0)]
    public string Chain { get; } = chain;
}
