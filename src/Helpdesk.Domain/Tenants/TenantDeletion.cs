namespace Helpdesk.Domain.Tenants;

/// <summary>
/// Deleting a municipality takes two operators and a time of grace: one asks, another confirms, from then on it answers like a tenant that
/// never was; until the grace is over it can be restored, then its data is erased. The slug stays taken for good.
/// </summary>
public static class TenantDeletion
{
    public static Decision<TenantEvent> Request(Tenant tenant, string reason, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (Text.Body(reason, "/reason", TenantRules.MostReason) is { } fault)
            return Error.Invalid(fault);

        return tenant.Deletion is null ? new TenantEvent.DeletionRequested(reason) : TenantErrors.DeletionRequested;
    }

    public static Decision<TenantEvent> Withdraw(Tenant tenant, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;

        return tenant.Deletion is null ? TenantErrors.NoDeletion : new TenantEvent.DeletionWithdrawn();
    }

    /// <param name="graceDays">How many of its own days the tenant can still be restored.</param>
    public static Decision<TenantEvent> Confirm(Tenant tenant, int graceDays, Member member, Instant now)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (tenant.Deletion is not { } request)
            return TenantErrors.NoDeletion;

        return request.By == member.Account
            ? TenantErrors.SamePerson
            : new TenantEvent.Deleted(LocalDays.After(now, graceDays, tenant.Settings.Zone));
    }

    public static Decision<TenantEvent> Restore(Tenant tenant, Member member, Instant now)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (tenant.Status != TenantStatus.Deleted)
            return TenantErrors.NotDeleted;

        return tenant.IsErased || now >= tenant.EraseAt ? TenantErrors.Erased : new TenantEvent.Restored();
    }

    /// <summary>The grace is over, and nobody has erased the data yet.</summary>
    public static bool IsToErase(Tenant tenant, Instant now) =>
        tenant is { Status: TenantStatus.Deleted, IsErased: false } && now >= tenant.EraseAt;

    public static Decision<TenantEvent> Look(Tenant tenant, Instant now) =>
        IsToErase(tenant, now) ? new TenantEvent.Erased() : Decision<TenantEvent>.Nothing;
}
