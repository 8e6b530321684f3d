using System.Text.Json;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

internal sealed class DraftStore(Database database) : IDrafts, IPurge
{
    private const string Columns = "version, saved_at, shared, content";
    private const string Here = "tenant_id = $1 and ticket_id = $2 and kind = $3 and account_id = $4";

    private const string First = $"""
        insert into draft (tenant_id, ticket_id, kind, account_id, version, saved_at, shared, content)
        values ($1, $2, $3, $4, 1, $5, $6, $7) on conflict do nothing returning {Columns}
        """;

    // What is there already is not another version: nothing was typed.
    private const string Next = $"""
        update draft set shared = $6, content = $7,
            version = version + case when content is not distinct from $7 and shared = $6 then 0 else 1 end,
            saved_at = case when content is not distinct from $7 and shared = $6 then saved_at else $5 end
        where {Here} and version = $8 returning {Columns}
        """;

    public string What => "drafts";

    public Task<Draft> Read(DraftPlace place, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(place.Tenant);
        With(batch.Add($"select {Columns} from draft where {Here}"), place);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? Read(reader, 0) : Draft.None;
    });

    public async Task<(Draft Present, bool IsSaved)> Save(
        DraftPlace place, DraftContent content, bool shared, int version, Instant now, CancellationToken cancellation)
    {
        var isNothing = content.IsEmpty && version == 0;
        if (!isNothing && await Write(place, content, shared && !content.IsEmpty, version, now, cancellation) is { } saved)
            return (saved, true);
        var present = await Read(place, cancellation);
        return (present, present.Holds(content, shared));
    }

    public async Task<(Draft Present, bool IsSaved)> Discard(
        DraftPlace place, int? version, Instant now, CancellationToken cancellation)
    {
        var isGone = await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(place.Tenant);
            With(batch.Add($"""
                update draft set version = version + 1, saved_at = $5, shared = false, content = null
                where {Here} and content is not null and ($6::integer is null or version = $6)
                """), place).With(now).With(version);
            return await batch.ExecuteAsync(cancellation) > 0;
        });
        var present = isGone ? Draft.None : await Read(place, cancellation);
        return (present, present.Content.IsEmpty);
    }

    public Task<IReadOnlyList<ListedDraft>> Of(Member member, TicketId ticket, bool shared, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(member.Tenant);
        batch.Add($"""
            select kind, account_id, {Columns} from draft
            where tenant_id = $1 and ticket_id = $2 and content is not null and (account_id = $3 or $4 and shared)
                and ($4 or kind = 'answer')
            order by saved_at desc, account_id, kind
            """).With(member.Tenant.Value).With(ticket.Value).With(member.Account.Value).With(shared);
        await using var reader = await batch.ReadAsync(cancellation);
        var drafts = new List<ListedDraft>();
        while (await reader.ReadAsync(cancellation))
            drafts.Add(new(Words<DraftKind>.Parse(reader.GetString(0))!.Value, new(reader.GetGuid(1)), Read(reader, 2)));
        return (IReadOnlyList<ListedDraft>)drafts;
    });

    public Task<int> Purge(Instant now, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add("delete from draft where ctid = any (array(select ctid from draft where saved_at < $1 limit $2))")
            .With(now - Draft.Kept).With(limit);
        return await batch.ExecuteAsync(cancellation);
    });

    // null: another version is there.
    private Task<Draft?> Write(
        DraftPlace place, DraftContent content, bool shared, int version, Instant now, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(place.Tenant);
        var json = content.IsEmpty ? null : JsonSerializer.Serialize(content, RecordJson.Options);
        var statement = With(batch.Add(version == 0 ? First : Next), place).With(now).With(shared).WithJson(json);
        if (version != 0)
            statement.With(version);
        if (!content.Attachments.IsEmpty)
            batch.Add("update upload set expires_at = greatest(expires_at, $4) where tenant_id = $1 and account = $2 and id = any ($3)")
                .With(place.Tenant.Value).With(place.Account.Value).With(content.Attachments.ToArray()).With(now + Draft.Kept);
        await using var reader = await batch.ReadAsync(cancellation);
        var saved = await reader.ReadAsync(cancellation) ? Read(reader, 0) : null;
        await reader.NextResultAsync(cancellation);
        return saved;
    });

    private static BatchStatement With(BatchStatement statement, DraftPlace place) => statement
        .With(place.Tenant.Value).With(place.Ticket?.Value ?? Guid.Empty).With(DraftRows.WordOf(place.Kind)).With(place.Account.Value);

    private static Draft Read(NpgsqlDataReader reader, int column) => new(
        reader.GetInt32(column), reader.GetInstant(column + 1), reader.GetBoolean(column + 2),
        reader.GetStringOrNull(column + 3) is { } content ? RecordJson.ReadStored<DraftContent>(content) : DraftContent.Empty);
}
