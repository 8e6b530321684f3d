using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>One tenant; the only writer of its history. Key: <c>{tenant:D}</c>.</summary>
[Alias("ITenantGrain")]
public interface ITenantGrain : IGrainWithStringKey
{
    [Alias("Create")]
    Task<Answer<TenantView>> Create(Caller caller, CommandId id, CreateTenantMessage command, CancellationToken cancellation);

    [Alias("Read")]
    Task<Answer<TenantView>> Read(Caller caller, CancellationToken cancellation);

    [Alias("Rename")]
    Task<Answer<TenantView>> Rename(Caller caller, CommandId id, string name, int version, CancellationToken cancellation);

    [Alias("ChangeSettings")]
    Task<Answer<TenantView>> ChangeSettings(Caller caller, CommandId id, TenantSettingsMessage settings, int version, CancellationToken cancellation);

    [Alias("Suspend")]
    Task<Answer<TenantView>> Suspend(Caller caller, CommandId id, string reason, CancellationToken cancellation);

    [Alias("Reactivate")]
    Task<Answer<TenantView>> Reactivate(Caller caller, CommandId id, CancellationToken cancellation);
}

[GenerateSerializer, Immutable, Alias("create-tenant")]
public sealed record CreateTenantMessage(string Slug, string Name, TenantSettingsMessage? Settings);

/// <summary>As <see cref="TenantSettings"/>.</summary>
[GenerateSerializer, Immutable, Alias("tenant-settings")]
public sealed record TenantSettingsMessage(
    RegistrationMode Registration, IReadOnlyList<string> RegistrationDomains, IReadOnlyList<string> Languages, string Zone, string? State = null,
    long? Inhabitants = null, string? CmsVersion = null);

[GenerateSerializer, Immutable, Alias("tenant-view")]
public sealed record TenantView(
    Guid Id, string Slug, string Name, string NumberPrefix, TenantStatus Status, string? SuspendedReason, TenantSettingsMessage Settings, int Version,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
