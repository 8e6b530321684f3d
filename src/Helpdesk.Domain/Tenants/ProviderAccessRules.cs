namespace Helpdesk.Domain.Tenants;

/// <summary>
/// How an operator gets into a tenant, and out again. Inside they are what an agent is: no people, keys, passwords or settings.
/// </summary>
public static class ProviderAccessRules
{
    /// <summary>What an operator is inside.</summary>
    public const Role Inside = Role.Agent;

    public const int MostReason = 1_000;

    /// <param name="setting">What the tenant chose.</param>
    public static Decision<ProviderGrantEvent> Request(
        ProviderGrant? present, ProviderAccess setting, string reason, int minutes, Member member, Instant now)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (present is not null || member.Tenant == TenantId.Platform)
            return AccessErrors.NotFound;
        FieldError?[] faults =
        [
            Text.Body(reason, "/reason", MostReason),
            minutes is < ProviderGrant.LeastMinutes or > ProviderGrant.MostMinutes
                ? FieldError.OutOfRange("/minutes", ProviderGrant.LeastMinutes, ProviderGrant.MostMinutes)
                : null,
        ];
        if (faults.OfType<FieldError>().ToList() is { Count: > 0 } wrong)
            return Error.Invalid(wrong);

        var requested = new ProviderGrantEvent.Requested(member.Account, reason, minutes);
        return setting switch
        {
            ProviderAccess.Never => TenantErrors.ProviderAccessRefused,
            ProviderAccess.OnRequest => requested,
            _ => new ProviderGrantEvent[] { requested, new ProviderGrantEvent.Granted(
                member.Account, now + Duration.FromMinutes(minutes), Agreed: false) },
        };
    }

    public static Decision<ProviderGrantEvent> Approve(ProviderGrant grant, Member member, Instant now) =>
        Refusal(grant, member, ProviderGrantStatus.Requested) is { } refusal
            ? refusal
            : new ProviderGrantEvent.Granted(grant.Operator, now + Duration.FromMinutes(grant.Minutes), Agreed: true);

    public static Decision<ProviderGrantEvent> Deny(ProviderGrant grant, Member member) =>
        Refusal(grant, member, ProviderGrantStatus.Requested) is { } refusal ? refusal : new ProviderGrantEvent.Denied();

    public static Decision<ProviderGrantEvent> Revoke(ProviderGrant grant, Member member) =>
        Refusal(grant, member, ProviderGrantStatus.Active) is { } refusal ? refusal : new ProviderGrantEvent.Revoked();

    /// <summary>Or withdraws a request. Any operator may end a stay, nobody may prolong one.</summary>
    public static Decision<ProviderGrantEvent> Leave(ProviderGrant grant, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        return grant.Status is ProviderGrantStatus.Active or ProviderGrantStatus.Requested
            ? new ProviderGrantEvent.Left() : TenantErrors.ProviderAccessOver;
    }

    public static Decision<ProviderGrantEvent> Look(ProviderGrant grant, Instant now) => grant.Status switch
    {
        ProviderGrantStatus.Active when now >= grant.EndsAt => new ProviderGrantEvent.Ended(),
        ProviderGrantStatus.Requested when now >= grant.RequestedAt + ProviderGrant.Waits => new ProviderGrantEvent.Lapsed(),
        _ => Decision<ProviderGrantEvent>.Nothing,
    };

    private static Error? Refusal(ProviderGrant grant, Member member, ProviderGrantStatus needed) =>
        member.Role != Role.Admin ? AccessErrors.AdminOnly : grant.Status != needed ? TenantErrors.ProviderAccessOver : null;
}

/// <summary>Stores grants. Lists are the newest hundred: older ones are in the audit log.</summary>
public interface IProviderGrants : IAggregateStore<ProviderGrant, ProviderGrantEvent>
{
    const int MostListed = 100;

    Task<IReadOnlyList<(Guid Id, ProviderGrant Grant)>> List(TenantId tenant, CancellationToken cancellation);

    /// <summary>The one under which this operator is inside now, the longest if there are several.</summary>
    Task<(Guid Id, ProviderGrant Grant)?> Live(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation);
}
