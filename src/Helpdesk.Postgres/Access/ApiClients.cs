using System.Security.Cryptography;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Feed;
using NodaTime;
using Npgsql;

namespace Helpdesk.Postgres.Access;

internal sealed class ApiClients(Database database) : IApiClients
{
    private const string Columns = "tenant_id, id, name, scopes, environment, created_by, created_at, expires_at, revoked_at, last_used_at";

    private readonly ProgramRecord<ApiClient> record = new(database, "api_client", Columns, Read);

    public Task<string> Create(ApiClient draft, Trace trace, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var secret = ApiClientSecret.Of(RandomNumberGenerator.GetBytes(ApiClientSecret.Bytes));
        await using var batch = database.ForTenant(draft.Tenant);
        batch.Add("""
            insert into api_client (tenant_id, id, secret_hash, name, scopes, environment, created_by, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
            .With(draft.Tenant.Value).With(draft.Id).With(ApiClientSecret.HashOf(secret)).With(draft.Name).With(draft.Scopes.ToArray())
            .With(draft.Environment).With(draft.CreatedBy.Value).With(draft.CreatedAt).With(draft.ExpiresAt);
        AccessRecord.Add(batch.Add, draft.Tenant, draft.Id, trace, new ApiClientEvent.Created(draft.Id, draft.Scopes, draft.Environment));
        await batch.ExecuteAsync(cancellation);
        return secret;
    });

    public Task<IReadOnlyList<ApiClient>> List(TenantId tenant, CancellationToken cancellation) => record.List(tenant, cancellation);

    public Task<bool> Revoke(TenantId tenant, Guid client, Trace trace, CancellationToken cancellation) =>
        record.Revoke(tenant, client, trace, new ApiClientEvent.Revoked(client), cancellation);

    public Task<(ApiClient Client, byte[] SecretHash)?> Find(TenantId tenant, Guid client, Instant now, CancellationToken cancellation) =>
        Storage.Ask<(ApiClient, byte[])?>(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add("update api_client set last_used_at = $3 where tenant_id = $1 and id = $2 and (last_used_at is null or last_used_at < $4)")
                .With(tenant.Value).With(client).With(now).With(now - SessionPolicy.UseNotedEvery);
            batch.Add($"select {Columns}, secret_hash from api_client where tenant_id = $1 and id = $2").With(tenant.Value).With(client);
            await using var reader = await batch.ReadAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? (Read(reader), reader.GetFieldValue<byte[]>(10)) : null;
        });

    private static ApiClient Read(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<string[]>(3), reader.GetStringOrNull(4),
        new(reader.GetGuid(5)), reader.GetInstant(6), reader.GetInstantOrNull(7), reader.GetInstantOrNull(8), reader.GetInstantOrNull(9));
}
