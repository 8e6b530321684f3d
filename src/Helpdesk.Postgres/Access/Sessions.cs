using System.Collections.Frozen;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Feed;
using NodaTime;
using Npgsql;

namespace Helpdesk.Postgres.Access;

internal sealed class Sessions(Database database) : ISessions
{
    private static readonly FrozenDictionary<TenantId, Role> Nowhere = FrozenDictionary<TenantId, Role>.Empty;

    public Task<SessionAccess?> Load(TenantId tenant, Guid session, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenants([tenant, TenantId.Platform]);
        AddUse(batch.Add, tenant, session, now);
        AddLoad(batch.Add, tenant, session);
        if (tenant == TenantId.Platform)
        {
            batch.Add("""
                select m.tenant_id, m.role from session s join membership m on m.home_id = s.home_id and m.account_id = s.account_id
                where s.tenant_id = $1 and s.id = $2 and m.tenant_id <> s.home_id and m.status = 'active'
                """).With(tenant.Value).With(session);
        }

        await using var reader = await batch.ReadAsync(cancellation);
        if (await ReadLoaded(reader, tenant, now, cancellation) is not { } access)
            return null;
        return tenant == TenantId.Platform ? access with { Serves = await ReadServes(reader, cancellation) } : access;
    });

    public Task<Result<OpenedSession>> Refresh(TenantId tenant, string host, string token, Trace trace, CancellationToken cancellation) =>
        Storage.Ask<Result<OpenedSession>>(async () =>
        {
            await using var transaction = await AccessTransaction.Begin(database, cancellation, tenant, TenantId.Platform);
            if (await UseUp(transaction, tenant, token, trace.At, cancellation) is not { } session)
            {
                await EndIfReused(transaction, tenant, token, trace, cancellation);
                await transaction.Commit(cancellation);
                return AccessErrors.InvalidRefreshToken;
            }

            var access = await LoadLocked(transaction, tenant, session, trace.At, cancellation);
            if (access is null || access.Host != host)
                return AccessErrors.InvalidRefreshToken;

            var next = NewSessions.NewRefreshToken();
            await using var batch = transaction.Batch();
            NewSessions.AddRefreshToken(batch.Add, tenant, session, next, trace.At);
            batch.Add("update session set last_used_at = $3 where tenant_id = $1 and id = $2").With(tenant.Value).With(session).With(trace.At);
            await batch.ExecuteAsync(cancellation);
            await transaction.Commit(cancellation);
            return new OpenedSession(session, access.Account, SessionKind.Token, next, Device: null);
        });

    public Task<bool> End(TenantId tenant, AccountId account, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var transaction = await AccessTransaction.Begin(database, cancellation, tenant);
        var ended = await End(transaction, tenant, account, session, why, trace, cancellation);
        await transaction.Commit(cancellation);
        return ended;
    });

    public Task<IReadOnlyList<SessionSummary>> List(TenantId tenant, AccountId account, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
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
        where tenant_id = $1 and id = $2 and ended_at is null and last_used_at < $4 and last_used_at > case kind when 'cookie' then $5 else $6 end
        """)
        .With(tenant.Value).With(session).With(now).With(now - SessionPolicy.UseNotedEvery)
        .With(now - SessionPolicy.Cookie.Idle).With(now - SessionPolicy.Token.Idle);

    private static SessionSummary ReadSummary(NpgsqlDataReader reader)
    {
        var (kind, created, used) = (MembershipRow.Word<SessionKind>(reader.GetString(1)), reader.GetInstant(2), reader.GetInstant(3));
        return new(reader.GetGuid(0), kind, created, used, SessionPolicy.For(kind).ExpiresAt(created, used), reader.GetStringOrNull(4), reader.GetStringOrNull(5));
    }

    private static void AddLoad(Func<string, BatchStatement> add, TenantId tenant, Guid session) => add("""
        select s.id, s.kind, s.host, s.account_id, s.home_id, s.secret_hash, s.created_at, s.last_used_at, m.role, m.requester_group, a.two_factor_enabled
        from session s
        join account a on a.tenant_id = s.home_id and a.id = s.account_id
        join membership h on h.tenant_id = s.home_id and h.account_id = s.account_id
        join membership m on m.tenant_id = s.tenant_id and m.account_id = s.account_id
        where s.tenant_id = $1 and s.id = $2 and s.ended_at is null and s.proven_at >= a.sessions_valid_from
          and h.status = 'active' and m.status = 'active'
        """).With(tenant.Value).With(session);

    private static async Task<SessionAccess?> ReadLoaded(NpgsqlDataReader reader, TenantId tenant, Instant now, CancellationToken cancellation)
    {
        if (!await reader.ReadAsync(cancellation))
            return null;

        var kind = MembershipRow.Word<SessionKind>(reader.GetString(1));
        var expires = SessionPolicy.For(kind).ExpiresAt(reader.GetInstant(6), reader.GetInstant(7));
        return now >= expires ? null : new SessionAccess(
            reader.GetGuid(0), kind, reader.GetString(2), new(reader.GetGuid(3)), new(reader.GetGuid(4)),
            reader.IsDBNull(5) ? null : reader.GetFieldValue<byte[]>(5), expires, tenant, MembershipRow.Word<Role>(reader.GetString(8)), Nowhere,
            reader.GetStringOrNull(9), reader.GetBoolean(10));
    }

    private static async Task<IReadOnlyDictionary<TenantId, Role>> ReadServes(NpgsqlDataReader reader, CancellationToken cancellation)
    {
        await reader.NextResultAsync(cancellation);
        var serves = new Dictionary<TenantId, Role>();
        while (await reader.ReadAsync(cancellation))
            serves[new(reader.GetGuid(0))] = MembershipRow.Word<Role>(reader.GetString(1));
        return serves.ToFrozenDictionary();
    }

    private static async Task<SessionAccess?> LoadLocked(AccessTransaction transaction, TenantId tenant, Guid session, Instant now, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        AddLoad(batch.Add, tenant, session);
        await using var reader = await batch.ReadAsync(cancellation);
        return await ReadLoaded(reader, tenant, now, cancellation);
    }

    private static async Task<Guid?> UseUp(AccessTransaction transaction, TenantId tenant, string token, Instant now, CancellationToken cancellation)
    {
        await using var batch = transaction.Batch();
        batch.Add("update refresh_token set used_at = $3 where tenant_id = $1 and token_hash = $2 and used_at is null returning session_id")
            .With(tenant.Value).With(NewSessions.Hash(token)).With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetGuid(0) : null;
    }

    // The thief and the owner hold the same token, and nobody can tell which of them this is: both have to sign in again.
    private static async Task EndIfReused(AccessTransaction transaction, TenantId tenant, string token, Trace trace, CancellationToken cancellation)
    {
        (Guid Session, AccountId Account)? reused;
        await using (var batch = transaction.Batch())
        {
            batch.Add("""
                select s.id, s.account_id from refresh_token r join session s on s.tenant_id = r.tenant_id and s.id = r.session_id
                where r.tenant_id = $1 and r.token_hash = $2 and s.ended_at is null
                """).With(tenant.Value).With(NewSessions.Hash(token));
            await using var reader = await batch.ReadAsync(cancellation);
            reused = await reader.ReadAsync(cancellation) ? (reader.GetGuid(0), new(reader.GetGuid(1))) : null;
        }

        if (reused is var (session, account))
            await End(transaction, tenant, account, session, SessionEnd.RefreshTokenReused, trace, cancellation);
    }

    private static async Task<bool> End(
        AccessTransaction transaction, TenantId tenant, AccountId account, Guid session, SessionEnd why, Trace trace, CancellationToken cancellation)
    {
        await using var end = transaction.Batch();
        end.Add("update session set ended_at = $4 where tenant_id = $1 and id = $2 and account_id = $3 and ended_at is null")
            .With(tenant.Value).With(session).With(account.Value).With(trace.At);
        if (await end.ExecuteAsync(cancellation) == 0)
            return false;

        await using var record = transaction.Batch();
        AccessRecord.Add(record.Add, tenant, account.Value, trace, new AccountEvent.SessionEnded(account, session, why));
        await record.ExecuteAsync(cancellation);
        return true;
    }
}
