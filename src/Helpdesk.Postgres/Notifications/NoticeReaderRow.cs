using Helpdesk.Domain.Notifications;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.Notifications;

/// <summary>
/// Whoever is told of something, in one order of columns: for mails that leave, and for who asks beforehand who gets one.
/// </summary>
internal static class NoticeReaderRow
{
    public const string Columns = """
        m.account_id, m.role, m.email, m.language, m.time_zone, m.status = 'active' and h.status = 'active',
            m.status in ('invited', 'contact'), m.muted, m.mails_off, m.mail_digest, m.mail_hold,
            w.quiet_from, w.quiet_to, w.urgent_breaches_pass, coalesce(w.quiet_calendar, false), m.pushes_off,
            mute.ticket_id is not null
        """;

    /// <summary>How many columns they are.</summary>
    public const int Count = 17;

    /// <summary>Joins what is known of a membership <c>m</c> elsewhere.</summary>
    /// <param name="ticket">That they are told of, as SQL.</param>
    public static string Joins(string ticket) => $"""
        left join membership h on h.tenant_id = m.home_id and h.account_id = m.account_id
        left join notification_wish w on w.tenant_id = m.tenant_id and w.account_id = m.account_id
        left join ticket_mute mute on mute.tenant_id = m.tenant_id and mute.account_id = m.account_id and mute.ticket_id = {ticket}
        """;

    /// <param name="at">Of the first column.</param>
    public static NoticeReader Read(NpgsqlDataReader row, int at) => new()
    {
        Account = new(row.GetGuid(at)),
        Role = MembershipRow.Word<Role>(row.GetString(at + 1)),
        Email = MembershipRow.Address(row.GetString(at + 2)),
        Language = row.GetString(at + 3),
        TimeZone = row.GetStringOrNull(at + 4),
        IsHere = (!row.IsDBNull(at + 5) && row.GetBoolean(at + 5)) || row.GetBoolean(at + 6),
        IsExpected = row.GetBoolean(at + 6),
        Muted = MembershipRow.Kinds(row.GetFieldValue<string[]>(at + 7)),
        Mails = MembershipRow.Wishes(row.GetFieldValue<string[]>(at + 8), row.GetString(at + 9), row.GetInt32(at + 10)),
        Quiet = NotificationWishStore.QuietIn(row, at + 11),
        PushesOff = MembershipRow.Kinds(row.GetFieldValue<string[]>(at + 15)),
        HasMutedTicket = row.GetBoolean(at + 16),
    };
}
