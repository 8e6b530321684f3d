using System.Text.Json;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;
using Helpdesk.Postgres.Mail;

namespace Helpdesk.Postgres.People;

/// <summary>The statements of one change of a membership, in their order. Each premise that fails undoes all of them.</summary>
internal static class PeopleWriting
{
    public static void Add(Func<string, BatchStatement> add, PeopleAppend append, OwedMails mails)
    {
        var (before, after) = (append.Change.Before, append.Change.After);
        var (tenant, trace) = (after.Tenant, new Trace(append.Actor, append.Origin, append.At));
        var isNewAccount = before is null && !after.IsServiceStaff;
        object[] events = [.. isNewAccount ? [new AccountEvent.Registered(after.Account, append.Registered)]
            : Array.Empty<object>(), .. append.Change.Events];

        EventAppender.Lock(add, tenant, after.Account.Value);
        AddOperation(add, append, events.Length);
        if (append.Change.IsNone)
            return;
        if (append.UsesLink is { } link)
            MailedLinks.AddUse(add, tenant, link, append.At);
        if (append.Change.TouchesStaff)
            AddStaffCount(add, tenant, append.PeopleVersion);
        AddAccount(add, append, isNewAccount);
        if (before is not null && EndsLinks(before, after, append))
            MailedLinks.AddEnd(add, tenant, after.IsServiceStaff ? null : after.Home, after.Account, append.At);
        AddMembership(add, before, after);
        if (before is not null && before.Mails.Digest != after.Mails.Digest)
        {
            foreach (var place in append.Copies is { } copies ? [tenant, .. copies] : (IEnumerable<TenantId>)[tenant])
                WaitingMails.AddRelease(add, place, after.Account, MailReason.Digest);
        }

        AddDue(add, before, after);
        if (after.Status is not MembershipStatus.Active)
            add("update session set ended_at = $3 where tenant_id = $1 and account_id = $2 and ended_at is null").With(tenant.Value)
                .With(after.Account.Value).With(append.At);
        if (after.Status is not MembershipStatus.Active)
            PushEndings.Add(add, tenant, after.Account);
        // Nobody reads them any more, and they are nobody else's business.
        if (after.Status is MembershipStatus.Ended)
            add("delete from draft where tenant_id = $1 and account_id = $2").With(tenant.Value).With(after.Account.Value);

        EventAppender.Add(add, tenant, after.Account.Value, trace, events);
        if (append.Change.SeatWarning is { } warning)
            EventAppender.Add(add, tenant, SeatEvent.Stream, trace, warning);
        foreach (var copy in (append.Copies ?? []).OrderBy(copy => copy.Value))
            AddCopy(add, copy, append, trace);
        if (before is not null && before.Email != after.Email)
            mails.Add(add, tenant, new("email_changed", null, after.Account, before.Email, after.Name, after.Language), trace);
        if (append.Mail is { } mail)
            mails.Add(add, tenant, mail, trace);
        if (append.Handed is { } handed)
            OwedMails.AddLink(add, tenant, handed.As, handed.Token, trace);
    }

    private static void AddOperation(Func<string, BatchStatement> add, PeopleAppend append, int events) => add("""
        insert into operation (tenant_id, id, fingerprint, stream_id, from_version, to_version, answer)
        select $1, $2, $3, $4, coalesce(max(version), 0) + 1, coalesce(max(version), 0) + $5, $6 from event where tenant_id = $1
            and stream_id = $4
        """)
        .With(append.Change.After.Tenant.Value).With(append.Operation.Id).With(append.Operation.Fingerprint)
        .With(append.Change.After.Account.Value).With(events).WithJson(JsonSerializer.Serialize(append.Change.After, RecordJson.Options));

    // A link dies with its reason.
    private static bool EndsLinks(Membership before, Membership after, PeopleAppend append) => append.PasswordHash is not null
        || before.Email != after.Email
        || (before.Status != after.Status && after.Status is MembershipStatus.Suspended or MembershipStatus.Ended);

    // The place where one change of staff waits for another. Whatever was counted for the decision is true until this transaction ends.
    private static void AddStaffCount(Func<string, BatchStatement> add, TenantId tenant, int decidedOn)
    {
        add("insert into people (tenant_id, version) values ($1, 0) on conflict do nothing").With(tenant.Value);
        add("""
            with counted as (update people set version = version + 1 where tenant_id = $1 and version = $2 returning 1)
            select refuse_unless(exists (select from counted), 'HD409')
            """).With(tenant.Value).With(decidedOn);
    }

    private static void AddAccount(Func<string, BatchStatement> add, PeopleAppend append, bool isNew)
    {
        var (before, after) = (append.Change.Before, append.Change.After);
        if (isNew)
        {
            add("""
                insert into account (tenant_id, id, email, email_key, password_hash, password_changed_at, security_stamp, concurrency_stamp,
                    sessions_valid_from, created_at)
                values ($1, $2, $3, $4, $5, case when $5::text is not null then $6 end, gen_random_uuid()::text, gen_random_uuid()::text,
                    $6, $6)
                """)
                .With(after.Home.Value).With(after.Account.Value).With(after.Email.ToString()).With(after.Email.Key)
                    .With(append.PasswordHash).With(append.At);
        }
        else if (append.PasswordHash is not null || before?.Email != after.Email)
        {
            add("""
                update account set email = $3, email_key = $4, password_hash = coalesce($5, password_hash),
                    password_changed_at = case when $5::text is null then password_changed_at else $6 end,
                    security_stamp = gen_random_uuid()::text, concurrency_stamp = gen_random_uuid()::text
                where tenant_id = $1 and id = $2
                """)
                .With(after.Home.Value).With(after.Account.Value).With(after.Email.ToString()).With(after.Email.Key)
                    .With(append.PasswordHash).With(append.At);
        }
    }

    private static void AddMembership(Func<string, BatchStatement> add, Membership? before, Membership after) => add(before is null
        ? """
            insert into membership (tenant_id, account_id, home_id, role, status, email, email_key, name, name_key, language, version,
                created_at, updated_at,
                time_zone, requester_group, external_id, muted, mails_off, mail_digest, mail_hold, pushes_off)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
            """
        : """
            with changed as (
                update membership set role = $4, status = $5, email = $6, email_key = $7, name = $8, name_key = $9, language = $10,
                    version = $11, updated_at = $14,
                    time_zone = $15, requester_group = $16, external_id = $17, muted = $18,
                    mails_off = $19, mail_digest = $20, mail_hold = $21, pushes_off = $22
                where tenant_id = $1 and account_id = $2 and home_id = $3 and version = $12 and created_at = $13 returning 1)
            select refuse_unless(exists (select from changed), 'HD409')
            """)
        .With(after.Tenant.Value).With(after.Account.Value).With(after.Home.Value).With(Words<Role>.Of(after.Role)).With(
            Words<MembershipStatus>.Of(after.Status))
        .With(after.Email.ToString()).With(after.Email.Key).With(after.Name).With(NameKey.Of(after.Name)).With(after.Language)
        .With(after.Version).With(before?.Version ?? 0).With(after.CreatedAt).With(after.UpdatedAt)
        .With(after.TimeZone).With(after.Group).With(after.ExternalId).With(MembershipRow.Words(after.Muted))
        .With(MembershipRow.Words(after.Mails.Off)).With(Words<MailDigest>.Of(after.Mails.Digest)).With(after.Mails.HoldSeconds)
        .With(MembershipRow.Words(after.PushesOff));

    private static void AddDue(Func<string, BatchStatement> add, Membership? before, Membership after)
    {
        if (after.InvitationExpiresAt is { } end)
        {
            add("""
                insert into due (tenant_id, stream_id, subject, kind, due_at) values ($1, $2, $3, $3, $4)
                on conflict (tenant_id, stream_id, kind) do update set due_at = excluded.due_at, leased_until = null, attempts = 0
                """).With(after.Tenant.Value).With(after.Account.Value).With(Membership.InvitationSubject).With(end);
        }
        else if (before?.InvitationExpiresAt is not null)
        {
            AddNoDue(add, after.Tenant, after.Account);
        }
    }

    public static void AddNoDue(Func<string, BatchStatement> add, TenantId tenant, AccountId account) =>
        add("delete from due where tenant_id = $1 and stream_id = $2 and kind = $3").With(tenant.Value).With(account.Value).With(
            Membership.InvitationSubject);

    // Service staff are known by the same name wherever they serve.
    private static void AddCopy(Func<string, BatchStatement> add, TenantId tenant, PeopleAppend append, Trace trace)
    {
        var after = append.Change.After;
        add("""
            update membership set email = $3, email_key = $4, name = $5, name_key = $6, language = $7, version = version + 1,
                updated_at = $8,
                time_zone = $9, muted = $10, mails_off = $11, mail_digest = $12, mail_hold = $13, pushes_off = $14
            where tenant_id = $1 and account_id = $2
            """)
            .With(tenant.Value).With(after.Account.Value).With(after.Email.ToString()).With(after.Email.Key).With(after.Name).With(
                NameKey.Of(after.Name))
            .With(after.Language).With(after.UpdatedAt).With(after.TimeZone).With(MembershipRow.Words(after.Muted))
            .With(MembershipRow.Words(after.Mails.Off)).With(Words<MailDigest>.Of(after.Mails.Digest)).With(after.Mails.HoldSeconds)
            .With(MembershipRow.Words(after.PushesOff));
        EventAppender.Add(add, tenant, after.Account.Value, trace, append.Change.Events.OfType<MembershipEvent.ProfileChanged>());
    }
}
