namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Whether the database says nothing at all, as <see cref="DatabasePulse"/> finds. While that is so nobody waits for it: whoever asks for
/// a connection is refused at once.
/// </summary>
public sealed class DatabaseSilence
{
    private volatile CancellationTokenSource doubt = new();
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
            throw new StorageException("The database is silent: nothing is asked of it until it answers.", new TimeoutException());
    }

    internal async Task Follow(Pulse pulse)
    {
        isComplete = pulse.IsSilent;
        if (pulse.IsInDoubt)
            await doubt.CancelAsync();
        else if (doubt.IsCancellationRequested)
            doubt = new(); // the old one may still be looked at; it holds nothing that has to be given back
    }
}
