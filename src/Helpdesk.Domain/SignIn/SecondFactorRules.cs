using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.SignIn;

/// <summary>Who must have a second factor. Whoever lacks one may sign in, and then do nothing but set one up.</summary>
public static class SecondFactorRules
{
    /// <param name="role">In the tenant that is acted in.</param>
    /// <param name="policy">The policy of that tenant.</param>
    /// <param name="isDevelopment">There operators are let off: the demo's has none.</param>
    public static bool IsNeeded(Role role, SecondFactorPolicy policy, bool isDevelopment) => role switch
    {
        Role.Customer => false,
        Role.Operator => !isDevelopment,
        _ => policy is SecondFactorPolicy.StaffRequired,
    };
}
