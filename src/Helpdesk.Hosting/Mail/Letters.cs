using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Mail;

namespace Helpdesk.Hosting.Mail;

/// <summary>Opens what was owed and writes it: whose mail it is, where its link leads.</summary>
internal sealed class Letters(
    OwedMails mails, ITenantDirectory tenants, IMemberDirectory members, IAccounts accounts, ITicketStore tickets, ISeals seals,
    Links links, NoticeLetters notices, LetterMarks marks, MailWords words, TimeProvider time) : ILetters
{
    public async Task<bool> IsOfUse(TenantId tenant, OwedMail owed, CancellationToken cancellation)
    {
        if (owed.Token is not { } token)
            return true;
        if (owed.Template == SatisfactionMail.Template)
            return await CanBeRated(tenant, token, cancellation);
        return Words<LinkPurpose>.Parse(owed.Template) is not { } purpose
            || (await accounts.FindLink(tenant, purpose, token, Instant.FromDateTimeOffset(time.GetUtcNow()), cancellation)).IsOk;
    }

    // Nobody asks how a ticket was that is deleted, or was closed again since.
    private async Task<bool> CanBeRated(TenantId tenant, string token, CancellationToken cancellation) =>
        SatisfactionLink.Open(token, tenant, seals) is { } link
        && await tickets.Load(tenant, link.Ticket.Value, cancellation) is { IsDeleted: false } ticket && ticket.Closings == link.Closing;

    public Task<NoticeMail> OfNotices(OutgoingMail mail, CancellationToken cancellation) => notices.Write(mail, cancellation);

    public async Task<(OwedMail Owed, Letter Letter)> Write(
        TenantId tenant, Guid id, string data, Instant at, CancellationToken cancellation)
    {
        var owed = mails.Open(tenant, data);
        var (slug, name) = await HostOf(tenant, data, cancellation);
        var origin = links.OriginOf(slug);
        var isQuestion = owed.Template == SatisfactionMail.Template;
        var link = isQuestion ? SatisfactionMail.LinkOf(owed, origin) : AccessMail.LinkOf(owed, origin);
        var usual = isQuestion
            ? SatisfactionMail.Write(owed.Language, owed.About, link, name) : AccessMail.Write(owed.Template, owed.Language, link, name);
        var text = await words.Write(
            tenant, owed.Template, usual, MailPlaceholders.OfLink(name, link, owed.About), at, cancellation);
        return (owed, marks.Sign(new(id, owed.Template, name, origin.Host, owed.To, text, at), tenant));
    }

    // Accounts of the platform have no host of their own: operators sign in at the console, everybody else at the desk.
    private async Task<(string Slug, string Name)> HostOf(TenantId tenant, string data, CancellationToken cancellation)
    {
        if (tenant != TenantId.Platform)
            return await tenants.Find(tenant, cancellation) is { } found ? (found.Tenant.Slug, found.Tenant.Name) : ("desk", "Helpdesk");
        var member = OwedMails.AccountOf(data) is { } account ? await members.Find(TenantId.Platform, account, cancellation) : null;
        return (member?.Role is Role.Operator ? "console" : "desk", "Helpdesk");
    }
}
