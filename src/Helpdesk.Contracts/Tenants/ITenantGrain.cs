using Helpdesk.Contracts.Due;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>One tenant; the only writer of its history. Key: <c>{tenant:D}</c>.</summary>
[Alias("ITenantGrain")]
public interface ITenantGrain : IDueSubject
{
    [Alias("Create")]
    Task<Result<Outcome<Tenant>>> Create(Caller caller, CommandId id, CreateTenant command, CancellationToken cancellation);

    [Alias("Read")]
    Task<Result<Tenant>> Read(Caller caller, CancellationToken cancellation);

    [Alias("Rename")]
    Task<Result<Outcome<Tenant>>> Rename(Caller caller, CommandId id, string name, int version, CancellationToken cancellation);

    [Alias("ChangeSettings")]
    Task<Result<Outcome<Tenant>>> ChangeSettings(
        Caller caller, CommandId id, TenantSettings settings, int version, CancellationToken cancellation);

    /// <summary>All but the logo.</summary>
    [Alias("ChangeAppearance")]
    Task<Result<Outcome<Tenant>>> ChangeAppearance(
        Caller caller, CommandId id, TenantAppearance appearance, int version, CancellationToken cancellation);

    /// <param name="logo">One that is kept already; <c>null</c>: none any more.</param>
    /// <param name="version">As read; <c>null</c>: whatever it is.</param>
    [Alias("ChangeLogo")]
    Task<Result<Outcome<Tenant>>> ChangeLogo(
        Caller caller, CommandId id, TenantLogo? logo, int? version, CancellationToken cancellation);

    [Alias("Suspend")]
    Task<Result<Outcome<Tenant>>> Suspend(Caller caller, CommandId id, string reason, CancellationToken cancellation);

    [Alias("Reactivate")]
    Task<Result<Outcome<Tenant>>> Reactivate(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("RequestDeletion")]
    Task<Result<Outcome<Tenant>>> RequestDeletion(Caller caller, CommandId id, string reason, CancellationToken cancellation);

    [Alias("WithdrawDeletion")]
    Task<Result<Outcome<Tenant>>> WithdrawDeletion(Caller caller, CommandId id, CancellationToken cancellation);

    /// <summary>By another operator than the one who asked.</summary>
    [Alias("ConfirmDeletion")]
    Task<Result<Outcome<Tenant>>> ConfirmDeletion(Caller caller, CommandId id, CancellationToken cancellation);

    [Alias("Restore")]
    Task<Result<Outcome<Tenant>>> Restore(Caller caller, CommandId id, CancellationToken cancellation);
}
