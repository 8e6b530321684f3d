using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

internal sealed class MailBlockStore(Database database) : IMailBlocks, IPurge
{
    private const string Columns = "select tenant_id, id, address, words, blocked_at, until from mail_block";

    public string What => "blocked addresses";

    public Task<MailBlock?> Find(TenantId tenant, string address, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"{Columns} where tenant_id = $1 and address = $2 and until > $3").With(tenant.Value).With(address.ToLowerInvariant())
            .With(now);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader) : null;
    });

    public Task Block(MailBlock block, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(block.Tenant);
        batch.Add("""
            insert into mail_block (tenant_id, id, address, words, blocked_at, until) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, address) do update set words = excluded.words, until = greatest(mail_block.until, excluded.until)
            """).With(block.Tenant.Value).With(block.Id).With(block.Address).With(block.Words).With(block.At).With(block.Until);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task End(TenantId tenant, string address, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("delete from mail_block where tenant_id = $1 and address = $2").With(tenant.Value).With(address.ToLowerInvariant());
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<IReadOnlyList<MailBlock>> List(
        TenantId tenant, string? after, int limit, Instant now, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"{Columns} where tenant_id = $1 and until > $2 and ($3::text is null or address > $3) order by address limit $4")
            .With(tenant.Value).With(now).With(after).With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<MailBlock>();
        while (await reader.ReadAsync(cancellation))
            found.Add(Read(reader));
        return (IReadOnlyList<MailBlock>)found;
    });

    public async Task<bool> Clear(TenantId tenant, Guid id, Trace trace, CancellationToken cancellation)
    {
        var words = await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            batch.Add("delete from mail_block where tenant_id = $1 and id = $2 returning words").With(tenant.Value).With(id);
            await using var reader = await batch.ReadAsync(cancellation);
            return await reader.ReadAsync(cancellation) ? reader.GetString(0) : null;
        });
        if (words is null)
            return false;
        await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(tenant);
            EventAppender.Add(batch.Add, tenant, id, trace, new MailBlockEvent.Cleared(words));
            return await batch.ExecuteAsync(cancellation);
        });
        return true;
    }

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("delete from mail_block where ctid = any (array(select ctid from mail_block where until < $2 limit $1))").With(limit)
            .With(now);
        return await batch.ExecuteAsync(cancellation);
    });

    private static MailBlock Read(NpgsqlDataReader row) => new(
        new(row.GetGuid(0)), row.GetGuid(1), row.GetString(2), row.GetString(3), row.GetInstant(4), row.GetInstant(5));
}
