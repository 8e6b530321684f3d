namespace Helpdesk.Contracts.Due;

/// <summary>A grain whose state names moments at which it must be looked at.</summary>
[Alias("IDueSubject")]
public interface IDueSubject : IGrainWithStringKey
{
    /// <summary>
    /// A moment has come. The grain decides by its own state and clock what follows, records it and settles the moment in one transaction;
    /// a second look finds nothing left to do.
    /// </summary>
    /// <param name="kind">Which moment; what else is due may be settled along with it.</param>
    [Alias("Look")]
    Task Look(string kind, CancellationToken cancellation);
}

/// <summary>Looks for what is due in one shard and tells whom it concerns. Key: number of the shard.</summary>
[Alias("ISweeperGrain")]
public interface ISweeperGrain : IGrainWithIntegerKey
{
    /// <summary>Wakes it for good: from now on a reminder keeps it alive, also after a restart.</summary>
    [Alias("Start")]
    Task Start(CancellationToken cancellation);

    /// <summary>One look, until nothing more is due.</summary>
    /// <returns>How many moments were settled.</returns>
    [Alias("Sweep")]
    Task<int> Sweep(CancellationToken cancellation);
}
