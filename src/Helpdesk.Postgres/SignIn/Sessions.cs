using System.Collections.Frozen;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.SignIn;

internal sealed class Sessions(Database database) : ISessions
{
    private static readonly FrozenDictionary<TenantId, Role> Nowhere = FrozenDictionary<TenantId, Role>.Empty;

    public Task<SessionAccess?> Load(TenantId tenant, Guid session, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        AddUse(batch.Add, tenant, session, now);
        AddLoad(batch.Add, tenant, session, now);
        if (tenant == TenantId.Platform)
        {
            batch.Add("""
                select m.tenant_id, m.role from session s join membership m on m.home_id = s.home_id and m.account_id = s.account_id
                where s.tenant_id = $1 and s.id = $2 and m.tenant_id <> s.home_id and m.status = 'active'
                """).With(tenant.Value).With(session);
        }

        await using var reader = await batch.ReadAsync(cancellation);
        if (await ReadLoaded(reader, now, cancellation) is not { } access)
            return null;
        return tenant == TenantId.Platform ? access with { Serves = await ReadServes(reader, cancellation) } : access;
    });

    public Task<IReadOnlyDictionary<Guid, SessionAccess>> GoingOn(
        IReadOnlyCollection<(TenantId Tenant, Guid Session)> sessions, Instant now, CancellationToken cancellation) =>
        Storage.Ask<IReadOnlyDictionary<Guid, SessionAccess>>(async () =>
    {
        await using var batch = database.ForTenants([.. sessions.Select(one => one.Tenant).Append(TenantId.Platform).Distinct()]);
        batch.Add(LiveOfMany).With(sessions.Select(one => one.Tenant.Value).ToArray())
            .With(sessions.Select(one => one.Session).ToArray()).With(now);
        batch.Add("""
            select s.id, m.tenant_id, m.role from session s join membership m on m.home_id = s.home_id and m.account_id = s.account_id
            where s.tenant_id = $1 and s.id = any ($2) and m.tenant_id <> s.home_id and m.status = 'active'
            """).With(TenantId.Platform.Value)
            .With(sessions.Where(one => one.Tenant == TenantId.Platform).Select(one => one.Session).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new Dictionary<Guid, SessionAccess>();
        while (await reader.ReadAsync(cancellation))
        {
            if (ReadLive(reader, now) is { } access)
                found[access.Id] = access;
        }

        await reader.NextResultAsync(cancellation);
        var serves = new List<(Guid Session, TenantId Tenant, Role Role)>();
        while (await reader.ReadAsync(cancellation))
            serves.Add((reader.GetGuid(0), new(reader.GetGuid(1)), MembershipRow.Word<Role>(reader.GetString(2))));
        foreach (var ofSession in serves.GroupBy(one => one.Session).Where(one => found.ContainsKey(one.Key)))
            found[ofSession.Key] = found[ofSession.Key] with
            { Serves = ofSession.ToFrozenDictionary(one => one.Tenant, one => one.Role) };
        return found;
    });

    public Task<TenantId?> FindTenant(Guid session, CancellationToken cancellation) => Storage.Ask<TenantId?>(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("select tenant_id from session where id = $1").With(session);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new TenantId(reader.GetGuid(0)) : null;
    });

    public Task<Guid?> OpenFor(TenantId tenant, Guid by, AllowedClient client, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Guid?>(async () =>
    {
        var id = Guid.CreateVersion7(trace.At.ToDateTimeOffset());
        await using var transaction = await TenantTransaction.Begin(database, cancellation, tenant);
        await using var open = transaction.Batch();
        open.Add("""
            insert into session (tenant_id, id, account_id, home_id, host, kind, created_at, proven_at, last_used_at, address, agent,
                client_id, scopes, by_passkey)
            select tenant_id, $3, account_id, home_id, host, 'token', $4, proven_at, $4, $5, $6, $7, $8, by_passkey from session
            where tenant_id = $1 and id = $2 and ended_at is null
            """)
            .With(tenant.Value).With(by).With(id).With(trace.At).With(client.Address).With(client.Name).With(client.Client).With(
                client.Scopes.ToArray());
        if (await open.ExecuteAsync(cancellation) == 0)
            return null;

        await using var record = transaction.Batch();
        var account = trace.Actor!.Value;
        NewSessions.AddBound(record.Add, tenant, account, trace.At);
        EventAppender.Add(
            record.Add, tenant, account.Value, trace, new AccountEvent.ClientAllowed(account, id, client.Client, client.Scopes));
        await record.ExecuteAsync(cancellation);
        await transaction.Commit(cancellation);
        return id;
    });

    public Task<bool> IsAllowed(TenantId tenant, AccountId account, AllowedClient client, Instant now, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select exists (select from session
            where tenant_id = $1 and account_id = $2 and client_id = $3 and scopes @> $4 and ended_at is null and last_used_at > $5
                and created_at > $6)
            """)
            .With(tenant.Value).With(account.Value).With(client.Client).With(client.Scopes.ToArray())
            .With(now - SessionPolicy.Token.Idle).With(now - SessionPolicy.Token.Absolute);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) && reader.GetBoolean(0);
    });

    public Task<bool> End(TenantId tenant, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, tenant);
        if (await AccountOf(transaction, tenant, session, cancellation) is not { } account)
            return false;
        var ended = await End(transaction, tenant, account, session, why, trace, cancellation);
        await transaction.Commit(cancellation);
        return ended;
    });

    public Task<bool> End(TenantId tenant, AccountId account, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var transaction = await TenantTransaction.Begin(database, cancellation, tenant);
        var ended = await End(transaction, tenant, account, session, why, trace, cancellation);
        await transaction.Commit(cancellation);
        return ended;
    });

    public Task<IReadOnlyList<SessionSummary>> List(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        batch.Add("""
            select s.id, s.kind, s.created_at, s.last_used_at, s.address, s.agent
            from session s join account a on a.tenant_id = s.home_id and a.id = s.account_id
            where s.tenant_id = $1 and s.account_id = $2 and s.ended_at is null and s.proven_at >= a.sessions_valid_from
            order by s.last_used_at desc, s.id limit 200
            """).With(tenant.Value).With(account.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        var sessions = new List<SessionSummary>();
        while (await reader.ReadAsync(cancellation))
            sessions.Add(ReadSummary(reader));
        return (IReadOnlyList<SessionSummary>)[.. sessions.Where(session => now < session.ExpiresAt)];
    });

    // Not of a session that has idled too long: being asked for must not bring it back.
    private static void AddUse(Func<string, BatchStatement> add, TenantId tenant, Guid session, Instant now) => add("""
        update session set last_used_at = $3
        where tenant_id = $1 and id = $2 and ended_at is null and last_used_at < $4 and last_used_at > case kind when 'cookie' then $5
            else $6 end
        """)
        .With(tenant.Value).With(session).With(now).With(now - SessionPolicy.UseNotedEvery)
        .With(now - SessionPolicy.Cookie.Idle).With(now - SessionPolicy.Token.Idle);

    private static SessionSummary ReadSummary(NpgsqlDataReader reader)
    {
        var (kind, created, used) = (MembershipRow.Word<SessionKind>(reader.GetString(1)), reader.GetInstant(2), reader.GetInstant(3));
        return new(reader.GetGuid(0), kind, created, used, SessionPolicy.For(kind)
            .ExpiresAt(created, used), reader.GetStringOrNull(4), reader.GetStringOrNull(5));
    }

    // A program's sessions go on as long as the program is let in.
    private static string Live(string which, string now) => $"""
        select s.id, s.kind, s.host, s.account_id, s.home_id, s.secret_hash, s.created_at, s.last_used_at, m.role, m.requester_group,
            a.two_factor_enabled or (s.by_passkey and exists (
                select from passkey p where p.tenant_id = s.tenant_id and p.account_id = s.account_id)),
            s.client_id, s.proven_at, m.language, s.tenant_id
        from session s
        join account a on a.tenant_id = s.home_id and a.id = s.account_id
        join membership h on h.tenant_id = s.home_id and h.account_id = s.account_id
        join membership m on m.tenant_id = s.tenant_id and m.account_id = s.account_id
        where {which} and s.ended_at is null and s.proven_at >= a.sessions_valid_from
          and h.status = 'active' and m.status = 'active'
          and (s.client_id is null or exists (select from oidc_application c
            where c.tenant_id = s.tenant_id and c.id = s.client_id and c.revoked_at is null and (c.expires_at is null
                or c.expires_at > {now})))
        """;

    private static readonly string LiveOne = Live("s.tenant_id = $1 and s.id = $2", "$3");
    private static readonly string LiveOfMany = Live("(s.tenant_id, s.id) in (select * from unnest($1::uuid[], $2::uuid[]))", "$3");

    private static void AddLoad(Func<string, BatchStatement> add, TenantId tenant, Guid session, Instant now) =>
        add(LiveOne).With(tenant.Value).With(session).With(now);

    private static async Task<SessionAccess?> ReadLoaded(
        NpgsqlDataReader reader, Instant now, CancellationToken cancellation) =>
        await reader.ReadAsync(cancellation) ? ReadLive(reader, now) : null;

    private static SessionAccess? ReadLive(NpgsqlDataReader reader, Instant now)
    {
        var kind = MembershipRow.Word<SessionKind>(reader.GetString(1));
        var expires = SessionPolicy.For(kind).ExpiresAt(reader.GetInstant(6), reader.GetInstant(7));
        return now >= expires ? null : new SessionAccess
        {
            Id = reader.GetGuid(0),
            Kind = kind,
            Host = reader.GetString(2),
            Account = new(reader.GetGuid(3)),
            Home = new(reader.GetGuid(4)),
            SecretHash = reader.IsDBNull(5) ? null : reader.GetFieldValue<byte[]>(5),
            ExpiresAt = expires,
            Tenant = new(reader.GetGuid(14)),
            Role = MembershipRow.Word<Role>(reader.GetString(8)),
            Serves = Nowhere,
            Group = reader.GetStringOrNull(9),
            HasSecondFactor = reader.GetBoolean(10),
            Client = reader.GetGuidOrNull(11),
            ProvenAt = reader.GetInstant(12),
            Language = reader.GetString(13),
        };
    }

    private static async Task<IReadOnlyDictionary<TenantId, Role>> ReadServes(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation);
        var serves = new Dictionary<TenantId, Role>();
        while (await reader.ReadAsync(cancellation))
            serves[new(reader.GetGuid(0))] = MembershipRow.Word<Role>(reader.GetString(1));
        return serves.ToFrozenDictionary();
    }

    private static async Task<AccountId?> AccountOf(
        TenantTransaction transaction, TenantId tenant, Guid session, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add("select account_id from session where tenant_id = $1 and id = $2 and ended_at is null").With(tenant.Value).With(session);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? new AccountId(reader.GetGuid(0)) : null;
    }

    private static async Task<bool> End(
        TenantTransaction transaction, TenantId tenant, AccountId account, Guid session, SessionEnd why, Trace trace,
        CancellationToken cancellation)
    {
        await using var end = transaction.Batch();
        end.Add("update session set ended_at = $4 where tenant_id = $1 and id = $2 and account_id = $3 and ended_at is null")
            .With(tenant.Value).With(session).With(account.Value).With(trace.At);
        if (await end.ExecuteAsync(cancellation) == 0)
            return false;

        await using var record = transaction.Batch();
        PushEndings.Add(record.Add, tenant, account);
        EventAppender.Add(record.Add, tenant, account.Value, trace, new AccountEvent.SessionEnded(account, session, why));
        await record.ExecuteAsync(cancellation);
        return true;
    }
}
