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
    INoticeMails notices, ITicketStore tickets, ITenantDirectory tenants, IMemberDirectory members, Links links)
{
    /// <returns><c>null</c>: nothing is left of it that its reader may read, or they are gone.</returns>
    public async Task<Letter?> Write(OutgoingMail mail, CancellationToken cancellation)
    {
        var told = await notices.Of(mail, cancellation);
        var reader = told is [{ Account: { } account }, ..] ? await members.Find(mail.Tenant, account, cancellation) : null;
        if (told is not [var first, ..] || (first.Account is not null && reader is not ({ IsActive: true } or { IsExpected: true })))
            return null;

        var (lines, known) = (new List<NoticeLine>(), new Dictionary<Guid, Ticket?>());
        foreach (var notice in told.Where(notice => MayBeTold(notice, reader)))
        {
            if (notice.Number is not null && !known.ContainsKey(notice.Stream))
                known.Add(notice.Stream, await tickets.Load(mail.Tenant, notice.Stream, cancellation));
            if (Line(mail.Tenant, notice, reader, known.GetValueOrDefault(notice.Stream)) is { } line)
                lines.Add(line);
        }

        if (lines.Count == 0)
            return null;
        var tenant = (await tenants.Find(mail.Tenant, cancellation))?.Tenant;
        var origin = links.OriginOf(tenant?.Slug ?? (reader?.Role is Role.Operator ? "console" : "desk"));
        var name = tenant?.Name ?? "Helpdesk";
        var text = NoticeText.Write(new(
            IsGerman: (reader?.Language ?? tenant?.Settings.Languages[0]) != "en", origin, name, tenant?.Settings.Zone ?? "UTC",
            CanSignIn: reader?.IsActive == true, lines));
        return new(mail.Id, mail.Template, name, origin.Host, reader?.Email ?? mail.To, text, mail.QueuedAt)
        { Thread = told.All(notice => notice.Number is not null && notice.Stream == first.Stream) ? first.Stream : null };
    }

    private static bool MayBeTold(MailedNotice notice, MemberRecord? reader) => !notice.IsWithdrawn
        && (reader is null || NotificationRules.KindsFor(reader.Role).Contains(notice.Kind));

    // What people wrote goes to people only: an address of its own has no rights that could be asked.
    private static NoticeLine? Line(TenantId tenant, MailedNotice notice, MemberRecord? reader, Ticket? ticket)
    {
        if (notice.Number is null)
            return new(notice.Kind, null, null, null, null, notice.At);
        if (ticket is not { IsDeleted: false }
            || (reader is not null && TicketAccess.Refusal(new(tenant, reader.Account, reader.Role), ticket, TicketAct.Read) is not null))
            return null;
        return new(notice.Kind, notice.Number, ticket.Subject, reader is null ? null : notice.Words, notice.Target, notice.At);
    }
}
