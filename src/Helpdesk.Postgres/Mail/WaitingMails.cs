using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Mail;

/// <summary>
/// Mails that wait before they are on their way: one for each recipient of what is to be told of one thing. There is no row of them yet;
/// what they tell, and whether they are sent at all, is settled when their time has come.
/// </summary>
internal static class WaitingMails
{
    /// <summary>
    /// Nothing else holds it back, and it is so soon behind what it tells that its author's wish does: a process that takes it moves it
    /// further.
    /// </summary>
    private const string IsHeld =
        "i.mail_wait is null and i.tell_at <= i.at and i.mail_at > i.tell_at and i.mail_at <= i.tell_at + interval '30 seconds'";

    /// <summary>
    /// What holds a person's mails back has changed: whether they go now is settled anew by whoever mails them, and at once.
    /// </summary>
    /// <param name="why">They wait because of this.</param>
    public static void AddRelease(Func<string, BatchStatement> add, TenantId tenant, AccountId account, MailReason why) => add("""
        update notification_item set mail_at = tell_at
        where tenant_id = $1 and account_id = $2 and mail_id is null and mail_at is not null and mail_wait = $3
        """).With(tenant.Value).With(account.Value).With(Words<MailReason>.Of(why));

    /// <summary>The columns of <see cref="OutgoingMailRow"/>; an id that stays the same while it waits.</summary>
    /// <param name="where">Of which items <c>i</c>.</param>
    public static string Select(string where) => $"""
        select i.tenant_id, md5(concat_ws('|', case when i.is_held then 'held' else 'waiting' end,
                i.tenant_id, i.stream_id, i.recipient))::uuid as id,
            '{NoticeMails.Template}' as template, coalesce(max(i.email), max(p.email), '') as recipient,
            coalesce(concat('[', max(i.number), '] ', max(t.subject)), '') as subject, max(i.number) as ticket,
            case when i.is_held then '{Words<MailState>.Of(MailState.Held)}' else '{Words<MailState>.Of(MailState.Waiting)}' end as state,
            0 as attempts, null::text as last_error, min(i.tell_at) as queued_at,
            max(i.mail_at) as until, max(i.mail_at) as next_at, null::timestamptz as sent_at,
            case when i.is_held then '{Words<MailReason>.Of(MailReason.HeldByAuthor)}'
                else coalesce(max(i.mail_wait), '{Words<MailReason>.Of(MailReason.OutsideHours)}') end as reason
        from (
            select i.*, {IsHeld} as is_held from notification_item i
            where i.mail_at is not null and i.mail_id is null and i.withdrawn_at is null
                and (i.mail_wait is not null or (i.tell_at > i.at and i.tell_at > now()) or {IsHeld}) and {where}) i
        left join membership p on p.tenant_id = i.tenant_id and p.account_id = i.account_id
        left join ticket t on t.tenant_id = i.tenant_id and t.id = i.stream_id
        group by i.tenant_id, i.stream_id, i.recipient, i.is_held
        """;
}
