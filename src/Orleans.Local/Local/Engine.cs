using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Where calls come in and activations live. One per host.</summary>
internal sealed class Engine : IDisposable
{
    /// <summary>The source of calls from outside grains.</summary>
    public static readonly GrainId Client = GrainId.Create("sys.client", "local");

    // A call that finds one ending activation after the other was sent to a grain that ends itself while it activates.
    private const int MaxDisplacements = 8;

    private readonly Directory directory = new();
    private readonly Func<GrainId, IReceiver> create;
    private readonly PendingCalls pending = new();
    private readonly SiloMessagingOptions messaging;
    private ITimer? pendingTimer;
    private ITimer? idleTimer;
    private volatile State state = State.Created;

    public Engine(
        IServiceProvider services,
        TimeProvider time,
        IOptions<SiloMessagingOptions> messaging,
        IOptions<GrainCollectionOptions> collection,
        EngineLog log)
    {
        Services = services;
        Time = time;
        this.messaging = messaging.Value;
        Collection = collection.Value;
        Log = log;
        IncomingFilters = [.. services.GetServices<IIncomingGrainCallFilter>()];
        OutgoingFilters = [.. services.GetServices<IOutgoingGrainCallFilter>()];
        CarryActivities = services.GetService<ActivityPropagation>() is not null;
        Classes = new(GrainAssemblies.GrainClasses(), this.messaging, Collection);
        References = new(this);
        create = Create;
    }

    private enum State
    {
        Created,
        Running,
        Stopping,
        Stopped,
    }

    public IServiceProvider Services { get; }

    public TimeProvider Time { get; }

    public GrainCollectionOptions Collection { get; }

    public EngineLog Log { get; }

    public IIncomingGrainCallFilter[] IncomingFilters { get; }

    public IOutgoingGrainCallFilter[] OutgoingFilters { get; }

    public bool CarryActivities { get; }

    public GrainClasses Classes { get; }

    public References References { get; }

    /// <summary>Complete when the idle activations that were found last are gone.</summary>
    public Task Collected { get; private set; } = Task.CompletedTask;

    public long Timestamp => Time.GetTimestamp();

    public TimeSpan Elapsed(long since) => Time.GetElapsedTime(since);

    public long TimestampAfter(TimeSpan span) => Timestamp + (long)(span.TotalSeconds * Time.TimestampFrequency);

    public void Start()
    {
        if (messaging.ResponseTimeout <= TimeSpan.Zero)
            throw new OrleansConfigurationException($"{nameof(MessagingOptions.ResponseTimeout)} must be positive.");
        if (Collection.CollectionAge <= Collection.CollectionQuantum)
            throw new OrleansConfigurationException($"{nameof(GrainCollectionOptions.CollectionAge)} must be longer than {nameof(GrainCollectionOptions.CollectionQuantum)}.");

        state = State.Running;
        var look = TimeSpan.FromTicks(Math.Clamp(messaging.ResponseTimeout.Ticks / 10, TimeSpan.TicksPerMillisecond * 10, TimeSpan.TicksPerSecond));
        pendingTimer = Time.CreateTimer(_ => EndOverdueCalls(), null, look, look);
        idleTimer = Time.CreateTimer(_ => Collect(), null, Collection.CollectionQuantum, Collection.CollectionQuantum);
    }

    /// <summary>Takes no calls from outside grains any more, ends all activations, then takes no calls at all.</summary>
    public async Task Stop(CancellationToken cancellation)
    {
        state = State.Stopping;
        idleTimer?.Dispose();
        try
        {
            while (directory.Where(_ => true).ToList() is { Count: > 0 } activations)
            {
                foreach (var activation in activations)
                    activation.Deactivate(new(DeactivationReasonCode.ShuttingDown, "The process stops."), CancellationToken.None);
                await Task.WhenAll(activations.Select(activation => activation.Deactivated)).WaitAsync(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            Log.StoppedWithActivations(directory.Count);
        }

        state = State.Stopped;
        pendingTimer?.Dispose();
    }

    /// <summary>Sends a call on its way.</summary>
    public void Post(Call call)
    {
        if (state is not State.Running && (call.Source is null || state is not State.Stopping))
        {
            call.Reject(new SiloUnavailableException(state is State.Created ? "The engine has not started yet." : "The engine stops."));
            return;
        }

        if (CarryActivities)
            call.Activity = Activity.Current;
        if (!call.Method.OneWay)
            pending.Add(call, TimestampAfter(call.Method.ResponseTimeout ?? messaging.ResponseTimeout));
        call.ObserveCancellation();
        if (!call.Abandoned)
            Dispatch(call);
    }

    /// <summary>Brings a call to an activation of its grain, old or new.</summary>
    public void Dispatch(Call call)
    {
        if (call.Displacements > MaxDisplacements)
        {
            call.Reject(new OrleansMessageRejectionException($"{call} met {call.Displacements} activations that ended before they took it."));
            return;
        }

        while (!directory.GetOrAdd(call.Reference.GrainId, create).Receive(call))
        {
            // A pool of workers that just closed; its entry is about to go.
        }
    }

    /// <summary>Makes room for the next activation of the same grain.</summary>
    public void Remove(Activation activation) => directory.Remove(activation);

    public void Dispose()
    {
        pendingTimer?.Dispose();
        idleTimer?.Dispose();
    }

    private IReceiver Create(GrainId id)
    {
        var grainClass = Classes.Of(id.Type);
        return grainClass.MaxWorkers > 0 ? new WorkerPool(this, grainClass, id) : new Activation(this, grainClass, id);
    }

    private void EndOverdueCalls()
    {
        foreach (var call in pending.Overdue(Timestamp))
        {
            var limit = call.Method.ResponseTimeout ?? messaging.ResponseTimeout;
            call.Reject(new TimeoutException($"Response did not arrive on time in {limit} for {call}. {(call.Runner is null ? "It waits for its turn." : "It may still run.")}"));
        }
    }

    private void Collect()
    {
        if (Collected.IsCompleted)
            Collected = EndIdleActivations();
    }

    /// <summary>A batch at a time, so that a thousand calls are not behind a hundred thousand goodbyes.</summary>
    private async Task EndIdleActivations()
    {
        foreach (var batch in directory.Where(activation => activation.IsIdle).Chunk(256))
            await Task.WhenAll(batch.Select(activation => activation.EndIfIdle()));
    }
}
