using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>The activations of one stateless worker: an idle one takes a call, else a new one up to the limit, else the one with the fewest calls.</summary>
internal sealed class WorkerPool(Engine engine, GrainClass grainClass, GrainId grainId) : IReceiver
{
    private readonly List<Activation> workers = [];
    private bool closed;

    public bool Receive(Work work)
    {
        lock (workers)
            return !closed && Pick().Receive(work);
    }

    /// <returns>Whether that was the last one; the pool then takes nothing any more.</returns>
    public bool Remove(Activation worker)
    {
        lock (workers)
        {
            workers.Remove(worker);
            return closed = workers.Count == 0;
        }
    }

    public IReadOnlyList<Activation> Snapshot()
    {
        lock (workers)
            return [.. workers];
    }

    private Activation Pick()
    {
        var best = workers.MinBy(worker => worker.Requests);
        if (best is not null && (best.Requests == 0 || workers.Count >= grainClass.MaxWorkers))
            return best;

        var worker = new Activation(engine, grainClass, grainId);
        workers.Add(worker);
        return worker;
    }
}
