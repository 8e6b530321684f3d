using System.Buffers.Text;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.SignIn;

/// <summary>Opens sessions. Secrets are random and long, so a plain hash of them is enough to keep.</summary>
internal sealed class NewSessions
{
    private const int SecretLength = 32;
    private const int DeviceLength = 16;

    private static readonly Duration DevicesKeptFor = Duration.FromDays(180);

    public static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));

    /// <summary>Session, its secret, the event that says so; failed tries forgotten, the device remembered.</summary>
    public OpenedSession Add(Func<string, BatchStatement> add, Admission admission)
    {
        var (tenant, who, trace) = (admission.Attempt.Tenant, admission.Who, admission.Trace with { Actor = admission.Who.Account });
        var id = Guid.CreateVersion7(trace.At.ToDateTimeOffset());
        var secret = admission.Kind is SessionKind.Cookie ? Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretLength)) : null;

        add("""
            insert into session (tenant_id, id, account_id, home_id, host, kind, secret_hash, created_at, proven_at, last_used_at, address,
                agent, by_passkey)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $8, $9, $10, $11)
            """)
            .With(tenant.Value).With(id).With(who.Account.Value).With(who.Here.Home.Value).With(admission.Host).With(
                Words<SessionKind>.Of(admission.Kind))
            .With(secret is null ? null : Hash(secret)).With(trace.At).With(admission.Address).With(admission.Agent)
            .With(admission.Passkey is not null);
        AddBound(add, tenant, who.Account, trace.At);
        SignInTries.AddSuccess(add, admission.Attempt, admission.Verdict);
        if (who.HasSecondFactor)
            SignInTries.AddCodesForgotten(add, who.Here.Home, admission.Attempt);
        SignInTries.AddKnownNetwork(add, who.Account, admission.Attempt);
        EventAppender.Add(
            add, tenant, who.Account.Value, trace, new AccountEvent.SignedIn(who.Account, id, admission.Kind,
                who.HasSecondFactor || admission.Passkey is not null));
        AddPurge(add, tenant, trace.At);
        return new(id, who.Account, admission.Kind, secret, AddDevice(add, admission));
    }

    /// <summary>Ends those that are too many, the ones that were not used for longest.</summary>
    public static void AddBound(Func<string, BatchStatement> add, TenantId tenant, AccountId account, Instant now)
    {
        add("""
            update session set ended_at = $3 where tenant_id = $1 and id in
                (select id from session where tenant_id = $1 and id in
                    (select id from session where tenant_id = $1 and account_id = $2 and ended_at is null
                        order by last_used_at desc, id desc offset $4)
                    for update skip locked)
            """).With(tenant.Value).With(account.Value).With(now).With(SessionPolicy.MostOpen);
        PushEndings.Add(add, tenant, account);
    }

    private static string? AddDevice(Func<string, BatchStatement> add, Admission admission)
    {
        var (tenant, account, now) = (admission.Attempt.Tenant.Value, admission.Who.Account.Value, admission.Trace.At);
        if (admission.Verdict.FromKnownDevice)
        {
            add("update known_device set last_used_at = $4 where tenant_id = $1 and account_id = $2 and device_hash = $3")
                .With(tenant).With(account).With(admission.Attempt.Device).With(now);
            return null;
        }

        var token = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(DeviceLength));
        add("delete from known_device where tenant_id = $1 and account_id = $2 and last_used_at < $3").With(tenant).With(account).With(
            now - DevicesKeptFor);
        add("insert into known_device (tenant_id, account_id, device_hash, last_used_at) values ($1, $2, $3, $4)")
            .With(tenant).With(account).With(Hash(token)).With(now);
        return token;
    }

    // What is long over goes with the sign-ins of others, a little at a time.
    private static void AddPurge(Func<string, BatchStatement> add, TenantId tenant, Instant now)
    {
        add("""
            delete from session where tenant_id = $1 and id in
                (select id from session where tenant_id = $1 and last_used_at < $2 limit 10 for update skip locked)
            """).With(tenant.Value).With(now - SessionPolicy.Token.Absolute);
        add("""
            delete from mailed_link where tenant_id = $1 and token_hash in
                (select token_hash from mailed_link where tenant_id = $1 and expires_at < $2 limit 10 for update skip locked)
            """).With(tenant.Value).With(now - Duration.FromDays(30));
    }
}
