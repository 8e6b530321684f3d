using System.Net.Sockets;
using System.Text;
using Helpdesk.Domain.Mail;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace Helpdesk.Adapters.Mail;

internal sealed class SmtpSession(SmtpServer server, TimeProvider time) : IMailSession
{
    internal static readonly TimeSpan Farewell = TimeSpan.FromSeconds(5);

    private readonly SmtpClient client = new()
    {
        Timeout = (int)server.Timeout.TotalMilliseconds,
        // Mail servers' own certificates are short-lived, and their revocation lists are seldom reachable from inside a network.
        CheckCertificateRevocation = false,
    };

    public async Task Connect(CancellationToken cancellation)
    {
        try
        {
            await Reach(cancellation);
            if (server.Username is { } user)
                await LogIn(user, cancellation);
        }
        catch (MailServerException)
        {
            await Break();
            throw;
        }
        catch (Exception failure) when (IsOfTheWire(failure) || failure is NotSupportedException or ForbiddenTargetException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            // Left open, it would take the next mail for one from somebody who is logged in.
            await Break();
            var reason = Reason(failure) ?? MailReason.ServerUnreachable;
            throw new MailServerException(
                reason, reason is MailReason.ServerUnreachable ? $"{server.Host}:{server.Port}: {Words(failure)}" : null, failure);
        }
    }

    private async Task Reach(CancellationToken cancellation)
    {
        var security = server.Security switch
        {
            MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
            MailSecurity.None => SecureSocketOptions.None,
            _ => SecureSocketOptions.StartTls,
        };
        if (server.Targets is null)
            await client.ConnectAsync(server.Host, server.Port, security, cancellation);
        else
            await client.ConnectAsync(
                new BoundedStream(await server.Targets.Connect(server.Host, server.Port, cancellation)), server.Host, server.Port,
                security, cancellation);
    }

    private async Task LogIn(string user, CancellationToken cancellation)
    {
        if (server.Token is not { } token)
        {
            await client.AuthenticateAsync(user, server.Password!, cancellation);
            return;
        }

        try
        {
            await client.AuthenticateAsync(new SaslMechanismOAuth2(user, await token(false, cancellation)), cancellation);
        }
        catch (AuthenticationException)
        {
            // It may have been taken back before its time. Some servers hang up after a refusal.
            var fresh = await token(true, cancellation);
            await Break();
            await Reach(cancellation);
            await client.AuthenticateAsync(new SaslMechanismOAuth2(user, fresh), cancellation);
        }
    }

    public async Task<Delivery> Send(Letter letter, CancellationToken cancellation)
    {
        try
        {
            // The one before may have broken the connection.
            if (!client.IsConnected)
                await Connect(cancellation);
            var format = LetterMessage.FormatFor(letter.To);
            if (format.International && !client.Capabilities.HasFlag(SmtpCapabilities.UTF8))
                return Delivery.Refused(null, MailReason.AddressBeyondAscii);
            var message = LetterMessage.Of(letter, server.From);
            if (server.Signing is { } key)
                LetterSigner.Sign(message, format, key);
            await client.SendAsync(format, message, cancellation);
            return Delivery.Accepted;
        }
        catch (SmtpCommandException refused)
        {
            var isOfAddress = refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted;
            return IsForGood(refused)
                ? Delivery.Refused(Words(refused)) with { IsOfAddress = isOfAddress } : Delivery.Deferred(Words(refused));
        }
        catch (MailServerException unreachable)
        {
            return unreachable.Deferred;
        }
        catch (Exception failure) when (IsOfTheWire(failure) || failure is OperationCanceledException)
        {
            await Break();
            return Reason(failure) is { } ours
                ? Delivery.Deferred(null, ours) : Delivery.Deferred(Words(failure), MailReason.ConnectionLost);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A server that drips its goodbye is not waited for.
        using var limit = new CancellationTokenSource(Farewell, time);
        try
        {
            if (client.IsConnected)
                await client.DisconnectAsync(quit: true, limit.Token);
        }
        catch (Exception failure) when (IsOfTheWire(failure) || failure is OperationCanceledException)
        {
            // It was about to end anyway.
        }

        client.Dispose();
    }

    // What is wrong with our side (the sender, a greeting, a login) is not the recipient's fault and can be put right.
    private static bool IsForGood(SmtpCommandException refused) => (int)refused.StatusCode >= 500
        && refused.ErrorCode is SmtpErrorCode.RecipientNotAccepted or SmtpErrorCode.MessageNotAccepted;

    private static bool IsOfTheWire(Exception failure) => failure is CommandException or ProtocolException or IOException or SocketException
        or AuthenticationException or SslHandshakeException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or TimeoutException;

    private async Task Break()
    {
        try
        {
            await client.DisconnectAsync(quit: false);
        }
        catch (Exception failure) when (IsOfTheWire(failure) || failure is ObjectDisposedException)
        {
            // That is what was wanted.
        }
    }

    // What we know better than the machine says it; null: its words are all.
    private static MailReason? Reason(Exception failure) => failure switch
    {
        SslHandshakeException => MailReason.TlsFailed,
        ForbiddenTargetException => MailReason.AddressNotPublic,
        EndlessAnswerException or { InnerException: EndlessAnswerException } => MailReason.ServerTalks,
        OperationCanceledException or TimeoutException => MailReason.ServerSlow,
        _ => null,
    };

    // One line, as people read it in the outbox; what cannot be seen would not be stored either.
    private static string Words(Exception failure)
    {
        var code = failure is SmtpCommandException refused ? $"{(int)refused.StatusCode} " : "";
        var line = new StringBuilder(code);
        foreach (var rune in failure.Message.EnumerateRunes())
        {
            if (line.Length + rune.Utf16SequenceLength > Delivery.MostWords)
                break;
            line.Append((Rune.IsControl(rune) ? new Rune(' ') : rune).ToString());
        }

        return line.ToString().Trim();
    }
}
