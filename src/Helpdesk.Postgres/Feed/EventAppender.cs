using System.Collections.Concurrent;
using System.Text.Json;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// Appends what happens to people and keys to the feed, which is the audit log too. Everything about one person in one tenant is one
/// stream, named by the account.
/// </summary>
/// <remarks>
/// Several acts on a person may be recorded at once (a sign-in here, a new role there), and none of them was decided on the others. So the
/// next version is taken under a lock on the stream instead of being expected.
/// </remarks>
internal static class EventAppender
{
    private static readonly ConcurrentDictionary<Type, string> Kinds = new();

    /// <param name="add">Adds a statement to a batch whose transaction may see the tenant.</param>
    public static void Add(Func<string, BatchStatement> add, TenantId tenant, Guid stream, Trace trace, params IEnumerable<object> events)
    {
        Lock(add, tenant, stream);
        foreach (var what in events)
            Add(add, tenant, stream, trace, KindOf(what.GetType()), JsonSerializer.Serialize(what, what.GetType(), RecordJson.Options));
    }

    /// <summary>Until the transaction ends, nobody else appends to the stream.</summary>
    public static void Lock(Func<string, BatchStatement> add, TenantId tenant, Guid stream) =>
        add("select pg_advisory_xact_lock(hashtextextended($1, 0))").With($"{tenant}/{stream:D}");

    public static void Add(Func<string, BatchStatement> add, TenantId tenant, Guid stream, Trace trace, string kind, string data) => add("""
        insert into event (tenant_id, stream_id, version, at, actor, origin, kind, data)
        values ($1, $2, (select coalesce(max(version), 0) + 1 from event where tenant_id = $1 and stream_id = $2), $3, $4, $5, $6, $7)
        """).With(tenant.Value).With(stream).With(trace.At).With(trace.Actor?.Value).With(trace.Origin).With(kind).WithJson(data);

    /// <summary>The prefix that all kinds of a hierarchy share: <c>membership.</c></summary>
    public static string PrefixOf(Type events) => $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(events.Name[..^"Event".Length])}.";

    /// <param name="events">The hierarchy that the kind belongs to by its prefix.</param>
    /// <exception cref="UnreadableException">No such kind, or the data does not fit it.</exception>
    public static object Read(Type events, string kind, string data)
    {
        var type = events.GetNestedTypes().FirstOrDefault(type => type.IsSubclassOf(events) && KindOf(type) == kind)
            ?? throw new UnreadableException($"There is no event of the kind '{kind}'.");
        return RecordJson.ReadStored(data, type);
    }

    /// <summary><c>MembershipEvent.RoleChanged</c> is <c>membership.role_changed</c>.</summary>
    public static string KindOf(Type what) => Kinds.GetOrAdd(what, static type =>
    {
        var subject = type.DeclaringType!.Name[..^"Event".Length];
        return $"{JsonNamingPolicy.SnakeCaseLower.ConvertName(subject)}.{JsonNamingPolicy.SnakeCaseLower.ConvertName(type.Name)}";
    });
}
