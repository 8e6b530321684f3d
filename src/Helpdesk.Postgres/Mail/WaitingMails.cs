using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;

namespace Helpdesk.Postgres.Mail;

/// <summary>
/// Mails that wait before they are on their way: one for each recipient of what is to be told of one thing. There is no row of them yet;
/// what they tell, and whether they are sent at all, is settled when their time has come.
/// </summary>
internal static class WaitingMails
{
    /// <summary>The columns of <see cref="OutgoingMailRow"/>; an id that stays the same while it waits.</summary>
    /// <param name="where">Of which items <c>i</c>.</param>
    public static string Select(string where) => $"""
        select i.tenant_id, md5(concat_ws('|', 'waiting', i.tenant_id, i.stream_id, i.recipient))::uuid as id,
            '{NoticeMails.Template}' as template, coalesce(max(i.email), max(p.email), '') as recipient,
            coalesce(concat('[', max(i.number), '] ', max(t.subject)), '') as subject, max(i.number) as ticket,
            '{Words<MailState>.Of(MailState.Waiting)}' as state, 0 as attempts, null::text as last_error, min(i.tell_at) as queued_at,
            max(i.mail_at) as until, max(i.mail_at) as next_at, null::timestamptz as sent_at,
            coalesce(max(i.mail_wait), '{Words<MailReason>.Of(MailReason.OutsideHours)}') as reason
        from notification_item i
        left join membership p on p.tenant_id = i.tenant_id and p.account_id = i.account_id
        left join ticket t on t.tenant_id = i.tenant_id and t.id = i.stream_id
        where i.mail_at is not null and i.mail_id is null and i.withdrawn_at is null
            and (i.mail_wait is not null or (i.tell_at > i.at and i.tell_at > now())) and {where}
        group by i.tenant_id, i.stream_id, i.recipient
        """;
}
