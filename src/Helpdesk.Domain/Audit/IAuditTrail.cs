using System.Text.Json.Nodes;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Audit;

/// <summary>Reads a tenant's events as its audit log.</summary>
public interface IAuditTrail
{
    /// <summary>A page, newest first.</summary>
    Task<IReadOnlyList<AuditEntry>> Find(AuditQuery query, AuditPlace? after, int limit, CancellationToken cancellation);

    /// <summary>All that match, oldest first: each page is read when it is asked for.</summary>
    IAsyncEnumerable<IReadOnlyList<AuditEntry>> Pages(AuditQuery query, CancellationToken cancellation);

    /// <summary>
    /// Removes what only the log has and what is older than <paramref name="before"/>; the newest event of each stream stays. Safe to
    /// repeat.
    /// </summary>
    /// <returns>How many entries went.</returns>
    Task<int> Forget(TenantId tenant, Instant before, CancellationToken cancellation);
}

/// <param name="Kinds">Whole kinds (<c>ticket.opened</c>) or their first words (<c>ticket</c>); empty: all.</param>
/// <param name="Subject">Stream that it happened to.</param>
/// <param name="From">Inclusive.</param>
/// <param name="To">Exclusive.</param>
public sealed record AuditQuery(TenantId Tenant, AccountId? Actor, IReadOnlyList<string> Kinds, Guid? Subject, Instant? From, Instant? To);

/// <summary>The last entry of the page before.</summary>
public sealed record AuditPlace(Instant At, long Position);

/// <summary>Who did what, when, from where, and what was there before.</summary>
public sealed record AuditEntry
{
    public required AuditPlace Place { get; init; }

    /// <summary>In the chain (<see cref="AuditChain"/>); <c>null</c>: it follows within seconds.</summary>
    public required long? Number { get; init; }

    /// <summary>What it happened to.</summary>
    public required Guid Stream { get; init; }
    public required int Version { get; init; }
    public required AuditActor? Actor { get; init; }
    public required AuditOrigin? Origin { get; init; }
    public required string Kind { get; init; }

    /// <summary>The event, without what does not belong into a log.</summary>
    public required JsonObject Data { get; init; }

    /// <summary>What the event itself does not say: the value before it.</summary>
    public required JsonNode? Before { get; init; }
}

/// <param name="Name"><c>null</c>: the person is not, or no longer, known in this tenant.</param>
public sealed record AuditActor(AccountId Id, AuditActorKind Kind, string? Name);

public enum AuditActorKind
{
    Person,
    /// <summary>A program, with a key or as a client.</summary>
    ApiKey,
    /// <summary>An operator of the platform, or somebody who is not a member of this tenant.</summary>
    Operator,
}

/// <summary>Where a command came from.</summary>
/// <param name="Address"><c>null</c>: from inside the platform.</param>
/// <param name="Door">Such as <c>session</c>, <c>bearer</c>, <c>api-key:hdk_ab12cd34</c>, <c>client</c>, <c>login</c>, <c>due</c>.</param>
/// <param name="Grant">The provider access under which an operator acted.</param>
public sealed record AuditOrigin(string? Address, string Door, Guid? Grant)
{
    private const string GrantMark = "grant:";

    /// <summary>Reads what <c>Caller.Origin</c> holds: <c>203.0.113.7 bearer grant:0198…</c>.</summary>
    public static AuditOrigin? Parse(string? origin)
    {
        if (string.IsNullOrEmpty(origin))
            return null;

        var words = origin.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var grant = words.FirstOrDefault(word => word.StartsWith(GrantMark, StringComparison.Ordinal)) is { } marked &&
            Guid.TryParseExact(marked[GrantMark.Length..], "D", out var id) ? id : (Guid?)null;
        return words.Length == 1 ? new(null, words[0], grant) : new(words[0], words[1], grant);
    }

    /// <summary>What <see cref="Parse"/> reads.</summary>
    public static string Text(string address, string door, Guid? grant) =>
        grant is { } id ? $"{address} {door} {GrantMark}{id:D}" : $"{address} {door}";
}
