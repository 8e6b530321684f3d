using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Due;

/// <summary>What is due, over all tenants. What makes something due, and what settles it, is written with the thing itself.</summary>
public interface IDueStore
{
    /// <summary>
    /// Takes what is due in one shard, earliest first. Each is leased: it is not handed out again until it is settled or its lease has run
    /// out, so whoever dies while working on it delays it and loses nothing. Costs what is due, not what exists.
    /// </summary>
    /// <param name="shard">0 to <see cref="DueShards.Count"/>, exclusive.</param>
    /// <param name="given">
    /// Nothing later than this is taken: never early. <c>null</c>: the database's own <c>now()</c>, whatever the time of this machine.
    /// </param>
    /// <param name="limit">How many at most.</param>
    Task<IReadOnlyList<DueSubject>> Claim(int shard, Instant? given, int limit, CancellationToken cancellation);

    /// <summary>It was not tried after all: another time, and this one does not count.</summary>
    Task Postpone(IReadOnlyList<DueSubject> due, Instant until, CancellationToken cancellation);

    /// <summary>
    /// Nobody is told of it any more until somebody replays it, or its subject moves or settles it. Nothing, if that happened meanwhile.
    /// </summary>
    /// <param name="given">When that is; <c>null</c>: the database's own <c>now()</c>.</param>
    Task Park(DueSubject due, Mishap why, Instant? given, CancellationToken cancellation);
}

/// <param name="Subject">Kind of the aggregate, such as <c>ticket</c>.</param>
/// <param name="Kind">Which of its moments.</param>
/// <param name="At">The true moment, however late it is looked at.</param>
/// <param name="Attempts">How often it was claimed, this time included: 1 unless something went wrong.</param>
public sealed record DueSubject(TenantId Tenant, Guid Stream, string Subject, string Kind, Instant At, int Attempts);

public static class DueShards
{
    /// <summary>Fixed: the database computes the shard of each stream from it.</summary>
    public const int Count = 8;
}
