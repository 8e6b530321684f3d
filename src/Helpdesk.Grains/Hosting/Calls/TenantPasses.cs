using System.Buffers.Text;
using System.Collections.Concurrent;

namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>
/// The third wall. Whoever calls a grain of a tenant must hold a pass for that tenant: the host that checked the caller issues it, it
/// travels with the call and with every call that follows from it, and <see cref="TenantCallFilter"/> opens it for the tenant in the
/// grain's key. It is sealed, so a process that merely reaches the cluster's ports cannot make one.
/// </summary>
public sealed class TenantPasses(ISeals seals)
{
    private const string Entry = "helpdesk.tenant";

    // Each process has one pass for a tenant; keys of grains may come from anywhere, so both are bounded.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<TenantId, string> issued = new();
    private readonly ConcurrentDictionary<string, TenantId> opened = new(StringComparer.Ordinal);

    /// <summary>
    /// From here on, calls of this flow of control act in this tenant. Ask only after the caller's right to it was checked.
    /// </summary>
    public void Enter(TenantId tenant) => RequestContext.Set(Entry, Issue(tenant));

    internal bool Admits(TenantId tenant) =>
        RequestContext.Get(Entry) is string pass && (opened.TryGetValue(pass, out var its) ? its == tenant : Opens(pass, tenant));

    private string Issue(TenantId tenant)
    {
        if (issued.TryGetValue(tenant, out var pass))
            return pass;
        pass = Convert.ToBase64String(seals.Seal(Purpose(tenant), []));
        Remember(opened, pass, tenant);
        Remember(issued, tenant, pass);
        return pass;
    }

    // The pass comes from another process, and is here for the first time.
    private bool Opens(string pass, TenantId tenant)
    {
        var sealedBytes = new byte[pass.Length];
        if (!Convert.TryFromBase64String(pass, sealedBytes, out var length) || seals.Open(Purpose(tenant), sealedBytes[..length]) is null)
            return false;
        Remember(opened, pass, tenant);
        return true;
    }

    private static void Remember<TKey, TValue>(ConcurrentDictionary<TKey, TValue> known, TKey key, TValue value) where TKey : notnull
    {
        if (known.Count >= Most)
            known.Clear();
        known[key] = value;
    }

    private static SealPurpose Purpose(TenantId tenant) => new(SealKind.TenantPass, tenant);
}

/// <summary>
/// Refuses a call whose caller holds no pass for the tenant in the key of the grain that is called. A refusal is a defect of ours or an
/// attack, never an expected answer, so it is an exception.
/// </summary>
public sealed class TenantCallFilter(TenantPasses passes) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (IsOurs(context) && TenantOf(context.TargetId) is { } tenant && !passes.Admits(tenant))
            throw new UnauthorizedAccessException(
                $"The caller of {context.InterfaceName}.{context.MethodName} holds no pass for the tenant of that grain.");
        return context.Invoke();
    }

    // The runtime's own calls, such as a reminder's, come from inside the silo and carry nobody's pass.
    private static bool IsOurs(IIncomingGrainCallContext context) =>
        context.InterfaceMethod?.DeclaringType?.Assembly == typeof(GrainKeys).Assembly;

    // From the bytes of the key: every call passes here.
    private static TenantId? TenantOf(GrainId id) =>
        id.Key.AsSpan() is { Length: >= 36 } key && Utf8Parser.TryParse(key[..36], out Guid tenant, out var read, 'D') && read == 36
            ? new TenantId(tenant)
            : null;
}
