using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.SignIn;

/// <summary>What was answered with a passkey: each answer counts once.</summary>
internal static class PasskeyAnswers
{
    // No question is open for longer.
    private static readonly Duration KeptFor = Duration.FromHours(1);

    /// <summary>Uses up an answer; a second time the primary key refuses it.</summary>
    public static void Add(Func<string, BatchStatement> add, TenantId tenant, byte[] asked, Instant now)
    {
        add("delete from passkey_answer where tenant_id = $1 and used_at < $2").With(tenant.Value).With(now - KeptFor);
        add("insert into passkey_answer (tenant_id, asked, used_at) values ($1, $2, $3)").With(tenant.Value).With(asked).With(now);
    }

    public static void AddUse(Func<string, BatchStatement> add, TenantId tenant, PasskeyUse use, Instant now)
    {
        Add(add, tenant, use.Asked, now);
        add("update passkey set sign_count = $3, backed_up = $4, last_used_at = $5 where tenant_id = $1 and id = $2")
            .With(tenant.Value).With(use.Id).With((long)use.SignCount).With(use.IsBackedUp).With(now);
    }
}
