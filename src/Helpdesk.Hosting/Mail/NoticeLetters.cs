using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Hosting.Mail;

/// <summary>
/// Writes a mail that tells of notices. Whether its reader may read what it tells is asked now, not when it was queued: who lost a role or
/// a ticket meanwhile reads nothing of it.
/// </summary>
internal sealed class NoticeLetters(
    INoticeMails notices, ITicketStore tickets, ITenantDirectory tenants, IMemberDirectory members, Links links,
    LetterMarks marks, MailWords words)
{
    public async Task<NoticeMail> Write(OutgoingMail mail, CancellationToken cancellation)
    {
        var told = await notices.Of(mail, cancellation);
        var reader = told is [{ Account: { } account }, ..] ? await members.Find(mail.Tenant, account, cancellation) : null;
        if (told is not [var first, ..])
            return NoticeMail.Nothing(MailReason.Unreadable);
        if (first.Account is not null && reader is not ({ IsActive: true } or { IsExpected: true }))
            return NoticeMail.Nothing(MailReason.PersonGone);

        var (lines, known, dropped) = (new List<NoticeLine>(), new Dictionary<Guid, Ticket?>(), MailReason.NotForReader);
        var answers = new List<ToldAnswer>();
        foreach (var notice in told)
        {
            if (notice.Number is not null && !known.ContainsKey(notice.Stream))
                known.Add(notice.Stream, await tickets.Load(mail.Tenant, notice.Stream, cancellation));
            var ticket = known.GetValueOrDefault(notice.Stream);
            if (Hindrance(mail.Tenant, notice, reader, ticket) is { } why)
            {
                dropped = why;
                continue;
            }

            lines.Add(Line(notice, reader, ticket));
            if (notice.Answer is { } comment)
                answers.Add(new(notice.Stream, comment));
        }

        if (lines.Count == 0)
            return NoticeMail.Nothing(dropped);
        var tenant = (await tenants.Find(mail.Tenant, cancellation))?.Tenant;
        var origin = links.OriginOf(tenant?.Slug ?? (reader?.Role is Role.Operator ? "console" : "desk"));
        var name = tenant?.Name ?? "Helpdesk";
        var content = new NoticeLetter(
            IsGerman: (reader?.Language ?? tenant?.Settings.Languages[0]) != "en", origin, name,
            NoticeZone.Of(reader?.TimeZone, tenant?.Settings.Zone), CanSignIn: reader?.IsActive == true, lines);
        var text = await words.Write(
            mail.Tenant, mail.Template, NoticeText.Write(content), NoticeText.Data(content), mail.QueuedAt, cancellation);
        var isOneTicket = told.All(notice => notice.Number is not null && notice.Stream == first.Stream);
        var letter = new Letter(mail.Id, mail.Template, name, origin.Host, reader?.Email ?? mail.To, text, mail.QueuedAt)
        { Thread = isOneTicket ? first.Stream : null };
        var earlier = isOneTicket ? await notices.Before(mail, letter.To, LetterMarks.Most, cancellation) : [];
        var unsubscribe = reader is null ? null
            : new UnsubscribeLink(mail.Tenant, reader.Account, [.. lines.Select(line => line.Kind).Distinct()]);
        return new(marks.Sign(letter, mail, origin, earlier, unsubscribe)) { Answers = answers };
    }

    // null: it may be told.
    private static MailReason? Hindrance(TenantId tenant, MailedNotice notice, MemberRecord? reader, Ticket? ticket)
    {
        if (notice.Number is not null && ticket is not { IsDeleted: false })
            return MailReason.TicketDeleted;
        if (notice.IsWithdrawn)
            return MailReason.WordsWithdrawn;
        return reader is not null
            && (!NotificationRules.KindsFor(reader.Role).Contains(notice.Kind)
                || (ticket is not null
                    && TicketAccess.Refusal(new(tenant, reader.Account, reader.Role), ticket, TicketAct.Read) is not null))
            ? MailReason.NotForReader : null;
    }

    // What people wrote goes to people only: an address of its own has no rights that could be asked.
    private static NoticeLine Line(MailedNotice notice, MemberRecord? reader, Ticket? ticket) => notice.Number is null
        ? new(notice.Kind, null, null, null, null, notice.At)
        : new(notice.Kind, notice.Number, ticket!.Subject, reader is null ? null : notice.Words, notice.Target, notice.At);
}
