using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Helpdesk.Contracts;
using Helpdesk.Domain.Access;

namespace Helpdesk.Grains.Tenants;

/// <summary>
/// The third wall. Whoever calls a grain of a tenant must hold a pass for that tenant: the host that checked the caller issues it, it travels with the
/// call and with every call that follows from it, and <see cref="TenantCallFilter"/> compares it with the tenant in the grain's key. It is signed, so a
/// process that merely reaches the cluster's ports cannot make one.
/// </summary>
public sealed class TenantPasses(IInstallationSecret secret)
{
    private const string Entry = "helpdesk.tenant";

    // A tenant's pass never changes; there are as many as tenants, but keys may come from anywhere, so it is bounded.
    private const int Most = 100_000;

    private readonly ConcurrentDictionary<Guid, string> issued = new();
    private byte[]? key;

    private byte[] Key => key ??= HKDF.DeriveKey(HashAlgorithmName.SHA256, secret.Value, 32, info: "tenant-pass"u8.ToArray());

    /// <summary>From here on, calls of this flow of control act in this tenant. Ask only after the caller's right to it was checked.</summary>
    public void Enter(Guid tenant) => RequestContext.Set(Entry, Issue(tenant));

    internal bool Admits(Guid tenant) => RequestContext.Get(Entry) is string pass && CryptographicOperations.FixedTimeEquals(
        MemoryMarshal.AsBytes(pass.AsSpan()), MemoryMarshal.AsBytes(Issue(tenant).AsSpan()));

    private string Issue(Guid tenant)
    {
        if (issued.TryGetValue(tenant, out var pass))
            return pass;
        if (issued.Count >= Most)
            issued.Clear();
        return issued[tenant] = Convert.ToBase64String(HMACSHA256.HashData(Key, tenant.ToByteArray()));
    }
}

/// <summary>
/// Refuses a call whose caller holds no pass for the tenant in the key of the grain that is called. A refusal is a defect of ours or an attack, never an
/// expected answer, so it is an exception.
/// </summary>
public sealed class TenantCallFilter(TenantPasses passes) : IIncomingGrainCallFilter
{
    public Task Invoke(IIncomingGrainCallContext context)
    {
        if (IsOurs(context) && TenantOf(context.TargetId) is { } tenant && !passes.Admits(tenant))
            throw new UnauthorizedAccessException($"The caller of {context.InterfaceName}.{context.MethodName} holds no pass for the tenant of that grain.");
        return context.Invoke();
    }

    // The runtime's own calls, such as a reminder's, come from inside the silo and carry nobody's pass.
    private static bool IsOurs(IIncomingGrainCallContext context) =>
        context.InterfaceMethod?.DeclaringType?.Assembly == typeof(GrainKeys).Assembly;

    private static Guid? TenantOf(GrainId id)
    {
        var key = id.Key.ToString();
        return key is { Length: >= 36 } && Guid.TryParseExact(key.AsSpan(0, 36), "D", out var tenant) ? tenant : null;
    }
}
