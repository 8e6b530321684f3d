namespace Orleans.Local;

/// <summary>Words for a call that would wait for itself. The packages let it wait until it times out; here it fails at once.</summary>
internal static class Deadlock
{
    public static InvalidOperationException Between(Work running, Work arriving, Activation activation) => new(
        $"{arriving} would wait for {running}, which waits for it: {Chain(arriving)}. {activation.GrainId} takes one call at a time. "
        + "Do not call back into a grain that waits for you, or allow it: [AlwaysInterleave] on the method, [Reentrant] on the class, "
        + "or RequestContext.AllowCallChainReentrancy() around the outgoing call.");

    private static string Chain(Work arriving)
    {
        var grains = new List<string> { Target(arriving) };
        for (var work = arriving.Parent; work is not null; work = work.Parent)
        {
            if (work.Runner is { } runner)
                grains.Insert(0, runner.GrainId.ToString());
        }

        return string.Join(" → ", grains);
    }

    private static string Target(Work work) => work is Call call ? call.Reference.GrainId.ToString() : work.Runner?.GrainId.ToString() ?? "";
}
