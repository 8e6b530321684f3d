namespace Helpdesk.Domain.FeatureFlags;

/// <summary>May this member see or change the flags of their tenant, and if not, why. The only place that knows.</summary>
/// <remarks>Flags of the platform belong to operators; a tenant's admin decides about that tenant's own, its staff may look.</remarks>
public static class FlagAccess
{
    public static Error? ReadRefusal(Member member) => member switch
    {
        { Role: Role.Operator } when member.Tenant == TenantId.Platform => null,
        { IsStaff: true } when member.Tenant != TenantId.Platform => null,
        _ => member.Tenant == TenantId.Platform ? AccessErrors.OperatorOnly : FlagErrors.Forbidden,
    };

    public static Error? ChangeRefusal(Member member) =>
        ReadRefusal(member) ?? (member.Role is Role.Agent or Role.Manager ? FlagErrors.Forbidden : null);
}
