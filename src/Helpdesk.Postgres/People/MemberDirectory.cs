using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Caching;
using Microsoft.Extensions.Options;

namespace Helpdesk.Postgres.People;

internal sealed class MemberDirectory(Database database, IOptions<MemberOptions> options, TimeProvider time) : IMemberDirectory
{
    private const int Capacity = 50_000;

    private readonly ShortLivedCache<(TenantId Tenant, AccountId Account), MemberRecord?> cache = new(
        options.Value.Freshness, Capacity, time, silence: database.Silence, changes: who => database.OwnChanges.Of(who.Tenant));

    private readonly ShortLivedCache<(TenantId Tenant, AccountId Account), HistoricName> names = new(
        options.Value.Freshness, Capacity, time, silence: database.Silence, changes: who => database.OwnChanges.Of(who.Tenant));

    public ValueTask<MemberRecord?> Find(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        cache.Get((tenant, account), Load, cancellation);

    public ValueTask<HistoricName> Name(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        names.Get((tenant, account), LoadName, cancellation);

    private Task<HistoricName> LoadName((TenantId Tenant, AccountId Account) who) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([who.Tenant, TenantId.Platform]);
        batch.Add("""
            select coalesce(
                (select name from membership where tenant_id = $1 and account_id = $2),
                (select name from api_key where tenant_id = $1 and id = $2),
                (select name from oidc_application where tenant_id = $1 and id = $2)),
                exists (select from membership where tenant_id = $3 and account_id = $2),
                exists (select from membership where tenant_id = $1 and account_id = $2 and status = 'ended')
            """).With(who.Tenant.Value).With(who.Account.Value).With(TenantId.Platform.Value);
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        await reader.ReadAsync(CancellationToken.None);
        var name = reader.GetStringOrNull(0);
        return new HistoricName(name, IsErased: name is null && !reader.GetBoolean(1)) { HasLeft = reader.GetBoolean(2) };
    });

    private Task<MemberRecord?> Load((TenantId Tenant, AccountId Account) who) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([who.Tenant, TenantId.Platform]);
        batch.Add("""
            select m.role, m.status = 'active' and h.status = 'active', m.name, m.email, m.language, m.requester_group,
                m.status in ('invited', 'contact'), m.time_zone
            from membership m join membership h on h.tenant_id = m.home_id and h.account_id = m.account_id
            where m.tenant_id = $1 and m.account_id = $2 and m.status <> 'ended'
            """).With(who.Tenant.Value).With(who.Account.Value);
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        return await reader.ReadAsync(CancellationToken.None)
            ? new MemberRecord(
                who.Account, MembershipRow.Word<Role>(reader.GetString(0)), reader.GetBoolean(1), reader.GetString(2), reader.GetString(3),
                reader.GetString(4), reader.GetStringOrNull(5))
            { IsExpected = reader.GetBoolean(6), TimeZone = reader.GetStringOrNull(7) }
            : null;
    });
}
