using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>The rows of a ticket's files, written with the events that they follow from.</summary>
internal sealed class TicketFileRows(Database database) : ITicketFiles
{
    private const string Columns = "id, file_name, content_type, size, checksum, ticket_id, comment_id, visibility, created_by, "
        + "created_at, scan, blob, finding";

    // An upload is attached once: the second attachment of its id is refused by the key, and so is one whose upload is gone.
    private const string Insert = """
        insert into attachment (tenant_id, id, ticket_id, comment_id, visibility, file_name, content_type, size, checksum, created_by,
            created_at, version, blob, scan, finding, scan_attempts, scan_at)
        select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, coalesce(u.blob, a.blob), coalesce(u.scan, a.scan),
            u.finding, coalesce(u.scan_attempts, 0), u.scan_at
        from (select 1) one left join upload u on u.tenant_id = $1 and u.id = $2 left join attachment a on a.tenant_id = $1 and a.id = $2
        """;

    private const string Remove = """
        with gone as (
            update attachment set removed_at = $5, scan_at = null
            where tenant_id = $1 and ticket_id = $2 and (id = $3 or comment_id = $4) and removed_at is null returning size),
        room as (select sum(size)::bigint as bytes, count(*) as files from gone having count(*) > 0)
        update attachment_usage set bytes = attachment_usage.bytes - room.bytes, files = attachment_usage.files - room.files from room
        where tenant_id = $1
        """;

    public static void AddWrite(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        foreach (var recorded in append.Events)
        {
            switch (recorded.Event)
            {
                case TicketEvent.Attached attached:
                    AddAttached(batch, append, recorded, attached);
                    break;
                case TicketEvent.AnswerScheduled or TicketEvent.ScheduleMoved:
                    AddKept(batch, append, recorded);
                    break;
                case TicketEvent.AttachmentRemoved removed:
                    AddRemoved(batch, append, recorded.At, removed.Attachment, comment: null);
                    break;
                case TicketEvent.CommentWithdrawn withdrawn when append.Before?.Files.Any(file =>
                    file.Comment == withdrawn.Comment) == true:
                    AddRemoved(batch, append, recorded.At, id: null, withdrawn.Comment);
                    break;
            }
        }
    }

    public Task<IReadOnlyList<StoredFile>> Of(
        TenantId tenant, IReadOnlyCollection<Guid> tickets, bool includeInternal, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"""
            select {Columns} from attachment
            where tenant_id = $1 and ticket_id = any ($2) and removed_at is null and ($3 or visibility = 'public')
            order by created_at, ticket_id, version
            """).With(tenant.Value).With(tickets.ToArray()).With(includeInternal);
        await using var reader = await batch.ReadAsync(cancellation);
        var files = new List<StoredFile>();
        while (await reader.ReadAsync(cancellation))
            files.Add(Read(reader));
        return (IReadOnlyList<StoredFile>)files;
    });

    public Task<StoredFile?> Find(TenantId tenant, Guid id, bool evenGone, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"select {Columns} from attachment where tenant_id = $1 and id = $2 and ($3 or removed_at is null)")
            .With(tenant.Value).With(id).With(evenGone);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    private static void AddAttached(
        TenantBatch batch, Append<Ticket, TicketEvent> append, Recorded<TicketEvent> recorded, TicketEvent.Attached attached)
    {
        var file = attached.File;
        batch.Add(Insert)
            .With(append.Tenant.Value).With(file.Id).With(append.Stream).With(attached.Comment)
            .With(Words<Visibility>.Of(attached.Visibility)).With(file.Name).With(file.Type).With(file.Size).With(file.Checksum)
            .With(recorded.Actor?.Value).With(recorded.At).With(recorded.Version);
        batch.Add("delete from upload where tenant_id = $1 and id = $2").With(append.Tenant.Value).With(file.Id);
    }

    // They are attached when the answer leaves, and must be there still.
    private static void AddKept(TenantBatch batch, Append<Ticket, TicketEvent> append, Recorded<TicketEvent> recorded)
    {
        var id = (recorded.Event as TicketEvent.AnswerScheduled)?.Id ?? ((TicketEvent.ScheduleMoved)recorded.Event).Comment;
        if (append.After.Scheduled.FirstOrDefault(one => one.Id == id) is { Attachments.IsEmpty: false } answer)
            batch.Add("update upload set expires_at = greatest(expires_at, $4) where tenant_id = $1 and account = $2 and id = any ($3)")
                .With(append.Tenant.Value).With(answer.By.Value).With(answer.Attachments.ToArray())
                .With(answer.SendAt + TicketScheduling.FilesWait);
    }

    private static void AddRemoved(TenantBatch batch, Append<Ticket, TicketEvent> append, Instant at, Guid? id, Guid? comment) =>
        batch.Add(Remove).With(append.Tenant.Value).With(append.Stream).With(id).With(comment).With(at);

    private static StoredFile Read(NpgsqlDataReader reader) => new()
    {
        File = new(reader.GetGuid(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetString(4)),
        Ticket = new(reader.GetGuid(5)),
        Comment = reader.GetGuidOrNull(6),
        Visibility = Words<Visibility>.Parse(reader.GetString(7))!.Value,
        By = reader.GetGuidOrNull(8) is { } account ? new AccountId(account) : null,
        At = reader.GetInstant(9),
        Scan = Words<ScanState>.Parse(reader.GetString(10))!.Value,
        Blob = reader.GetString(11),
        Finding = reader.GetStringOrNull(12),
    };
}
