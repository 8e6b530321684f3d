namespace Helpdesk.Grains.Tenants;

/// <summary>Rules for all tenants. Section <c>Helpdesk:Tenants</c>.</summary>
public sealed class TenantOptions
{
    public const string Section = "Helpdesk:Tenants";

    /// <summary>
    /// How long a deleted tenant can be restored before its data is erased: whole days, counted in the tenant's own time zone. Default 30
    /// days; 1 to 365 days.
    /// </summary>
    public TimeSpan DeletionGrace { get; set; } = TimeSpan.FromDays(30);
}

internal sealed class TenantOptionsValidator : IValidateOptions<TenantOptions>
{
    public ValidateOptionsResult Validate(string? name, TenantOptions options) =>
        options.DeletionGrace < TimeSpan.FromDays(1) || options.DeletionGrace > TimeSpan.FromDays(365)
            || options.DeletionGrace.Ticks % TimeSpan.TicksPerDay != 0
            ? ValidateOptionsResult.Fail($"{TenantOptions.Section}:DeletionGrace must be 1 to 365 whole days.")
            : ValidateOptionsResult.Success;
}
