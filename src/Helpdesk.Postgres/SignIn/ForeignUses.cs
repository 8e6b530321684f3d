using System.Text.Json;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.Feed;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Writes that a credential was tried at another host than its own, no oftener than somebody reads it: whoever owns an account may try its
/// tokens wherever they like, and shall not fill the audit log of the municipality with it.
/// </summary>
internal static class ForeignUses
{
    /// <summary>Entries within 24 hours for one account or program; more than that tell nothing new.</summary>
    public const int MostOfAccount = 50;

    /// <summary>Entries within 24 hours for a municipality.</summary>
    public const int MostOfTenant = 500;

    private static readonly string Kind = EventAppender.KindOf(typeof(AccountEvent.ForeignUse));

    public static void Add(Func<string, BatchStatement> add, TenantId tenant, AccountId account, string host, Trace trace)
    {
        EventAppender.Lock(add, tenant, account.Value);
        add($"""
            insert into event (tenant_id, stream_id, version, at, actor, origin, kind, data)
            select $1, $2, (select coalesce(max(version), 0) + 1 from event where tenant_id = $1 and stream_id = $2), $3, $4, $5, $6, $7
            from (select count(*) as all_of_them, count(*) filter (where stream_id = $2) as own
                from event where tenant_id = $1 and kind = '{Kind}' and at > $3 - interval '24 hours') as lately
            where own < {MostOfAccount} and all_of_them < {MostOfTenant}
            """).With(tenant.Value).With(account.Value).With(trace.At).With(trace.Actor?.Value).With(trace.Origin).With(Kind)
            .WithJson(JsonSerializer.Serialize(new AccountEvent.ForeignUse(account, host), RecordJson.Options));
    }
}
