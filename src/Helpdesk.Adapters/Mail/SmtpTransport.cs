using Helpdesk.Domain.Mail;
using Microsoft.Extensions.Options;

namespace Helpdesk.Adapters.Mail;

/// <summary>Over SMTP, with MailKit.</summary>
internal sealed class SmtpTransport(IOptions<MailOptions> options) : IMailTransport
{
    public async Task<IMailSession> Open(CancellationToken cancellation)
    {
        var session = new SmtpSession(options.Value);
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
}
