using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Mail;

internal sealed class Outbox(Database database) : IOutbox
{
    // For one tenant at once; the more, the longer the others' wait while one invites a thousand people.
    private const int MostOfTenant = 20;

    private static readonly string Columns = OutgoingMailRow.Columns("m");

    public Task Queue(OutgoingMail mail, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(mail.Tenant);
        OutgoingMailRow.Add(
            batch.Add($"insert into outgoing_mail ({OutgoingMailRow.Names}) values ({OutgoingMailRow.Values}) on conflict do nothing"),
            mail);
        return await batch.ExecuteAsync(cancellation);
    });

    // Whoever waits for a row that another process takes finds its time moved, and passes it over.
    public Task<IReadOnlyList<TakenMail>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"""
            with waiting as (
                select tenant_id, id, next_at, row_number() over (partition by tenant_id order by next_at) as nth
                from (select tenant_id, id, next_at from outgoing_mail where next_at <= coalesce($1, now()) order by next_at limit 1000) first),
            taken as (
                update outgoing_mail m set next_at = coalesce($1, now()) + make_interval(secs => $2) from (
                    select tenant_id, id from waiting where nth <= {MostOfTenant} order by next_at limit $3) w
                where m.tenant_id = w.tenant_id and m.id = w.id and m.next_at <= coalesce($1, now())
                returning m.*)
            select {Columns}, e.data from taken m
            left join event e on e.tenant_id = m.tenant_id and e.stream_id = m.id and e.version = 1 and e.kind = $4
            order by m.queued_at, m.id
            """).With(given).With(lease.TotalSeconds).With(limit).With(OwedMails.Kind);
        await using var reader = await batch.ReadAsync(cancellation);
        var taken = new List<TakenMail>();
        while (await reader.ReadAsync(cancellation))
            taken.Add(new(OutgoingMailRow.Read(reader), reader.GetStringOrNull(OutgoingMailRow.Count)));
        return (IReadOnlyList<TakenMail>)taken;
    });

    public Task Save(OutgoingMail mail, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(mail.Tenant);
        AddSave(batch, mail);
        // In one transaction: whoever knows that it was sent knows what that counts for.
        if (mail is { SentAt: { } at, Answers: [_, ..] answers })
            EventAppender.Add(batch.Add, mail.Tenant, mail.Id, new(null, "mail", at), new OutgoingMailEvent.Accepted(at, [.. answers]));
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<IReadOnlyList<ListedMail>> List(
        TenantId? tenant, IReadOnlyList<MailState> states, MailPlace? after, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add($"""
            with begun as (
                select {Columns} from outgoing_mail m
                where ($1::uuid is null or m.tenant_id = $1) and (cardinality($2) = 0 or m.state = any ($2))
                    and ($3::timestamptz is null or (m.queued_at, m.id) < ($3, $4))
                order by m.queued_at desc, m.id desc limit $5),
            waiting as (
                select * from ({WaitingMails.Select("($1::uuid is null or i.tenant_id = $1)")}) m
                where (cardinality($2) = 0 or m.state = any ($2))
                    and ($3::timestamptz is null or (m.queued_at, m.id) < ($3, $4))
                order by m.queued_at desc, m.id desc limit $5)
            select {Columns}, coalesce(t.slug, '') from (select * from begun union all select * from waiting) m
            left join tenant t on t.id = m.tenant_id
            order by m.queued_at desc, m.id desc limit $5
            """)
            .With(tenant?.Value).With(states.Select(Words<MailState>.Of).ToArray()).With(after?.QueuedAt).With(after?.Id ?? Guid.Empty)
            .With(limit);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<ListedMail>();
        while (await reader.ReadAsync(cancellation))
            found.Add(new(OutgoingMailRow.Read(reader), reader.GetString(OutgoingMailRow.Count)));
        return (IReadOnlyList<ListedMail>)found;
    });

    public async Task<Error?> Retry(TenantId? tenant, Guid id, Trace trace, CancellationToken cancellation)
    {
        if (await Storage.Ask(() => Find(tenant, id, cancellation)) is not { } mail)
            return AccessErrors.NotFound;
        var again = mail.Retry(trace.At);
        if (!again.IsOk)
            return again.Error;
        await Storage.Ask(async () =>
        {
            await using var batch = database.ForTenant(mail.Tenant);
            AddSave(batch, again.Value);
            EventAppender.Add(batch.Add, mail.Tenant, mail.Id, trace, new OutgoingMailEvent.Retried(mail.Template, mail.State));
            return await batch.ExecuteAsync(cancellation);
        });
        return null;
    }

    private async Task<OutgoingMail?> Find(TenantId? tenant, Guid id, CancellationToken cancellation)
    {
        await using var batch = database.ForWorker();
        batch.Add($"select {Columns} from outgoing_mail m where m.id = $1 and ($2::uuid is null or m.tenant_id = $2)").With(id)
            .With(tenant?.Value);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation) ? OutgoingMailRow.Read(reader) : null;
    }

    private static void AddSave(TenantBatch batch, OutgoingMail mail) => batch.Add("""
        update outgoing_mail set state = $3, attempts = $4, last_error = $5, until = $6, next_at = $7, sent_at = $8, recipient = $9,
            subject = $10, reason = $11
        where tenant_id = $1 and id = $2
        """)
        .With(mail.Tenant.Value).With(mail.Id).With(Words<MailState>.Of(mail.State)).With(mail.Attempts).With(mail.LastError)
        .With(mail.Until).With(mail.NextAt).With(mail.SentAt).With(mail.To).With(mail.Subject)
        .With(OutgoingMailRow.WordOf(mail.Reason));
}
