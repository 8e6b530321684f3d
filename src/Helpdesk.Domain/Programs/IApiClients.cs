namespace Helpdesk.Domain.Programs;

/// <summary>The clients that may ask for access tokens.</summary>
public interface IApiClients
{
    /// <summary>Whose client this is, whichever tenant's, if it is let in and the secret is its own; <c>null</c>: nobody's.</summary>
    Task<TenantId?> FindOwner(Guid client, string secret, Instant now, CancellationToken cancellation);

    /// <returns>
    /// The secret, shown this once; empty: a public client has none. Refused: <see cref="ProgramErrors.TooManyPrograms"/>.
    /// </returns>
    Task<Result<string>> Create(ApiClient draft, Trace trace, CancellationToken cancellation);

    /// <param name="version">On which the change was made.</param>
    /// <returns><c>null</c>: the client is at another version by now, or revoked, or there is none.</returns>
    Task<ApiClient?> ReplaceRedirectUris(
        TenantId tenant, Guid client, int version, IReadOnlyList<string> signedIn, IReadOnlyList<string> signedOut, Trace trace,
        CancellationToken cancellation);

    /// <summary>Those that are not revoked, newest first.</summary>
    Task<IReadOnlyList<ApiClient>> List(TenantId tenant, CancellationToken cancellation);

    /// <returns><c>false</c>: no such client here, or revoked already.</returns>
    Task<bool> Revoke(TenantId tenant, Guid client, Trace trace, CancellationToken cancellation);

    /// <summary>Notes that the client was used.</summary>
    Task<ApiClient?> Find(TenantId tenant, Guid client, Instant now, CancellationToken cancellation);
}
