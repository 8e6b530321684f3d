using Helpdesk.Contracts.Due;
using Helpdesk.Domain;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>One tenant; the only writer of its history. Key: <c>{tenant:D}</c>.</summary>
[Alias("ITenantGrain")]
public interface ITenantGrain : IDueSubject
{
    [Alias("Create")]
    Task<Result<TenantView>> Create(Caller caller, CommandId id, CreateTenantMessage command, CancellationToken cancellation);

    /// <summary>Whether <see cref="Create"/> would find fault with what is asked for, of the slug only its form. Nothing is recorded.</summary>
    [Alias("Judge")]
    Task<Result<bool>> Judge(Caller caller, CreateTenantMessage command, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<TenantView>> Read(Caller caller, CancellationToken cancellation);

    [Alias("Rename")]
    Task<Result<TenantView>> Rename(Caller caller, CommandId id, string name, int version, CancellationToken cancellation);

    [Alias("ChangeSettings")]
    Task<Result<TenantView>> ChangeSettings(Caller caller, CommandId id, TenantSettingsMessage settings, int version, CancellationToken cancellation);

    [Alias("Suspend")]
    Task<Result<TenantView>> Suspend(Caller caller, CommandId id, string reason, CancellationToken cancellation);

    [Alias("Reactivate")]
    Task<Result<TenantView>> Reactivate(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("RequestDeletion")]
    Task<Result<TenantView>> RequestDeletion(Caller caller, CommandId id, string reason, CancellationToken cancellation);

    [Alias("WithdrawDeletion")]
    Task<Result<TenantView>> WithdrawDeletion(Caller caller, CommandId id, CancellationToken cancellation);

    /// <summary>By another operator than the one who asked.</summary>
    [Alias("ConfirmDeletion")]
    Task<Result<TenantView>> ConfirmDeletion(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Restore")]
    Task<Result<TenantView>> Restore(Caller caller, CommandId id, CancellationToken cancellation);
}

[GenerateSerializer, Immutable, Alias("create-tenant")]
public sealed record CreateTenantMessage(string Slug, string Name, TenantSettingsMessage? Settings);

/// <summary>As <see cref="TenantSettings"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-settings")]
public sealed record TenantSettingsMessage(
    RegistrationMode Registration, IReadOnlyList<string> RegistrationDomains, IReadOnlyList<string> Languages, string Zone, string? State = null,
    long? Inhabitants = null, string? CmsVersion = null, int? AutoCloseDays = 14, TenantBrandingMessage? Branding = null, TenantBusinessMessage? Business = null,
    TenantRetentionMessage? Retention = null, ProviderAccess ProviderAccess = ProviderAccess.Allowed, bool StrictCategories = false,
    bool PerPersonReports = false, SecondFactorPolicy SecondFactor = SecondFactorPolicy.Optional);

/// <summary>As <see cref="TenantBranding"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-branding")]
public sealed record TenantBrandingMessage(string Primary, string OnPrimary, string? Accent, string? Logo);

/// <summary>As <see cref="TenantBusiness"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-business")]
public sealed record TenantBusinessMessage(string? Address, string? Email, string? Phone, string? Website);

/// <summary>As <see cref="TenantRetention"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-retention")]
public sealed record TenantRetentionMessage(int ClosedTicketMonths, int AuditMonths);

[GenerateSerializer, Immutable, Alias("tenant-view")]
public sealed record TenantView(
    Guid Id, string Slug, string Name, string NumberPrefix, TenantStatus Status, string? SuspendedReason, TenantSettingsMessage Settings, int Version,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, TenantDeletionView? Deletion = null, DateTimeOffset? EraseAt = null);

/// <summary>As <see cref="DeletionRequest"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-deletion")]
public sealed record TenantDeletionView(Guid? RequestedBy, DateTimeOffset RequestedAt, string Reason);
