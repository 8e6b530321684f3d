using Helpdesk.Domain.Attachments;

namespace Helpdesk.Postgres.Attachments;

internal sealed class AttachmentCare(Database database) : IAttachmentCare
{
    // A file moves from one table to the other when it is attached, and keeps its id.
    private static readonly string[] Tables = ["upload", "attachment"];

    public Task<IReadOnlyList<OwedScan>> TakeScans(Duration lease, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"""
            with {string.Join(", ", Tables.Select(Taken))}
            select tenant_id, id, blob, scan_attempts from taken_upload
            union all select tenant_id, id, blob, scan_attempts from taken_attachment
            """).With(lease.TotalSeconds).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var owed = new List<OwedScan>();
        while (await reader.ReadAsync(cancellation))
            owed.Add(new(new(reader.GetGuid(0)), reader.GetGuid(1), reader.GetString(2), reader.GetInt32(3)));
        return (IReadOnlyList<OwedScan>)owed;
    });

    public Task Scanned(OwedScan owed, ScanState state, string? finding, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        foreach (var table in Tables)
        {
            batch.Add($"update {table} set scan = $3, finding = $4, scan_at = null where tenant_id = $1 and id = $2")
                .With(owed.Tenant.Value).With(owed.Id).With(Words<ScanState>.Of(state)).With(finding);
        }

        return await batch.ExecuteAsync(cancellation);
    });

    public Task Postpone(OwedScan owed, Duration pause, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        foreach (var table in Tables)
        {
            batch.Add($"""
                update {table} set scan_attempts = scan_attempts + 1, scan_at = now() + make_interval(secs => $3)
                where tenant_id = $1 and id = $2 and scan_at is not null
                """).With(owed.Tenant.Value).With(owed.Id).With(pause.TotalSeconds);
        }

        return await batch.ExecuteAsync(cancellation);
    });

    // An hour longer than they are good for: whoever attaches one in the last second finds it whole.
    public Task<int> DropExpired(int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            with expired as (
                delete from upload where (tenant_id, id) in (
                    select tenant_id, id from upload where expires_at < now() - interval '1 hour' order by expires_at limit $1
                    for update skip locked)
                returning tenant_id, size),
            broken as (
                delete from upload_session where (tenant_id, id) in (
                    select tenant_id, id from upload_session where expires_at < now() - interval '1 hour' order by expires_at limit $1
                    for update skip locked)
                returning tenant_id, id, size),
            parts as (delete from upload_part p using broken b where p.tenant_id = b.tenant_id and p.session_id = b.id),
            gone as (select tenant_id, size from expired union all select tenant_id, size from broken),
            room as (select tenant_id, sum(size) as bytes, count(*) as files from gone group by tenant_id),
            counted as (
                update attachment_usage u set bytes = u.bytes - room.bytes, files = u.files - room.files from room
                where u.tenant_id = room.tenant_id)
            select count(*) from gone
            """).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (int)reader.GetInt64(0) : 0;
    });

    public Task<IReadOnlyList<string>> Orphans(IReadOnlyCollection<string> blobs, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("""
            select name from unnest($1) name
            where not exists (select from upload u where u.blob = name)
              and not exists (select from upload_part p where p.blob = name)
              and not exists (select from attachment a where a.blob = name and a.removed_at is null)
            """).With(blobs.ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var orphans = new List<string>();
        while (await reader.ReadAsync(cancellation))
            orphans.Add(reader.GetString(0));
        return (IReadOnlyList<string>)orphans;
    });

    // What was taken away is scanned no more.
    private static string Taken(string table) => $"""
        taken_{table} as (
            update {table} f set scan_at = now() + make_interval(secs => $1) from (
                select tenant_id, id from {table} where scan_at <= now() {(table == "attachment" ? "and removed_at is null" : "")}
                order by scan_at limit $2 for update skip locked) due
            where f.tenant_id = due.tenant_id and f.id = due.id
            returning f.tenant_id, f.id, f.blob, f.scan_attempts)
        """;
}
