using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tests.Tickets;

internal static class UploadedFiles
{
    /// <summary>The files that these events attach: what was never sent cannot be attached.</summary>
    public static async Task Upload(this PostgresFixture postgres, TenantId tenant, IEnumerable<TicketEvent> events)
    {
        foreach (var file in events.OfType<TicketEvent.Attached>().Select(attached => attached.File))
        {
            await using var add = postgres.Superuser.CreateCommand("""
                insert into upload (tenant_id, id, account, file_name, content_type, size, checksum, blob, scan, created_at, expires_at)
                values ($1, $2, gen_random_uuid(), $3, $4, $5, $6, 'blob', 'clean', now(), now())
                """);
            foreach (object value in (object[])[tenant.Value, file.Id, file.Name, file.Type, file.Size, file.Checksum])
                add.Parameters.Add(new() { Value = value });
            await add.ExecuteNonQueryAsync();
        }
    }
}
