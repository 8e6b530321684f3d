namespace Helpdesk.Domain;

/// <summary>Who acts, and as what, in which tenant. Rights are always asked for a member, never for an account.</summary>
public sealed record Member(TenantId Tenant, AccountId Account, Role Role)
{
    /// <summary>Through a program: the highest role of people that it manages; <c>null</c>: whatever the role allows.</summary>
    public Role? ManagesUpTo { get; init; }

    /// <summary>Serves customers: agent, manager or admin.</summary>
    public bool IsStaff => Role is Role.Agent or Role.Manager or Role.Admin;
}
