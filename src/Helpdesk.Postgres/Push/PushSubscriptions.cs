using System.Text.Json;
using Helpdesk.Domain.Push;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.Push;

internal sealed class PushSubscriptions(Database database, ISeals seals) : IPushSubscriptions
{
    // Who was shut out in any way has none, even where it is not cleared away yet.
    private const string Standing = """
        select p.id, p.account_id, p.session_id, p.target, p.name, p.created_at, p.renewed_at, s.kind, s.created_at, s.last_used_at
        from push_subscription p
        join session s on s.tenant_id = p.tenant_id and s.id = p.session_id and s.ended_at is null
        join account a on a.tenant_id = s.home_id and a.id = s.account_id and s.proven_at >= a.sessions_valid_from
        join membership h on h.tenant_id = s.home_id and h.account_id = s.account_id and h.status = 'active'
        join membership m on m.tenant_id = p.tenant_id and m.account_id = p.account_id and m.status = 'active'
        where p.tenant_id = $1
        """;

    // One more than there may be is not written: the row that comes back says which it is.
    private const string Write = """
        insert into push_subscription
            (tenant_id, id, account_id, session_id, endpoint_hash, service, target, name, created_at, renewed_at)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $9
        where exists (select from push_subscription where tenant_id = $1 and endpoint_hash = $5)
            or (select count(*) from push_subscription where tenant_id = $1 and account_id = $3) < $10
        on conflict (tenant_id, endpoint_hash) do update set session_id = excluded.session_id, target = excluded.target,
            name = excluded.name, renewed_at = excluded.renewed_at
        returning id, created_at
        """;

    public Task<IReadOnlyList<PushSubscription>> List(
        TenantId tenant, AccountId account, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        batch.Add($"{Standing} and p.account_id = $2 order by p.created_at, p.id").With(tenant.Value).With(account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<PushSubscription>();
        while (await reader.ReadAsync(cancellation))
        {
            if (Read(reader, tenant, now) is { } one)
                found.Add(one);
        }

        return (IReadOnlyList<PushSubscription>)found;
    });

    public Task<PushSubscription?> Find(TenantId tenant, Guid id, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        batch.Add($"{Standing} and p.id = $2").With(tenant.Value).With(id);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader, tenant, now) : null;
    });

    public Task<PushSubscription?> Save(PushSubscription wanted, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var (tenant, hash) = (wanted.Tenant, SHA256.HashData(Encoding.UTF8.GetBytes(wanted.Target.Endpoint)));
        await using var batch = database.ForTenant(tenant);
        batch.Add("delete from push_subscription where tenant_id = $1 and endpoint_hash = $2 and account_id <> $3")
            .With(tenant.Value).With(hash).With(wanted.Account.Value);
        batch.Add(Write).With(tenant.Value).With(wanted.Id).With(wanted.Account.Value).With(wanted.Session).With(hash)
            .With(wanted.Target.Service).With(Sealed(tenant, wanted.Target)).With(wanted.Name).With(wanted.RenewedAt)
            .With(PushSubscription.Most);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? wanted with { Id = reader.GetGuid(0), CreatedAt = reader.GetInstant(1) } : null;
    });

    public Task<bool> Remove(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("delete from push_subscription where tenant_id = $1 and id = $2").With(tenant.Value).With(id);
        return await batch.ExecuteAsync(cancellation) > 0;
    });

    private byte[] Sealed(TenantId tenant, PushTarget target) =>
        seals.Seal(Purpose(tenant), JsonSerializer.SerializeToUtf8Bytes(target, RecordJson.Options));

    // Sealed under another master key it leads nowhere: as if it were not there.
    private PushSubscription? Read(NpgsqlDataReader row, TenantId tenant, Instant now)
    {
        if (seals.Open(Purpose(tenant), row.GetFieldValue<byte[]>(3)) is not { } target)
            return null;
        var policy = SessionPolicy.For(MembershipRow.Word<SessionKind>(row.GetString(7)));
        return new()
        {
            Tenant = tenant,
            Id = row.GetGuid(0),
            Account = new(row.GetGuid(1)),
            Session = row.GetGuid(2),
            Target = RecordJson.ReadStored<PushTarget>(Encoding.UTF8.GetString(target)),
            Name = row.GetString(4),
            CreatedAt = row.GetInstant(5),
            RenewedAt = row.GetInstant(6),
            IsSignedIn = now < policy.ExpiresAt(row.GetInstant(8), row.GetInstant(9)),
        };
    }

    private static SealPurpose Purpose(TenantId tenant) => new(SealKind.PushTarget, tenant);
}
