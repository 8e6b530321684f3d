using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Grains.Feed;

/// <summary>
/// How every command is carried out: decided on what the database has, written once, harmless to repeat. What a command is about, its
/// <see cref="ICommandWork{TPresent, TDecided, TEffect}"/> says.
/// </summary>
/// <remarks>
/// Somebody else may have been first between reading and writing. The loser's append is refused; it reads again and decides again, once;
/// then it gives up with a conflict.
/// </remarks>
internal static partial class CommandPath
{
    public static async Task<Result<TEffect>> Execute<TPresent, TDecided, TEffect>(
        ICommandWork<TPresent, TDecided, TEffect> work, CommandId id, TimeProvider time, ILogger log, CancellationToken cancellation)
    {
        try
        {
            for (var attempt = 0; attempt < 2; attempt++)
            {
                if (await Attempt(work, id, attempt, time, log, cancellation) is { } answer)
                    return answer;
            }

            return FeedErrors.Contended;
        }
        catch (StorageException unreachable)
        {
            work.Forget();
            LogUnreachable(log, work.Subject, unreachable);
            return FeedErrors.Of(unreachable);
        }
        catch
        {
            work.Forget();
            throw;
        }
    }

    // null: somebody else was there first; what was known is forgotten, so the next attempt reads it.
    private static async Task<Result<TEffect>?> Attempt<TPresent, TDecided, TEffect>(
        ICommandWork<TPresent, TDecided, TEffect> work, CommandId id, int attempt, TimeProvider time, ILogger log,
        CancellationToken cancellation)
    {
        var present = await work.Load(attempt, cancellation);
        var now = Instant.Max(time.Now(), work.LastChange(present)); // a history never runs backwards, whatever the clock does
        if (work.Decide(present, now).Refused(out var refusal, out var decided))
            return await FindPast(work, id, cancellation) ?? refusal;

        if (id.IsIncomplete)
            return FeedErrors.OnlyJudged;
        var nothing = work.IsNothing(decided);
        if (nothing && Repetition.IsUnderWay && await FindPast(work, id, cancellation) is { } done)
            return done;
        if (nothing && !work.HasBegun(present))
            return work.Unchanged(present, decided);
        if (id.IsRehearsal)
            return await FindPast(work, id, cancellation) ?? work.Unchanged(present, decided);
        // With a key even a command that changes nothing is recorded: its retry must change nothing either, whatever happened in between.
        if (nothing && !id.FromKey)
            return work.Unchanged(present, decided);

        await work.Prepare(present, decided, now, cancellation);
        var written = await WriteOnce(work, log);
        if (written.Past is { } past)
            return await Replay(work, id, past, cancellation);
        if (written.Refusal is { } refused)
            return refused;
        if (written.IsDone)
            return written.Effect!;
        work.Forget();
        return null;
    }

    // An append whose answer was lost may have been committed. The operation tells: if it was, the second one finds it. One that the
    // database has undone itself is over. What is decided is carried out even if whoever asked has gone: an append that is cut off has an
    // unknown outcome.
    private static async Task<Written<TEffect>> WriteOnce<TPresent, TDecided, TEffect>(
        ICommandWork<TPresent, TDecided, TEffect> work, ILogger log)
    {
        try
        {
            return await work.Write();
        }
        catch (StorageException first) when (!first.IsUndone)
        {
            LogRetried(log, work.Subject, first);
            work.Forget();
            return await work.Write();
        }
    }

    // null: it had no effect before, or could not have had one.
    private static async Task<Result<TEffect>?> FindPast<TPresent, TDecided, TEffect>(
        ICommandWork<TPresent, TDecided, TEffect> work, CommandId id, CancellationToken cancellation) =>
        (id.FromKey || Repetition.IsUnderWay) && await work.FindOperation(id.Id, cancellation) is { } past
            ? await Replay(work, id, past, cancellation)
            : (Result<TEffect>?)null;

    private static async Task<Result<TEffect>> Replay<TPresent, TDecided, TEffect>(
        ICommandWork<TPresent, TDecided, TEffect> work, CommandId id, PastOperation past, CancellationToken cancellation) =>
        past.Fingerprint == id.Fingerprint
            ? await work.Replay(past, replayed: id.FromKey || Repetition.IsUnderWay, cancellation)
            : FeedErrors.KeyReused;

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database did not answer an append to {Subject}; asking once more.")]
    private static partial void LogRetried(ILogger log, string subject, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached for {Subject}.")]
    private static partial void LogUnreachable(ILogger log, string subject, Exception exception);
}

/// <summary>One command on its way. Made for one command, and used for it alone.</summary>
/// <typeparam name="TPresent">What is decided on.</typeparam>
/// <typeparam name="TDecided">What is to be written.</typeparam>
/// <typeparam name="TEffect">What the caller learns.</typeparam>
internal interface ICommandWork<TPresent, TDecided, TEffect>
{
    /// <summary>What it is about, for the log.</summary>
    string Subject { get; }

    /// <param name="attempt">0 for the first.</param>
    ValueTask<TPresent> Load(int attempt, CancellationToken cancellation);

    /// <summary>What happens now is not earlier.</summary>
    Instant LastChange(TPresent present);

    /// <summary>There is something that a command without effect can be recorded on.</summary>
    bool HasBegun(TPresent present);

    Result<TDecided> Decide(TPresent present, Instant now);

    bool IsNothing(TDecided decided);

    TEffect Unchanged(TPresent present, TDecided decided);

    /// <summary>Makes ready what <see cref="Write"/> writes.</summary>
    ValueTask Prepare(TPresent present, TDecided decided, Instant now, CancellationToken cancellation);

    /// <summary>All of it in one transaction, or nothing. May be called again with the same when its answer was lost.</summary>
    Task<Written<TEffect>> Write();

    /// <summary>What is in memory may be wrong.</summary>
    void Forget();

    Task<PastOperation?> FindOperation(Guid id, CancellationToken cancellation);

    /// <summary>The answer of the time when the operation had its effect.</summary>
    Task<Result<TEffect>> Replay(PastOperation past, bool replayed, CancellationToken cancellation);
}

/// <summary>What became of a write. <c>default</c>: somebody else was there first.</summary>
internal readonly record struct Written<TEffect>(bool IsDone, TEffect? Effect, PastOperation? Past, Error? Refusal)
{
    public static Written<TEffect> Done(TEffect effect) => new(true, effect, null, null);

    /// <summary>The operation had its effect before.</summary>
    public static Written<TEffect> Repeated(PastOperation past) => new(false, default, past, null);

    public static Written<TEffect> Refused(Error why) => new(false, default, null, why);
}
