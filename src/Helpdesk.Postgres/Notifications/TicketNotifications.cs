using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Notifications;

/// <summary>
/// Writes what must be told beside the event that owes it: new rows only, so appends of different tickets never wait for each other,
/// however many are owed to one person.
/// </summary>
internal static class TicketNotifications
{
    // Mails about what somebody wrote wait for as long as its author wants; what nobody wrote waits for nobody.
    private const string Held = """
        $11::timestamptz + make_interval(
            secs => coalesce((select mail_hold from membership where tenant_id = $1 and account_id = $12::uuid), 0))
        """;

    // What is found so late that a mail of its moment would have been given up is told without one.
    private const string MailAt = $"case when $9::timestamptz >= $10::timestamptz - interval '72 hours' then {Held} end";

    // The same for what a promise waits for: as MailWishes.HeldUntil says.
    private const string MailAtUnlessDue = $"""
        case when $9::timestamptz < $10::timestamptz - interval '72 hours' then null
            when $13::timestamptz > $11::timestamptz and $13::timestamptz <= {Held} then $11::timestamptz else {Held} end
        """;

    // Nobody looks for devices where there are none. Whoever comes from the platform may have one at the desk.
    private const string HasDevice = """
        home_id <> $1 or exists (select from push_subscription p where p.tenant_id = $1 and p.account_id = person.account_id)
        """;

    // What nobody would read is told one level up: who has left, and a team without members, is replaced by the managers, and where there
    // are none by the admins. Whoever has switched a kind off is not replaced: they chose it.
    private const string ToPeople = $"""
        with staff as (
            select account_id, role, muted, home_id from membership where tenant_id = $1 and status = 'active'
                and role in ('agent', 'manager', 'admin') and account_id is distinct from $12::uuid
        ), member as (
            select staff.account_id from aggregate lists, jsonb_array_elements(lists.state -> 'teams') team, staff
            where lists.tenant_id = $1 and lists.kind = 'ticket-lists' and word_key(team ->> 'key') = word_key($13)
                and team -> 'members' ? staff.account_id::text
        )
        insert into notification_item
            (tenant_id, stream_id, version, recipient, account_id, kind, number, target, step, due_at, at, tell_at, mail_at, push_at)
        select $1, $2, $3, account_id::text, account_id, $5, $6, $7, $8, $9, $10, $11, {MailAt}, case when {HasDevice} then {MailAt} end
        from staff person
        where not ($5 = any (muted))
            and not exists (select from notification_wish w, unnest(w.muted_queues) queue
                where w.tenant_id = $1 and w.account_id = person.account_id and word_key(queue) = word_key($14))
            and not exists (select from ticket_mute
                where tenant_id = $1 and account_id = person.account_id and ticket_id = $15::uuid)
            and case
            when exists (select from staff where account_id = $4::uuid) then account_id = $4::uuid
            when exists (select from member) then account_id in (select account_id from member)
            when exists (select from staff where role = 'manager') then role = 'manager'
            else role = 'admin'
        end
        """;

    // Whoever muted the ticket is not told, but for what keeps a promise.
    private const string ToRequester = $"""
        insert into notification_item
            (tenant_id, stream_id, version, recipient, account_id, kind, number, target, step, due_at, at, tell_at, mail_at, push_at)
        select $1, $2, $3, account_id::text, account_id, $5, $6, $7, $8, $9, $10, $11, {MailAtUnlessDue},
            case when {HasDevice} then {MailAtUnlessDue} end
        from membership person
        where tenant_id = $1 and account_id = $4 and status in ('active', 'invited', 'contact') and not ($5 = any (muted))
            and not exists (select from ticket_mute where tenant_id = $1 and account_id = $4 and ticket_id = $14::uuid)
        """;

    private const string ToAddress = $"""
        insert into notification_item
            (tenant_id, stream_id, version, recipient, email, kind, number, target, step, due_at, at, tell_at, mail_at)
        values ($1, $2, $3, $4, $4, $5, $6, $7, $8, $9, $10, $11, {MailAt})
        """;

    // A team's own address, beside its members.
    private const string ToTeamAddress = $"""
        insert into notification_item
            (tenant_id, stream_id, version, recipient, email, kind, number, target, step, due_at, at, tell_at, mail_at)
        select $1, $2, $3, team ->> 'email', team ->> 'email', $5, $6, $7, $8, $9, $10, $11, {MailAt}
        from aggregate lists, jsonb_array_elements(lists.state -> 'teams') team
        where lists.tenant_id = $1 and lists.kind = 'ticket-lists' and word_key(team ->> 'key') = word_key($4)
          and team ->> 'email' is not null
        """;

    // Nobody can read any more what any of them tells of.
    private const string WithdrawAll =
        "update notification_item set withdrawn_at = $3 where tenant_id = $1 and stream_id = $2 and withdrawn_at is null";

    private const string MailNone =
        "update notification_item set mail_at = null, push_at = null where tenant_id = $1 and stream_id = $2 and version >= $3";

    // Who was told keeps the notification, and reads in it that what it tells of is gone.
    private const string Withdraw = """
        update notification_item item set withdrawn_at = $4 from event told
        where told.tenant_id = $1 and told.stream_id = $2 and told.kind = $5 and ($3::text is null or told.data ->> 'id' = $3)
            and item.tenant_id = $1 and item.stream_id = $2 and item.version = told.version and item.withdrawn_at is null
        """;

    public static void AddOwed(TenantBatch batch, Append<Ticket, TicketEvent> append)
    {
        foreach (var recorded in append.Events)
        {
            if (recorded.Event is TicketEvent.NotificationOwed owed)
                Add(batch, append, recorded, owed);
            if (recorded.Event is TicketEvent.CommentWithdrawn withdrawn)
                AddWithdrawal(batch, append, recorded.At, EventKind.Of(Ticket.Kind, typeof(TicketEvent.Commented)), withdrawn.Comment);
            if (recorded.Event is TicketEvent.Unmerged)
                AddWithdrawal(batch, append, recorded.At, EventKind.Of(Ticket.Kind, typeof(TicketEvent.Merged)), comment: null);
            if (recorded.Event is TicketEvent.ReopenRequestWithdrawn)
                AddWithdrawal(batch, append, recorded.At, EventKind.Of(Ticket.Kind, typeof(TicketEvent.ReopenRequested)), comment: null);
        }

        foreach (var notice in TicketNotices.Of(append.Events, append.After))
            Add(batch, append, notice);
        // At last, so that it holds for what is told with it as well.
        if (append.Events.FirstOrDefault(recorded => recorded.Event is TicketEvent.Deleted) is { } deleted)
            batch.Add(WithdrawAll).With(append.Tenant.Value).With(append.Stream).With(deleted.At);
        if (LoadedHistory.Is(append.Origin) && append.Events is [var first, ..])
            batch.Add(MailNone).With(append.Tenant.Value).With(append.Stream).With(first.Version);
    }

    // null: nobody's queue.
    private static string? QueueThatMayBeMuted(Append<Ticket, TicketEvent> append, NotificationKind kind) =>
        NotificationRules.IsSilenced(kind, hasMuted: true) ? append.After.Queue : null;

    // null: it is told all the same.
    private static Guid? TicketThatMayBeMuted(Append<Ticket, TicketEvent> append, NotificationKind kind) =>
        NotificationRules.IsSilenced(kind, hasMuted: true) ? append.Stream : null;

    private static void AddWithdrawal(TenantBatch batch, Append<Ticket, TicketEvent> append, Instant at, string kind, Guid? comment) =>
        batch.Add(Withdraw).With(append.Tenant.Value).With(append.Stream).With(comment?.ToString("D")).With(at).With(kind);

    private static void Add(TenantBatch batch, Append<Ticket, TicketEvent> append, TicketNotice notice)
    {
        switch (notice.To)
        {
            case TicketAudience.Requester requester:
                Say(Begin(ToRequester).With(requester.Account.Value)).With(append.Before?.Plan.DueAt)
                    .With(TicketThatMayBeMuted(append, notice.Kind));
                break;
            case TicketAudience.Keepers keepers:
                Say(Begin(ToPeople).With(keepers.Assignee?.Value)).With(keepers.Team).With(QueueThatMayBeMuted(append, notice.Kind))
                    .With(TicketThatMayBeMuted(append, notice.Kind));
                if (keepers is { Assignee: null, Team: { } team })
                    Say(Begin(ToTeamAddress).With(team));
                break;
        }

        BatchStatement Begin(string sql) => batch.Add(sql).With(append.Tenant.Value).With(append.Stream).With(notice.About.Version);

        BatchStatement Say(BatchStatement statement) => statement
            .With(Words<NotificationKind>.Of(notice.Kind)).With(append.After.Number).With((string?)null).With((string?)null)
            .With(notice.About.At).With(notice.About.At).With(notice.About.At).With(notice.About.Actor?.Value);
    }

    private static void Add(
        TenantBatch batch, Append<Ticket, TicketEvent> append, Recorded<TicketEvent> recorded, TicketEvent.NotificationOwed owed)
    {
        var kind = owed.Missed ? NotificationKind.SlaBreach : NotificationKind.SlaWarning;
        switch (owed.To)
        {
            case SlaRecipient.Email email:
                Say(Begin(ToAddress).With(email.Address));
                break;
            case SlaRecipient.Team team:
                Say(Begin(ToPeople).With((Guid?)null)).With(team.Name).With(QueueThatMayBeMuted(append, kind))
                    .With(TicketThatMayBeMuted(append, kind));
                Say(Begin(ToTeamAddress).With(team.Name));
                break;
            default:
                Say(Begin(ToPeople).With((owed.To as SlaRecipient.Account)?.Id.Value)).With((string?)null)
                    .With(QueueThatMayBeMuted(append, kind)).With(TicketThatMayBeMuted(append, kind));
                break;
        }

        BatchStatement Begin(string sql) => batch.Add(sql).With(append.Tenant.Value).With(append.Stream).With(recorded.Version);

        BatchStatement Say(BatchStatement statement) => statement
            .With(Words<NotificationKind>.Of(kind)).With(append.After.Number)
            .With(Words<SlaTarget>.Of(owed.About.Target)).With(owed.About.Step).With(owed.About.At).With(recorded.At).With(
                owed.TellAt ?? recorded.At)
            .With((Guid?)null);
    }
}
