using Helpdesk.Contracts;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Access;

internal static class Callers
{
    /// <summary>The caller as a member; an act of the platform itself is judged as an admin's.</summary>
    public static Member ToMember(this Caller caller) =>
        new(new TenantId(caller.Tenant), new AccountId(caller.Account ?? Guid.Empty), caller.Account is null ? Role.Admin : caller.Role);
}
