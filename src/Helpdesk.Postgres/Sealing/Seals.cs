using System.Collections.Concurrent;
using Microsoft.AspNetCore.DataProtection;

namespace Helpdesk.Postgres.Sealing;

/// <summary>
/// Seals with ASP.NET Core Data Protection; its keys lie in the database, sealed with the master key (<see cref="KeyRing"/>).
/// </summary>
internal sealed class Seals(IDataProtectionProvider provider) : ISeals
{
    // A protector for each tenant and kind is worth keeping; those of tenants long gone are not.
    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(SealKind, TenantId), IDataProtector> protectors = new();

    public byte[] Seal(SealPurpose purpose, byte[] plain) => For(purpose).Protect(plain);

    public byte[]? Open(SealPurpose purpose, byte[] sealedBytes)
    {
        try
        {
            return For(purpose).Unprotect(sealedBytes);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector For(SealPurpose purpose)
    {
        if (!protectors.TryGetValue((purpose.Kind, purpose.Tenant), out var protector))
        {
            if (protectors.Count >= Most)
                protectors.Clear();
            protector = provider.CreateProtector("helpdesk", $"{purpose.Kind}", $"{purpose.Tenant}");
            protectors[(purpose.Kind, purpose.Tenant)] = protector;
        }

        return purpose.Detail is null ? protector : protector.CreateProtector(purpose.Detail);
    }
}
