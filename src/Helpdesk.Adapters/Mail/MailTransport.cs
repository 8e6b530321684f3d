using Helpdesk.Domain.Mail;
using Microsoft.Extensions.Options;
using IMailTransport = Helpdesk.Domain.Mail.IMailTransport;

namespace Helpdesk.Adapters.Mail;

/// <summary>Over SMTP, by a tenant's server or the platform's; into files, where neither is there.</summary>
/// <param name="files">Where mails are written while the platform has no server; <c>null</c>: it has one.</param>
internal sealed class MailTransport(
    IOptions<MailOptions> options, IOutboundTargets targets, AccessTokens tokens, TimeProvider time, FileTransport? files) : IMailTransport
{
    private readonly Lazy<MailSigningKey?> signing = new(options.Value.Dkim.Read);

    /// <summary>Says once where mails go that leave by no server.</summary>
    public void Announce() => files?.Folder();

    public async Task<IMailSession> Open(TenantMailServer? own, CancellationToken cancellation)
    {
        if (own is null && files is not null)
            return files;
        var session = new SmtpSession(ServerOf(own), time);
        try
        {
            await session.Connect(cancellation);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    private SmtpServer ServerOf(TenantMailServer? own) => own is null
        ? SmtpServer.Of(options.Value) with { Signing = signing.Value }
        : SmtpServer.Of(own, options.Value.Timeout, targets) with
        {
            Signing = own.Signing,
            Token = own.Secrets is null ? null : (isFresh, cancellation) => tokens.Of(own, isFresh, cancellation),
        };
}

/// <summary>Whom an SMTP session speaks with.</summary>
/// <param name="From"><c>null</c>: the tenant's own host.</param>
/// <param name="Targets">Where it may lead; <c>null</c>: the platform's operator chose it.</param>
internal sealed record SmtpServer(
    string Host, int Port, MailSecurity Security, string? Username, string? Password, string? From, TimeSpan Timeout)
{
    public IOutboundTargets? Targets { get; init; }

    /// <summary>
    /// Gives an access token, a new one if told so; <c>null</c>: the login is by password, if there is one.
    /// </summary>
    public Func<bool, CancellationToken, Task<string>>? Token { get; init; }

    /// <summary><c>null</c>: nothing is signed.</summary>
    public MailSigningKey? Signing { get; init; }

    public static SmtpServer Of(MailOptions options) => new(
        options.Host!, options.PortOrDefault, options.Security, options.Username, options.Password, options.From, options.Timeout);

    public static SmtpServer Of(TenantMailServer own, TimeSpan timeout, IOutboundTargets targets) => new(
        own.Server.Host, own.Server.Port, own.Server.Security, own.Server.Username, own.Password, own.Server.From, timeout)
    { Targets = targets };
}
