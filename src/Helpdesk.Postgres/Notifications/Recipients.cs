using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Notifications;

internal sealed class Recipients(Database database) : IRecipients
{
    private static readonly string One = $"""
        select {NoticeReaderRow.Columns}, m.name, b.until is not null
        from membership m
        {NoticeReaderRow.Joins("$4::uuid")}
        left join mail_block b on b.tenant_id = m.tenant_id and b.address = lower(m.email) and b.until > $3
        where m.tenant_id = $1 and m.account_id = $2
        """;

    public Task<PreviewedReader?> Find(TenantId tenant, AccountId account, TicketId? about, Instant now, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(One).With(tenant.Value).With(account.Value).With(now).With(about?.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    private static PreviewedReader Read(NpgsqlDataReader row) => new(
        NoticeReaderRow.Read(row, 0), row.GetString(NoticeReaderRow.Count), row.GetBoolean(NoticeReaderRow.Count + 1));
}
