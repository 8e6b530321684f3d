namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Whether the database says nothing at all, as <see cref="DatabasePulse"/> finds. While that is so nobody waits for it: whoever asks for
/// a connection is refused at once.
/// </summary>
public sealed class DatabaseSilence
{
    private volatile CancellationTokenSource doubt = new();
    private volatile CancellationTokenSource complete = new();
    private volatile bool isComplete;

    public bool IsComplete => isComplete;

    /// <summary>
    /// Cancelled while an answer is overdue, which is before anything is refused: who knows an answer from before gives that one.
    /// </summary>
    public CancellationToken Doubt => doubt.Token;

    /// <exception cref="StorageException">The database is silent.</exception>
    internal void Refuse()
    {
        if (isComplete)
            throw Refusal();
    }

    /// <summary>
    /// What a statement comes to, or the refusal as soon as the database is silent: who has begun to wait before is let go like those who
    /// come later. The statement ends by itself, within its own time.
    /// </summary>
    /// <exception cref="StorageException">The database is silent; whether the statement had its effect is open.</exception>
    internal async ValueTask<T> Heard<T>(Task<T> statement)
    {
        if (statement.IsCompleted)
            return await statement;
        try
        {
            return await statement.WaitAsync(complete.Token);
        }
        catch (OperationCanceledException) when (!statement.IsCompleted && isComplete)
        {
            throw Refusal();
        }
    }

    internal async Task Follow(Pulse pulse)
    {
        isComplete = pulse.IsSilent;
        if (pulse.IsSilent)
            await complete.CancelAsync();
        else if (complete.IsCancellationRequested)
            complete = new();
        if (pulse.IsInDoubt)
            await doubt.CancelAsync();
        else if (doubt.IsCancellationRequested)
            doubt = new(); // the old one may still be looked at; it holds nothing that has to be given back
    }

    private static StorageException Refusal() =>
        new("The database is silent: nothing is asked of it until it answers.", new TimeoutException());
}
