namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>
/// The grains that wait for the call that is being answered. It travels with calls from grain to grain; no other call pays for it.
/// </summary>
internal static class CallChain
{
    private const string Entry = "helpdesk.chain";

    /// <summary>From here on, calls of this flow of control say that <paramref name="caller"/> waits for them.</summary>
    /// <exception cref="CallCircleException">
    /// <paramref name="target"/> waits for <paramref name="caller"/>, or is the caller itself.
    /// </exception>
    public static void Extend(GrainId caller, GrainId target)
    {
        var before = RequestContext.Get(Entry) as GrainId[] ?? [];
        GrainId[] waiting = [.. before, caller];
        if (Array.IndexOf(waiting, target) is var place and >= 0)
            throw new CallCircleException(string.Join(" → ", waiting[place..].Append(target)));
        RequestContext.Set(Entry, waiting);
    }
}
