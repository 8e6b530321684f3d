namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>The real store, behind a line that a test can cut.</summary>
public sealed class FaultyTicketStore(ITicketStore record) : ITicketStore
{
    private int calls;

    /// <summary>Called before each call, with its number from 1; may throw, so that the call never arrives.</summary>
    public Func<int, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called after each call; may throw, so that its answer is lost.</summary>
    public Func<int, Task> After { get; set; } = _ => Task.CompletedTask;

    /// <summary>Called before each append only.</summary>
    public Func<Task> BeforeAppend { get; set; } = () => Task.CompletedTask;

    public static StorageException Fault() => new("The line is cut.", new IOException());

    /// <summary>The line is whole again, and the counting begins anew.</summary>
    public void Mend()
    {
        (Before, After, BeforeAppend) = (_ => Task.CompletedTask, _ => Task.CompletedTask, () => Task.CompletedTask);
        calls = 0;
    }

    public Task<Ticket?> Load(TenantId tenant, Guid stream, CancellationToken cancellation) =>
        Through(() => record.Load(tenant, stream, cancellation));

    public Task<AppendOutcome> Append(Append<Ticket, TicketEvent> append, CancellationToken cancellation) => Through(async () =>
    {
        await BeforeAppend();
        return await record.Append(append, cancellation);
    });

    public Task AlignDue(TenantId tenant, Guid stream, Ticket? state, CancellationToken cancellation) => Through(async () =>
    {
        await record.AlignDue(tenant, stream, state, cancellation);
        return true;
    });

    public Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation) =>
        Through(() => record.FindOperation(tenant, operation, cancellation));

    public Task<IReadOnlyList<Recorded<TicketEvent>>> History(TenantId tenant, Guid stream, int upTo, CancellationToken cancellation) =>
        Through(() => record.History(tenant, stream, upTo, cancellation));

    public Task<(Ticket Ticket, IReadOnlyList<TicketComment> Comments)?> LoadWithComments(
        TenantId tenant, Guid ticket, int comments, CancellationToken cancellation) =>
        Through(() => record.LoadWithComments(tenant, ticket, comments, cancellation));

    public Task<IReadOnlyList<TicketComment>> Comments(CommentQuery query, CancellationToken cancellation) =>
        Through(() => record.Comments(query, cancellation));

    public Task<ILookup<TicketId, LinkStep>> LinksFrom(
        TenantId tenant, TicketId start, LinkKind kind, int most, CancellationToken cancellation) =>
        Through(() => record.LinksFrom(tenant, start, kind, most, cancellation));

    public Task<NumberBlock> ReserveNumbers(TenantId tenant, int count, CancellationToken cancellation) =>
        Through(() => record.ReserveNumbers(tenant, count, cancellation));

    private async Task<T> Through<T>(Func<Task<T>> call)
    {
        var number = Interlocked.Increment(ref calls);
        await Before(number);
        var answer = await call();
        await After(number);
        return answer;
    }
}
