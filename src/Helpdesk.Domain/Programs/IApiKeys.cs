namespace Helpdesk.Domain.Programs;

/// <summary>The keys of programs.</summary>
public interface IApiKeys
{
    /// <returns>The whole key, shown this once. Refused: <see cref="ProgramErrors.TooManyPrograms"/>.</returns>
    Task<Result<ApiKeyText>> Create(ApiKey draft, Trace trace, CancellationToken cancellation);

    /// <summary>Those that are not revoked, newest first.</summary>
    Task<IReadOnlyList<ApiKey>> List(TenantId tenant, CancellationToken cancellation);

    /// <returns><c>false</c>: no such key here, or revoked already.</returns>
    Task<bool> Revoke(TenantId tenant, Guid key, Trace trace, CancellationToken cancellation);

    /// <summary>By the part that finds it, with the hash that its secret must have.</summary>
    Task<(ApiKey Key, byte[] SecretHash)?> Find(TenantId tenant, string prefix, NodaTime.Instant now, CancellationToken cancellation);

    /// <summary>Whose the whole key is, in whichever tenant. Nothing is noted as its use.</summary>
    /// <returns><c>null</c>: nobody's, or it is over.</returns>
    Task<(TenantId Tenant, Guid Key)?> FindOwner(ApiKeyText text, NodaTime.Instant now, CancellationToken cancellation);
}
