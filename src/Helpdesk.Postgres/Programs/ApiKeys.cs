using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.Programs;

internal sealed class ApiKeys(Database database) : IApiKeys
{
    private const string Columns =
        "tenant_id, id, prefix, name, scopes, environment, created_by, created_at, expires_at, revoked_at, last_used_at";

    private readonly ProgramTable<ApiKey> record = new(database, "api_key", Columns, Read);

    public async Task<Result<ApiKeyText>> Create(ApiKey draft, Trace trace, CancellationToken cancellation)
    {
        try
        {
            return await Insert(draft, trace, cancellation);
        }
        catch (PostgresException refused) when (refused.SqlState is ProgramTable<ApiKey>.TooMany)
        {
            return ProgramErrors.TooManyPrograms;
        }
    }

    private Task<ApiKeyText> Insert(ApiKey draft, Trace trace, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var text = ApiKeyText.Of(
            RandomNumberGenerator.GetBytes(ApiKeyText.PrefixBytes), RandomNumberGenerator.GetBytes(ApiKeyText.SecretBytes));
        await using var batch = database.ForTenant(draft.Tenant);
        record.AddBound(batch.Add, draft.Tenant, draft.CreatedAt);
        batch.Add("""
            insert into api_key (tenant_id, id, prefix, secret_hash, name, scopes, environment, created_by, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            """)
            .With(draft.Tenant.Value).With(draft.Id).With(text.Prefix).With(text.Hash).With(draft.Name).With(draft.Scopes.ToArray())
            .With(draft.Environment).With(draft.CreatedBy.Value).With(draft.CreatedAt).With(draft.ExpiresAt);
        EventAppender.Add(
            batch.Add, draft.Tenant, draft.Id, trace, new ApiKeyEvent.Created(draft.Id, text.Prefix, draft.Scopes, draft.Environment));
        await batch.ExecuteAsync(cancellation);
        return text;
    });

    public Task<IReadOnlyList<ApiKey>> List(TenantId tenant, CancellationToken cancellation) => record.List(tenant, cancellation);

    public Task<bool> Revoke(TenantId tenant, Guid key, Trace trace, CancellationToken cancellation) =>
        record.Revoke(tenant, key, trace, new ApiKeyEvent.Revoked(key), cancellation);

    public Task<(ApiKey Key, byte[] SecretHash)?> Find(TenantId tenant, string prefix, Instant now, CancellationToken cancellation) =>
        Storage.Ask<(ApiKey, byte[])?>(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add("update api_key set last_used_at = $3 where tenant_id = $1 and prefix = $2 and (last_used_at is null or "
                + "last_used_at < $4)")
                .With(tenant.Value).With(prefix).With(now).With(now - SessionPolicy.UseNotedEvery);
            batch.Add($"select {Columns}, secret_hash from api_key where tenant_id = $1 and prefix = $2").With(tenant.Value).With(prefix);
            await using var reader = await batch.ReadAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? (Read(reader), reader.GetFieldValue<byte[]>(11)) : null;
        });

    public Task<(TenantId Tenant, Guid Key)?> FindOwner(ApiKeyText text, Instant now, CancellationToken cancellation) =>
        Storage.Ask<(TenantId, Guid)?>(async () =>
        {
            await using var batch = database.ForWorker();
            batch.Add("""
                select tenant_id, id, secret_hash from api_key
                where prefix = $1 and revoked_at is null and (expires_at is null or expires_at > $2)
                """).With(text.Prefix).With(now);
            await using var reader = await batch.ReadAsync(cancellation);
            while (await reader.ReadAsync(cancellation))
            {
                if (CryptographicOperations.FixedTimeEquals(reader.GetFieldValue<byte[]>(2), text.Hash))
                    return (new(reader.GetGuid(0)), reader.GetGuid(1));
            }

            return null;
        });

    private static ApiKey Read(NpgsqlDataReader reader) => new()
    {
        Tenant = new(reader.GetGuid(0)),
        Id = reader.GetGuid(1),
        Prefix = reader.GetString(2),
        Name = reader.GetString(3),
        Scopes = reader.GetFieldValue<string[]>(4),
        Environment = reader.GetStringOrNull(5),
        CreatedBy = new(reader.GetGuid(6)),
        CreatedAt = reader.GetInstant(7),
        ExpiresAt = reader.GetInstantOrNull(8),
        RevokedAt = reader.GetInstantOrNull(9),
        LastUsedAt = reader.GetInstantOrNull(10),
    };
}
