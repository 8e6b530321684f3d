using Helpdesk.Domain.Mail;

namespace Helpdesk.Grains.Mail;

internal static class MailTransports
{
    // For connection, greeting and login together; less than a call of a grain waits.
    internal static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>
    /// A server that lets one wait, or drips, is one that cannot be reached: its own mails say so, and another one can take its place.
    /// </summary>
    /// <exception cref="MailServerException">It cannot be reached, does not let us in, or not in time.</exception>
    public static async Task<IMailSession> OpenInTime(
        this IMailTransport transport, TenantMailServer? own, TimeProvider time, CancellationToken cancellation)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation, patience.Token);
        try
        {
            return await transport.Open(own, limit.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new MailServerException(MailReason.ServerSlow, words: null);
        }
    }
}
