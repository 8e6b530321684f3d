using Helpdesk.Domain.Attachments;

namespace Helpdesk.Postgres.Attachments;

internal sealed class UploadSessions(Database database) : IUploadSessions
{
    private const string Columns = "id, account, file_name, size, checksum, received, created_at, expires_at";

    public async Task<Result<UploadSession>> Open(TenantId tenant, UploadSession session, long quota, CancellationToken cancellation)
    {
        if (await Find(tenant, session.Id, cancellation) is { } before)
            return before;
        if (session.Size > quota)
            return AttachmentErrors.QuotaExceeded;
        try
        {
            return await Storage.Ask(() => Insert(tenant, session, quota, cancellation)) switch
            {
                (Open: >= UploadSession.MostOpen, _) => AttachmentErrors.TooManySessions,
                (_, Made: 0) => AttachmentErrors.QuotaExceeded,
                _ => session,
            };
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            // The same request at the same time: one of the two is first.
            return await Find(tenant, session.Id, cancellation) ?? session;
        }
    }

    public Task<UploadSession?> Find(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"select {Columns} from upload_session where tenant_id = $1 and id = $2").With(tenant.Value).With(id);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new UploadSession(
                reader.GetGuid(0), new(reader.GetGuid(1)), reader.GetString(2), reader.GetInt64(3), reader.GetStringOrNull(4),
                reader.GetInt64(5), reader.GetInstant(6), reader.GetInstant(7))
            : null;
    });

    public Task<IReadOnlyList<UploadPart>> Parts(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select start, size, blob from upload_part where tenant_id = $1 and session_id = $2 order by start")
            .With(tenant.Value).With(id);
        await using var reader = await batch.ReadAsync(cancellation);
        var parts = new List<UploadPart>();
        while (await reader.ReadAsync(cancellation))
            parts.Add(new(reader.GetInt64(0), reader.GetInt64(1), reader.GetString(2)));
        return (IReadOnlyList<UploadPart>)parts;
    });

    // Where two come at once, one finds that there is more already than it begins with.
    public Task<bool> Add(TenantId tenant, Guid id, UploadPart part, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            with grown as (
                update upload_session set received = $3 + $4 where tenant_id = $1 and id = $2 and received = $3 returning 1)
            insert into upload_part (tenant_id, session_id, start, size, blob) select $1, $2, $3, $4, $5 from grown
            """).With(tenant.Value).With(id).With(part.Start).With(part.Length).With(part.Blob);
        return await batch.ExecuteAsync(cancellation) > 0;
    });

    public Task<IReadOnlyList<string>> Drop(TenantId tenant, Guid id, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            with gone as (delete from upload_session where tenant_id = $1 and id = $2 returning size)
            update attachment_usage set bytes = bytes - gone.size, files = files - 1 from gone where tenant_id = $1
            """).With(tenant.Value).With(id);
        batch.Add("delete from upload_part where tenant_id = $1 and session_id = $2 returning blob").With(tenant.Value).With(id);
        await using var reader = await batch.ReadAsync(cancellation);
        var blobs = new List<string>();
        while (await reader.ReadAsync(cancellation))
            blobs.Add(reader.GetString(0));
        return (IReadOnlyList<string>)blobs;
    });

    private async Task<(long Open, long Made)> Insert(
        TenantId tenant, UploadSession session, long quota, CancellationToken cancellation)
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            with present as (select count(*) as sessions from upload_session where tenant_id = $1 and account = $3),
            room as (
                insert into attachment_usage (tenant_id, bytes, files) select $1, $5, 1 from present where sessions < $9
                on conflict (tenant_id) do update set bytes = attachment_usage.bytes + $5, files = attachment_usage.files + 1
                    where attachment_usage.bytes + $5 <= $10
                returning 1),
            made as (
                insert into upload_session (tenant_id, id, account, file_name, size, checksum, received, created_at, expires_at)
                select $1, $2, $3, $4, $5, $6, 0, $7, $8 from room returning 1)
            select sessions, (select count(*) from made) from present
            """)
            .With(tenant.Value).With(session.Id).With(session.By.Value).With(session.Name).With(session.Size).With(session.Checksum)
            .With(session.CreatedAt).With(session.ExpiresAt).With((long)UploadSession.MostOpen).With(quota);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? (reader.GetInt64(0), reader.GetInt64(1)) : (0, 0);
    }
}
