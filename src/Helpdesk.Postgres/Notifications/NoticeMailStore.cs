using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Mail;

namespace Helpdesk.Postgres.Notifications;

internal sealed class NoticeMailStore(Database database) : INoticeMails
{
    // Whoever waits for a row that another process takes finds its time moved, and passes it over.
    private static readonly string TakeDue = $"""
        with waiting as (
            select tenant_id, stream_id, version, recipient, mail_at, row_number() over (partition by tenant_id order by mail_at) as nth
            from (select * from notification_item where mail_at <= coalesce($1, now()) order by mail_at limit 2000) first
        ), due as (
            update notification_item i set mail_at = coalesce($1, now()) + make_interval(secs => $2)
            from (select * from waiting where nth <= 100 order by mail_at limit $3) w
            where i.tenant_id = w.tenant_id and i.stream_id = w.stream_id and i.version = w.version and i.recipient = w.recipient
                and i.mail_at <= coalesce($1, now())
            returning i.*
        )
        select {DueNoticeRow.Columns}
        from due left join event said on said.tenant_id = due.tenant_id and said.stream_id = due.stream_id
            and said.version = due.version and said.kind = 'ticket.commented' and said.data ->> 'awaits_mail' = 'true'
        left join ticket t on t.tenant_id = due.tenant_id and t.id = due.stream_id
        left join membership m on m.tenant_id = due.tenant_id and m.account_id = due.account_id
        {NoticeReaderRow.Joins("due.stream_id")}
        left join lateral (
            select array_agg(queued_at), array_agg(ticket) from (
                select queued_at, ticket from outgoing_mail o
                where o.tenant_id = due.tenant_id and o.recipient = coalesce(due.email, m.email) and o.template = '{NoticeMails.Template}'
                    and o.state <> 'dropped'
                    and o.queued_at > coalesce($1, now()) - make_interval(secs => $4)
                order by queued_at desc limit 400) newest
        ) earlier (moments, tickets) on true
        order by due.tell_at, due.stream_id, due.version
        """;

    // Claimed by whoever is first.
    private const string Claim = $"""
        with claimed as (
            update notification_item i set mail_at = null, mail_id = $2
            from unnest($15::uuid[], $16::int[], $17::text[]) told (stream_id, version, recipient)
            where i.tenant_id = $1 and i.stream_id = told.stream_id and i.version = told.version and i.recipient = told.recipient
                and i.mail_id is null returning 1
        )
        insert into outgoing_mail ({OutgoingMailRow.Names}) select {OutgoingMailRow.Values} where exists (select from claimed)
        """;

    private const string Told = """
        select i.account_id, i.stream_id, i.kind, i.number, i.target, i.due_at, i.withdrawn_at is not null, e.kind, e.data, said.data
        from notification_item i
        left join event e on e.tenant_id = i.tenant_id and e.stream_id = i.stream_id and e.version = i.version
        left join lateral (
            select s.kind, s.data from event s
            where s.tenant_id = i.tenant_id and s.stream_id = i.stream_id and s.version between i.version - 5 and i.version + 5
                and s.version <> i.version and s.kind = $3 and s.at = e.at and s.actor is not distinct from e.actor
                and not exists (
                    select from event gone where gone.tenant_id = s.tenant_id and gone.stream_id = s.stream_id
                        and gone.version > s.version and gone.kind = $4 and gone.data ->> 'comment' = s.data ->> 'id')
            order by s.version limit 1
        ) said on true
        where i.tenant_id = $1 and i.mail_id = $2 order by i.tell_at, i.stream_id, i.version
        """;

    private static readonly string Commented = EventKind.Of(Ticket.Kind, typeof(TicketEvent.Commented));

    private static readonly string Withdrawn = EventKind.Of(Ticket.Kind, typeof(TicketEvent.CommentWithdrawn));

    public Task<IReadOnlyList<DueNotice>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForWorker();
        batch.Add(TakeDue).With(given).With(lease.TotalSeconds).With(limit).With(MailLimits.Longest.TotalSeconds);
        await using var reader = await batch.ReadAsync(cancellation);
        var taken = new List<DueNotice>();
        while (await reader.ReadAsync(cancellation))
        {
            // One that cannot be read is looked at again when its lease ends, and stops nobody.
            if (DueNoticeRow.ReadOrLeaveOut(reader) is { } notice)
                taken.Add(notice);
        }

        return (IReadOnlyList<DueNotice>)taken;
    });

    public Task Put(
        IReadOnlyList<NoticeKey> notices, Instant? at, MailReason? why, IReadOnlyList<ToldAnswer> spared, Instant now,
        CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(notices[0].Tenant);
        AddKeys(batch.Add("""
            update notification_item i set mail_at = $2, mail_wait = $3
            from unnest($4::uuid[], $5::int[], $6::text[]) told (stream_id, version, recipient)
            where i.tenant_id = $1 and i.stream_id = told.stream_id and i.version = told.version and i.recipient = told.recipient
                and i.mail_id is null
            """).With(notices[0].Tenant.Value).With(at).With(OutgoingMailRow.WordOf(why)), notices);
        // There is no mail that it could be said of: each has a stream of its own, named by the answer.
        foreach (var answer in spared)
        {
            EventAppender.Add(
                batch.Add, notices[0].Tenant, CommandId.Derive($"spared|{answer.Ticket:D}|{answer.Comment:D}"), new(null, "mail", now),
                new OutgoingMailEvent.Spared([answer]));
        }

        return await batch.ExecuteAsync(cancellation);
    });

    public Task Queue(OutgoingMail mail, IReadOnlyList<NoticeKey> notices, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(mail.Tenant);
        AddKeys(OutgoingMailRow.Add(batch.Add(Claim), mail), notices);
        return await batch.ExecuteAsync(cancellation);
    });

    public Task<IReadOnlyList<MailedNotice>> Of(OutgoingMail mail, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(mail.Tenant);
        batch.Add(Told).With(mail.Tenant.Value).With(mail.Id).With(Commented).With(Withdrawn);
        await using var reader = await batch.ReadAsync(cancellation);
        var told = new List<MailedNotice>();
        while (await reader.ReadAsync(cancellation))
            told.Add(Read(reader));
        return (IReadOnlyList<MailedNotice>)told;
    });

    public Task<IReadOnlyList<Guid>> Before(OutgoingMail mail, string to, int most, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(mail.Tenant);
        batch.Add($"""
            select id from (
                select id, queued_at from outgoing_mail
                where tenant_id = $1 and recipient = $2 and template = '{NoticeMails.Template}' and ticket = $3
                    and state in ('sent', 'written') and (queued_at, id) < ($4, $5)
                order by queued_at desc, id desc limit $6) newest
            order by queued_at, id
            """).With(mail.Tenant.Value).With(to).With(mail.Ticket).With(mail.QueuedAt).With(mail.Id).With(most);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<Guid>();
        while (await reader.ReadAsync(cancellation))
            found.Add(reader.GetGuid(0));
        return (IReadOnlyList<Guid>)found;
    });

    public Task<IReadOnlyList<OutgoingMail>> About(
        TenantId tenant, TicketId ticket, MailPlace? after, int limit, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add($"""
            select * from (
                select {OutgoingMailRow.Columns("m")} from outgoing_mail m
                where m.tenant_id = $1 and m.id in (
                    select mail_id from notification_item where tenant_id = $1 and stream_id = $2 and mail_id is not null)
                union all {WaitingMails.Select("i.tenant_id = $1 and i.stream_id = $2")}) m
            where $4::timestamptz is null or (m.queued_at, m.id) < ($4, $5)
            order by m.queued_at desc, m.id desc limit $3
            """).With(tenant.Value).With(ticket.Value).With(limit).With(after?.QueuedAt).With(after?.Id ?? Guid.Empty);
        await using var reader = await batch.ReadAsync(cancellation);
        var found = new List<OutgoingMail>();
        while (await reader.ReadAsync(cancellation))
            found.Add(OutgoingMailRow.Read(reader));
        return (IReadOnlyList<OutgoingMail>)found;
    });

    private static void AddKeys(BatchStatement statement, IReadOnlyList<NoticeKey> notices) => statement
        .With(notices.Select(notice => notice.Stream).ToArray()).With(notices.Select(notice => notice.Version).ToArray())
        .With(notices.Select(notice => notice.Recipient).ToArray());

    // What cannot be read is told without its words.
    private static MailedNotice Read(NpgsqlDataReader row)
    {
        var what = row.GetStringOrNull(7) is { } kind ? Event(kind, row.GetString(8)) : null;
        var said = row.GetStringOrNull(9) is { } data ? Event(Commented, data) as TicketEvent.Commented : null;
        return new(
            row.IsDBNull(0) ? null : new AccountId(row.GetGuid(0)), row.GetGuid(1), Words<NotificationKind>.Parse(row.GetString(2))!.Value,
            row.GetStringOrNull(3), row.GetStringOrNull(4) is { } target ? Words<SlaTarget>.Parse(target) : null, row.GetInstant(5),
            row.GetBoolean(6))
        { Words = TicketNotices.Words(what, said), Answer = TicketAnswers.AwaitedIn(what) };
    }

    private static TicketEvent? Event(string kind, string data)
    {
        try
        {
            return EventCodec<Ticket, TicketEvent>.IsKnown(kind) ? EventCodec<Ticket, TicketEvent>.Read(kind, data) : null;
        }
        catch (UnreadableException)
        {
            return null;
        }
    }
}
