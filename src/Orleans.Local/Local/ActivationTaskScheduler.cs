namespace Orleans.Local;

/// <summary>
/// Runs an activation's turns one after the other: what arrives, and what follows an <c>await</c> of its code, which comes back here because
/// this is the current scheduler of every turn.
/// </summary>
internal sealed class ActivationTaskScheduler(Activation activation) : TaskScheduler, IThreadPoolWorkItem
{
    // After so many turns the thread goes to others that wait for it.
    private const int TurnsAtOnce = 64;

    private readonly Queue<object> turns = new();
    private bool scheduled;

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Queues a <see cref="Work"/> that arrives, or an <see cref="Action"/>.</summary>
    public void Enqueue(object turn)
    {
        lock (turns)
        {
            turns.Enqueue(turn);
            if (scheduled)
                return;
            scheduled = true;
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: true);
    }

    void IThreadPoolWorkItem.Execute()
    {
        RuntimeContext.Current = activation;
        try
        {
            // Only inside a task is this scheduler the current one.
            new Task(static self => ((ActivationTaskScheduler)self!).RunTurns(), this).RunSynchronously(this);
        }
        finally
        {
            RuntimeContext.Current = null;
        }
    }

    protected override void QueueTask(Task task) => Enqueue(task);

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) =>
        !taskWasPreviouslyQueued && RuntimeContext.Current == activation && TryExecuteTask(task);

    protected override IEnumerable<Task> GetScheduledTasks() => [];

    private void RunTurns()
    {
        for (var count = 0; count < TurnsAtOnce; count++)
        {
            if (!TryTake(out var turn))
                return;

            switch (turn)
            {
                case Task task:
                    TryExecuteTask(task);
                    break;
                case Work work:
                    activation.Accept(work);
                    break;
                default:
                    ((Action)turn).Invoke();
                    break;
            }
        }

        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private bool TryTake([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out object? turn)
    {
        lock (turns)
            return turns.TryDequeue(out turn) || (scheduled = false);
    }
}
