namespace Helpdesk.Domain.Tenants;

/// <param name="Settings"><c>null</c>: those of every new tenant.</param>
public sealed record CreateTenant(string Slug, string Name, TenantSettings? Settings);

/// <summary>
/// Creating, renaming, suspending and setting up tenants. Operators do it at the console; settings are also the tenant admins' own.
/// </summary>
public static class TenantRules
{
    public const int MostName = 200;
    public const int MostReason = 1_000;

    public static Decision<TenantEvent> Create(Tenant? present, CreateTenant command, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (present is not null)
            return TenantErrors.SlugTaken;

        var (slug, name, settings) = (command.Slug, command.Name, command.Settings ?? new());
        FieldError?[] names = [Slug.Fault(slug, "/slug"), Text.OneLine(name, "/name", MostName)];
        var faults = names.OfType<FieldError>().Concat(TenantSettingsRules.Faults(settings)).ToList();
        return faults.Count > 0
            ? Error.Invalid(faults)
            // Reports about single people are for the new tenant's own admin to decide.
            : new TenantEvent.Created(slug, name, TicketNumber.PrefixFor(slug), settings with { PerPersonReports = false });
    }

    public static Decision<TenantEvent> Rename(Tenant tenant, string name, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (Text.OneLine(name, "/name", MostName) is { } fault)
            return Error.Invalid(fault);

        return name == tenant.Name ? Decision<TenantEvent>.Nothing : new TenantEvent.Renamed(tenant.Name, name);
    }

    public static Decision<TenantEvent> ChangeSettings(Tenant tenant, TenantSettings settings, Member member)
    {
        if (member.Role is not (Role.Operator or Role.Admin))
            return AccessErrors.AdminOnly;
        var faults = TenantSettingsRules.Faults(settings).ToList();
        if (faults.Count > 0)
            return Error.Invalid(faults);
        // What a municipality allows operators is not theirs to widen.
        if (settings.ProviderAccess < tenant.Settings.ProviderAccess && member.Role != Role.Admin)
            return AccessErrors.AdminOnly;
        if (RecordJson.Same(settings, tenant.Settings))
            return Decision<TenantEvent>.Nothing;
        if (settings.PerPersonReports == tenant.Settings.PerPersonReports)
            return new TenantEvent.SettingsChanged(tenant.Settings, settings);
        // The operator is no employer here: whose figures become visible is for the municipality to answer.
        if (settings.PerPersonReports && member.Role != Role.Admin)
            return AccessErrors.AdminOnly;

        return new TenantEvent[]
        {
            new TenantEvent.SettingsChanged(tenant.Settings, settings), new TenantEvent.PerPersonReportsSwitched(settings.PerPersonReports),
        };
    }

    public static Decision<TenantEvent> Suspend(Tenant tenant, string reason, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (Text.Body(reason, "/reason", MostReason) is { } fault)
            return Error.Invalid(fault);

        return tenant.Status == TenantStatus.Active ? new TenantEvent.Suspended(reason) : TenantErrors.NotActive;
    }

    public static Decision<TenantEvent> Reactivate(Tenant tenant, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;

        return tenant.Status == TenantStatus.Suspended ? new TenantEvent.Reactivated() : TenantErrors.NotSuspended;
    }
}
