using System.Collections.Concurrent;
using System.Security.Cryptography;
using Helpdesk.Domain.Attachments;

namespace Helpdesk.Postgres.Attachments;

internal sealed class Uploads(Database database) : IUploads
{
    private const string Columns =
        "id, account, file_name, content_type, size, checksum, blob, scan, created_at, expires_at";

    private readonly ConcurrentDictionary<TenantId, string> folders = new();

    public async Task<string> FolderOf(TenantId tenant, CancellationToken cancellation)
    {
        if (folders.TryGetValue(tenant, out var known))
            return known;
        var name = await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add("insert into attachment_folder (tenant_id, name) values ($1, $2) on conflict do nothing")
                .With(tenant.Value).With(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
            batch.Add("select name from attachment_folder where tenant_id = $1").With(tenant.Value);
            await using var reader = await batch.ReadAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? reader.GetString(0)
                : throw new InvalidOperationException("The folder that was just made is not there.");
        });
        return folders[tenant] = name;
    }

    public Task<long> Used(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select bytes from attachment_usage where tenant_id = $1").With(tenant.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? reader.GetInt64(0) : 0;
    });

    public async Task<Result<Upload>> Add(TenantId tenant, Upload upload, long quota, Guid? session, CancellationToken cancellation)
    {
        if (upload.File.Size > quota)
            return AttachmentErrors.QuotaExceeded;
        if (await Known(tenant, upload.File.Id, cancellation) is { } before)
            return before;
        try
        {
            var (parts, made) = await Storage.Ask(() => Insert(tenant, upload, quota, session, cancellation));
            if (made > 0)
                return upload;
            if (session is null || parts > 0)
                return AttachmentErrors.QuotaExceeded;
            // Another process made the file of these parts, or they were cancelled.
            return await Known(tenant, upload.File.Id, cancellation) is { } known ? known : AccessErrors.NotFound;
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            // The same request at the same time: one of the two is first.
            return await Known(tenant, upload.File.Id, cancellation) ?? upload;
        }
    }

    public Task<IReadOnlyList<Upload>> Find(TenantId tenant, IReadOnlyCollection<Guid> ids, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"select {Columns} from upload where tenant_id = $1 and id = any ($2)").With(tenant.Value).With(ids.ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<Upload>();
        while (await reader.ReadAsync(cancellation))
            found.Add(Read(reader));
        return (IReadOnlyList<Upload>)found;
    });

    public Task<bool> Drop(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            with gone as (delete from upload where tenant_id = $1 and id = $2 returning size)
            update attachment_usage set bytes = bytes - gone.size, files = files - 1 from gone where tenant_id = $1
            """).With(tenant.Value).With(id);
        return await batch.ExecuteAsync(cancellation) > 0;
    });

    // Also one that is attached by now: it is the same request, and its token is used up.
    private Task<Upload?> Known(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"""
            select {Columns} from upload where tenant_id = $1 and id = $2
            union all
            select id, coalesce(created_by, tenant_id), file_name, content_type, size, checksum, blob, scan, created_at, created_at
            from attachment where tenant_id = $1 and id = $2
            """).With(tenant.Value).With(id);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    // Whoever counts waits for the one before: two uploads never both find the last room.
    private async Task<(long Parts, long Made)> Insert(
        TenantId tenant, Upload upload, long quota, Guid? session, CancellationToken cancellation)
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            with parts as materialized (select size from upload_session where tenant_id = $1 and id = $13 for update),
            freed as (select coalesce(sum(size), 0)::bigint as bytes, count(*) as files from parts),
            room as (
                insert into attachment_usage (tenant_id, bytes, files)
                select $1, $6, 1 from freed where $13::uuid is null or freed.files = 1
                on conflict (tenant_id) do update set bytes = attachment_usage.bytes + $6 - (select bytes from freed),
                        files = attachment_usage.files + 1 - (select files from freed)
                    where attachment_usage.bytes + $6 - (select bytes from freed) <= $12
                returning 1),
            gone as (delete from upload_session where tenant_id = $1 and id = $13 and exists (select from room)),
            made as (
                insert into upload (tenant_id, id, account, file_name, content_type, size, checksum, blob, scan, created_at, expires_at, scan_at)
                select $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, case when $9 = 'pending' then now() end from room returning 1)
            select files, (select count(*) from made) from freed
            """)
            .With(tenant.Value).With(upload.File.Id).With(upload.By.Value).With(upload.File.Name).With(upload.File.Type)
            .With(upload.File.Size).With(upload.File.Checksum).With(upload.Blob).With(Words<ScanState>.Of(upload.Scan))
            .With(upload.CreatedAt).With(upload.ExpiresAt).With(quota).With(session);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }

    private static Upload Read(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0), reader.GetString(2), reader.GetString(3), reader.GetInt64(4), reader.GetString(5)),
        new(reader.GetGuid(1)), reader.GetString(6), Words<ScanState>.Parse(reader.GetString(7))!.Value,
        reader.GetInstant(8), reader.GetInstant(9));
}
