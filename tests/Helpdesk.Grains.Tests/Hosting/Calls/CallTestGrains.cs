namespace Helpdesk.Grains.Tests.Hosting.Calls;

/// <summary>Calls the grains of a path, each from the one before.</summary>
[Alias("IPathGrain")]
public interface IPathGrain : IGrainWithStringKey
{
    /// <summary>How many grains were called.</summary>
    [Alias("Follow")]
    Task<int> Follow(string[] path, CancellationToken cancellation);

    /// <summary>First one path, then the other.</summary>
    [Alias("FollowBoth")]
    Task<int> FollowBoth(string[] path, string[] other, CancellationToken cancellation);
}

public sealed class PathGrain : Grain, IPathGrain
{
    public async Task<int> Follow(string[] path, CancellationToken cancellation) =>
        path.Length == 0 ? 0 : 1 + await GrainFactory.GetGrain<IPathGrain>(path[0]).Follow(path[1..], cancellation);

    public async Task<int> FollowBoth(string[] path, string[] other, CancellationToken cancellation) =>
        await Follow(path, cancellation) + await Follow(other, cancellation);
}

/// <summary>Is lost as often as it is told to.</summary>
[Alias("IShakyGrain")]
public interface IShakyGrain : IGrainWithStringKey
{
    /// <summary>Whether the call that was answered came as a repetition.</summary>
    [Alias("Answer")]
    Task<bool> Answer(string what, int losses, CancellationToken cancellation);

    [Alias("Fail")]
    Task Fail(string what, CancellationToken cancellation);
}

public sealed class ShakyGrain : Grain, IShakyGrain
{
    private int calls;

    public Task<bool> Answer(string what, int losses, CancellationToken cancellation)
    {
        what.ShouldBe("what was asked", "a repetition says the same");
        return calls++ < losses ? throw Lost()
            : Task.FromResult(RequestContext.Get("helpdesk.again") is true);
    }

    private Exception Lost() => this.GetPrimaryKeyString().StartsWith("not begun", StringComparison.Ordinal)
        ? new Orleans.Runtime.OrleansException("Trying to register it on an invalid silo.")
        : new Orleans.Runtime.SiloUnavailableException("Lost.");

    public Task Fail(string what, CancellationToken cancellation) => throw new InvalidOperationException($"Call {++calls} fails.");
}
