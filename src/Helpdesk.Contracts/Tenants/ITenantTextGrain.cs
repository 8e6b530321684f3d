using Helpdesk.Domain.Tenants;

namespace Helpdesk.Contracts.Tenants;

/// <summary>
/// One text of a municipality in one language. Admins only. Key: <c>{tenant:D}/{stream:D}</c>, the stream by
/// <see cref="TenantText.StreamOf"/>.
/// </summary>
[Alias("ITenantTextGrain")]
public interface ITenantTextGrain : IGrainWithStringKey
{
    /// <summary>One that was never written has the version 0.</summary>
    [Alias("Read")]
    Task<Result<TenantText>> Read(Caller caller, CancellationToken cancellation);

    /// <param name="version">As read; <c>null</c>: whatever it is.</param>
    [Alias("Write")]
    Task<Result<Outcome<TenantText>>> Write(
        Caller caller, CommandId id, WriteTenantText command, int? version, CancellationToken cancellation);

    /// <summary>The default holds again where there is one.</summary>
    [Alias("Remove")]
    Task<Result<Outcome<TenantText>>> Remove(
        Caller caller, CommandId id, TenantTextKey key, string language, int? version, CancellationToken cancellation);
}
