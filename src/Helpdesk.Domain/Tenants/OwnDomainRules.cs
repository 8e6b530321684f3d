namespace Helpdesk.Domain.Tenants;

public static class OwnDomainRules
{
    /// <param name="others">How many hosts the tenant has besides.</param>
    public static Decision<OwnDomainEvent> Register(OwnDomain? present, string host, string token, int others, Member member)
    {
        if (member.Role != Role.Admin)
            return AccessErrors.AdminOnly;
        if (present is { IsThere: true })
            return TenantErrors.DomainRegistered;
        return others >= OwnDomain.MostPerTenant ? TenantErrors.TooManyDomains : new OwnDomainEvent.Registered(host, token);
    }

    /// <param name="texts">What stands in DNS now.</param>
    public static Decision<OwnDomainEvent> Verify(OwnDomain domain, IReadOnlyCollection<string> texts, Member member)
    {
        if (member.Role != Role.Admin)
            return AccessErrors.AdminOnly;
        if (domain.Status is OwnDomainStatus.Verified)
            return Decision<OwnDomainEvent>.Nothing;
        if (!domain.IsThere)
            return AccessErrors.NotFound;
        return texts.Contains(domain.RecordText) ? new OwnDomainEvent.Verified(domain.Host) : TenantErrors.DomainUnproven(domain);
    }

    public static Decision<OwnDomainEvent> Remove(OwnDomain domain, Member member)
    {
        if (member.Role != Role.Admin)
            return AccessErrors.AdminOnly;
        return domain.IsThere ? new OwnDomainEvent.Removed(domain.Host) : AccessErrors.NotFound;
    }

    /// <param name="texts">Asked for where <see cref="OwnDomainStatus.Verified"/>.</param>
    public static Decision<OwnDomainEvent> Look(OwnDomain domain, IReadOnlyCollection<string> texts, Instant now)
    {
        if (!domain.IsThere || now < domain.CheckAt)
            return Decision<OwnDomainEvent>.Nothing;
        if (domain.Status is OwnDomainStatus.Pending)
            return new OwnDomainEvent.Lapsed(domain.Host);
        if (texts.Contains(domain.RecordText))
            return new OwnDomainEvent.CheckPassed(domain.Host);
        return domain.Failures + 1 >= OwnDomain.MostFailures
            ? new OwnDomainEvent.Lost(domain.Host)
            : new OwnDomainEvent.CheckFailed(domain.Host, domain.Failures + 1);
    }
}
