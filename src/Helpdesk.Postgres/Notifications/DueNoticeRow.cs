using Helpdesk.Domain.Notifications;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.Notifications;

/// <summary>The columns of a notice whose mail may be due, in one order.</summary>
internal static class DueNoticeRow
{
    public const string Columns = """
        due.tenant_id, due.stream_id, due.version, due.recipient, due.kind, due.tell_at, due.withdrawn_at is not null, due.number, t.subject,
            due.email, m.account_id, m.role, m.email, m.language, m.time_zone, m.status = 'active' and h.status = 'active',
            m.status in ('invited', 'contact'), m.muted, m.mails_off, m.mail_digest, m.mail_hold, earlier.moments, earlier.tickets,
            w.quiet_from, w.quiet_to, w.urgent_breaches_pass, t.priority
        """;

    /// <returns><c>null</c>: it is of a kind, or to a person, that this version cannot read.</returns>
    public static DueNotice? ReadOrLeaveOut(NpgsqlDataReader row)
    {
        try
        {
            return Read(row);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    private static DueNotice Read(NpgsqlDataReader row) => new()
    {
        Key = new(new(row.GetGuid(0)), row.GetGuid(1), row.GetInt32(2), row.GetString(3)),
        Kind = MembershipRow.Word<NotificationKind>(row.GetString(4)),
        At = row.GetInstant(5),
        IsWithdrawn = row.GetBoolean(6),
        Number = row.GetStringOrNull(7),
        Subject = row.GetStringOrNull(8),
        Priority = row.IsDBNull(26) ? null : (Priority)row.GetInt16(26),
        Address = row.GetStringOrNull(9),
        Reader = row.IsDBNull(10) ? null : ReadReader(row),
        Earlier = row.IsDBNull(21) ? [] : [
            .. row.GetFieldValue<DateTime[]>(21).Zip(
                row.GetFieldValue<string?[]>(22), (at, ticket) => new EarlierMail(Instant.FromDateTimeUtc(at), ticket))],
    };

    private static NoticeReader ReadReader(NpgsqlDataReader row) => new()
    {
        Account = new(row.GetGuid(10)),
        Role = MembershipRow.Word<Role>(row.GetString(11)),
        Email = MembershipRow.Address(row.GetString(12)),
        Language = row.GetString(13),
        TimeZone = row.GetStringOrNull(14),
        IsHere = (!row.IsDBNull(15) && row.GetBoolean(15)) || row.GetBoolean(16),
        IsExpected = row.GetBoolean(16),
        Muted = MembershipRow.Kinds(row.GetFieldValue<string[]>(17)),
        Mails = MembershipRow.Wishes(row.GetFieldValue<string[]>(18), row.GetString(19), row.GetInt32(20)),
        Quiet = row.IsDBNull(23) ? null : NotificationWishStore.Hours(row.GetInt32(23), row.GetInt32(24), row.GetBoolean(25)),
    };
}
