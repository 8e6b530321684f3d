using System.Collections.Concurrent;

namespace Helpdesk.Postgres.Sql;

/// <summary>
/// Counts what this process has changed about people, settings and rights. Whoever keeps answers for a few seconds keeps with them what was
/// counted before the question: so nobody is told, after an act of theirs, what was true before it. What another process changes shows when
/// the answers are too old.
/// </summary>
/// <remarks>Counted by tenant: a tenant that imports thousands of people makes only its own answers be asked anew.</remarks>
public sealed class OwnChanges
{
    private readonly ConcurrentDictionary<TenantId, Count> counts = new();
    private long tenants;

    /// <summary>Counts those of the tenant, and of the platform, whose people serve it.</summary>
    public long Of(TenantId tenant) =>
        tenant == TenantId.Platform ? CountOf(tenant) : CountOf(tenant) + CountOf(TenantId.Platform);

    /// <summary>Counts those of any tenant itself: its settings, licence, hosts.</summary>
    public long OfTenants => Interlocked.Read(ref tenants);

    /// <summary>When the change is committed or may be, before anybody is told of it.</summary>
    public void Note(TenantId tenant) => Interlocked.Increment(ref counts.GetOrAdd(tenant, static _ => new()).Value);

    public void NoteTenant(TenantId tenant)
    {
        Note(tenant);
        Interlocked.Increment(ref tenants);
    }

    private long CountOf(TenantId tenant) => counts.TryGetValue(tenant, out var count) ? Interlocked.Read(ref count.Value) : 0;

    private sealed class Count
    {
        public long Value;
    }
}
