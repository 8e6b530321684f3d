using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.Programs;

internal sealed class ApiClients(Database database) : IApiClients
{
    private const string Columns =
        "tenant_id, id, name, scopes, environment, created_by, created_at, expires_at, revoked_at, last_used_at, "
        + "secret_hash is null, redirect_uris, post_logout_redirect_uris, version";

    private readonly ProgramTable<ApiClient> record = new(database, "oidc_application", Columns, Read);

    public async Task<Result<string>> Create(ApiClient draft, Trace trace, CancellationToken cancellation)
    {
        try
        {
            return await Insert(draft, trace, cancellation) ?? "";
        }
        catch (PostgresException refused) when (refused.SqlState is ProgramTable<ApiClient>.TooMany)
        {
            return ProgramErrors.TooManyPrograms;
        }
    }

    private Task<string?> Insert(ApiClient draft, Trace trace, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var secret = draft.IsPublic ? null : ApiClientSecret.Of(RandomNumberGenerator.GetBytes(ApiClientSecret.Bytes));
        await using var batch = database.ForTenant(draft.Tenant);
        record.AddBound(batch.Add, draft.Tenant, draft.CreatedAt);
        batch.Add("""
            insert into oidc_application
                (tenant_id, id, secret_hash, name, scopes, environment, created_by, created_at, expires_at, redirect_uris,
                    post_logout_redirect_uris)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            """).With(draft.Tenant.Value).With(draft.Id).With(secret is null ? null : ApiClientSecret.HashOf(secret)).With(draft.Name)
            .With(draft.Scopes.ToArray()).With(draft.Environment).With(draft.CreatedBy.Value).With(draft.CreatedAt).With(draft.ExpiresAt)
            .With(draft.RedirectUris.ToArray()).With(draft.PostLogoutRedirectUris.ToArray());
        EventAppender.Add(batch.Add, draft.Tenant, draft.Id, trace, new ApiClientEvent.Created(draft.Id, draft.Scopes, draft.Environment));
        await batch.ExecuteAsync(cancellation);
        return secret;
    });

    public Task<IReadOnlyList<ApiClient>> List(TenantId tenant, CancellationToken cancellation) => record.List(tenant, cancellation);

    public Task<bool> Revoke(TenantId tenant, Guid client, Trace trace, CancellationToken cancellation) =>
        record.Revoke(tenant, client, trace, new ApiClientEvent.Revoked(client), cancellation);

    public Task<ApiClient?> ReplaceRedirectUris(
        TenantId tenant, Guid client, int version, IReadOnlyList<string> signedIn, IReadOnlyList<string> signedOut, Trace trace,
        CancellationToken cancellation) =>
        Storage.Ask(async () =>
        {
            await using var transaction = await TenantTransaction.Begin(database, cancellation, tenant);
            if (await Replace(transaction, tenant, client, version, signedIn, signedOut, cancellation) is not { } replaced)
                return null;

            await using var record = transaction.Batch();
            EventAppender.Add(record.Add, tenant, client, trace, new ApiClientEvent.RedirectUrisReplaced(client, signedIn, signedOut));
            await record.ExecuteAsync(cancellation);
            await transaction.Commit(cancellation);
            return replaced;
        });

    public Task<ApiClient?> Find(TenantId tenant, Guid client, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("update oidc_application set last_used_at = $3 where tenant_id = $1 and id = $2 and (last_used_at is null or "
            + "last_used_at < $4)")
            .With(tenant.Value).With(client).With(now).With(now - SessionPolicy.UseNotedEvery);
        batch.Add($"select {Columns} from oidc_application where tenant_id = $1 and id = $2").With(tenant.Value).With(client);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public Task<TenantId?> FindOwner(Guid client, string secret, Instant now, CancellationToken cancellation) =>
        Storage.Ask<TenantId?>(async () =>
        {
            await using var batch = database.ForWorker();
            batch.Add("""
                select tenant_id, secret_hash from oidc_application
                where id = $1 and secret_hash is not null and revoked_at is null and (expires_at is null or expires_at > $2)
                """).With(client).With(now);
            await using var reader = await batch.ReadAsync(cancellation);
            return await reader.ReadAsync(cancellation)
                && CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(1), ApiClientSecret.HashOf(secret))
                    ? new TenantId(reader.GetGuid(0)) : null;
        });

    private static async Task<ApiClient?> Replace(
        TenantTransaction transaction, TenantId tenant, Guid client, int version, IReadOnlyList<string> signedIn,
        IReadOnlyList<string> signedOut, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add($"""
            update oidc_application set redirect_uris = $3, post_logout_redirect_uris = $4, version = version + 1
            where tenant_id = $1 and id = $2 and version = $5 and revoked_at is null returning {Columns}
            """).With(tenant.Value).With(client).With(signedIn.ToArray()).With(signedOut.ToArray()).With(version);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    }

    private static ApiClient Read(NpgsqlDataReader reader) => new()
    {
        Tenant = new(reader.GetGuid(0)),
        Id = reader.GetGuid(1),
        Name = reader.GetString(2),
        Scopes = reader.GetFieldValue<string[]>(3),
        Environment = reader.GetStringOrNull(4),
        CreatedBy = new(reader.GetGuid(5)),
        CreatedAt = reader.GetInstant(6),
        ExpiresAt = reader.GetInstantOrNull(7),
        RevokedAt = reader.GetInstantOrNull(8),
        LastUsedAt = reader.GetInstantOrNull(9),
        IsPublic = reader.GetBoolean(10),
        RedirectUris = reader.GetFieldValue<string[]>(11),
        PostLogoutRedirectUris = reader.GetFieldValue<string[]>(12),
        Version = reader.GetInt32(13),
    };
}
