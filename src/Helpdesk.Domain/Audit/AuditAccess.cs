namespace Helpdesk.Domain.Audit;

/// <summary>Who may take the log away with them.</summary>
public static class AuditAccess
{
    /// <summary>Why a member may not take a copy. <c>null</c>: may. Admins their tenant's log, operators the platform's own only.</summary>
    public static Error? ExportRefusal(Member member) =>
        member.Role is Role.Admin || (member.Role is Role.Operator && member.Tenant == TenantId.Platform) ? null : AccessErrors.AdminOnly;
}
