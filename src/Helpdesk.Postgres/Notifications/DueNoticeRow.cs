using Helpdesk.Domain.Notifications;
using Helpdesk.Postgres.People;

namespace Helpdesk.Postgres.Notifications;

/// <summary>The columns of a notice whose mail may be due, in one order.</summary>
internal static class DueNoticeRow
{
    private const int Reader = 10;
    private const int Behind = Reader + NoticeReaderRow.Count;

    public const string Columns = $"""
        due.tenant_id, due.stream_id, due.version, due.recipient, due.kind, due.tell_at, due.withdrawn_at is not null, due.number, t.subject,
            due.email, {NoticeReaderRow.Columns}, earlier.moments, earlier.tickets, t.priority,
            (said.data ->> 'id')::uuid
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
        Priority = row.IsDBNull(Behind + 2) ? null : (Priority)row.GetInt16(Behind + 2),
        Answer = row.GetGuidOrNull(Behind + 3),
        Address = row.GetStringOrNull(9),
        Reader = row.IsDBNull(Reader) ? null : NoticeReaderRow.Read(row, Reader),
        Earlier = row.IsDBNull(Behind) ? [] : [
            .. row.GetFieldValue<DateTime[]>(Behind).Zip(
                row.GetFieldValue<string?[]>(Behind + 1), (at, ticket) => new EarlierMail(Instant.FromDateTimeUtc(at), ticket))],
    };
}
