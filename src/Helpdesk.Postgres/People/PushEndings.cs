namespace Helpdesk.Postgres.People;

/// <summary>Browsers whose sessions somebody has ended are told nothing more.</summary>
internal static class PushEndings
{
    private const string Delete = """
        delete from push_subscription p using session s
        where p.tenant_id = $1 and p.account_id = $2 and s.tenant_id = p.tenant_id and s.id = p.session_id
            and (s.ended_at is not null or exists (
                select from account a where a.tenant_id = s.home_id and a.id = s.account_id and s.proven_at < a.sessions_valid_from))
        """;

    /// <summary>After the statement that ended them, in its transaction.</summary>
    public static void Add(Func<string, BatchStatement> add, TenantId tenant, AccountId account) =>
        add(Delete).With(tenant.Value).With(account.Value);
}
