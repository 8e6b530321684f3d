using System.Security.Cryptography;
using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Mail;

/// <summary>
/// Brings away what the outbox holds, in any number of processes. A mail that was accepted while the process or the database ended is sent
/// once more, with the same Message-ID: rather twice than never.
/// </summary>
internal sealed partial class MailSender(
    IOutbox outbox, IMailBlocks blocks, ILetters letters, IMailTransport transport, TenantMailServers servers, ITenantDirectory tenants,
    IHostApplicationLifetime lifetime, IPlatformClock clock, TimeProvider time, ILogger<MailSender> log) : BackgroundService
{
    private const int Lanes = 4;
    private const int Most = 100;

    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    // Nothing gets through: the others' tries would be wasted, too.
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    // For one mail; what takes longer counts as not accepted.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    // So long nobody else takes them; should this process end, they wait no longer. A mail is begun only while its time is not up.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Begins = Lease - Patience;

    // While a tenant's own server is at work on the mails before.
    private static readonly Duration Busy = Duration.FromSeconds(5);

    private readonly Lanes<TenantId> lanes = new(most: 32);
    private int failures;
    private int unreachable;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.Started(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            var pause = Every;
            try
            {
                var asked = time.GetTimestamp();
                var taken = await outbox.Take(clock.Given, Duration.FromTimeSpan(Lease), Most, stoppingToken);
                failures = 0;
                if (taken.Count > 0)
                    pause = await SendAll(taken, asked, stoppingToken) ? TimeSpan.Zero : Rest;
            }
            catch (Exception) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                // The first says it; the database's own silence is told elsewhere.
                if (failures++ == 0)
                    LogFailed(log, failure);
            }

            await Task.Delay(pause, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <returns><c>false</c>: the platform's mail server cannot be reached.</returns>
    private async Task<bool> SendAll(IReadOnlyList<TakenMail> taken, long asked, CancellationToken stopping)
    {
        var common = new List<TakenMail>();
        foreach (var tenant in taken.GroupBy(mail => mail.Mail.Tenant))
        {
            if (await HoldBack(tenant, stopping))
                continue;
            var (isKnown, own) = await ServerOf(tenant, stopping);
            if (!isKnown)
                continue;
            if (own is not null)
                await lanes.Begin(
                    tenant.Key, () => SendLane(own, [.. tenant], asked, stopping), () => Free(tenant, Busy), why => Tell(why, stopping));
            else
                common.AddRange(tenant);
        }

        var reached = await Task.WhenAll(common.Select((mail, place) => (mail, place)).GroupBy(one => one.place % Lanes, one => one.mail)
            .Select(lane => SendLane(null, [.. lane], asked, stopping)));
        return reached.All(isReached => isReached);
    }

    private void Tell(Exception failure, CancellationToken stopping)
    {
        if (failure is not StorageException && !stopping.IsCancellationRequested)
            LogFailed(log, failure);
    }

    private async Task<bool> HoldBack(IGrouping<TenantId, TakenMail> tenant, CancellationToken stopping)
    {
        if (!MailRest.Holds((await tenants.Find(tenant.Key, stopping))?.Tenant))
            return false;
        foreach (var mail in tenant)
            await outbox.Save(MailRest.After(mail.Mail, time.Now()), CancellationToken.None);
        return true;
    }

    // One that cannot be read keeps the mails of its own tenant, and nobody else's.
    private async Task<(bool IsKnown, TenantMailServer? Server)> ServerOf(IGrouping<TenantId, TakenMail> tenant, CancellationToken stopping)
    {
        try
        {
            return (true, await servers.Of(tenant.Key, stopping));
        }
        catch (Exception unreadable) when (unreadable is UnreadableException or CryptographicException or FormatException)
        {
            var unknown = Delivery.Deferred(null, MailReason.ServerUnknown);
            foreach (var mail in tenant)
                await outbox.Save(mail.Mail.After(unknown, time.Now()), CancellationToken.None);
            return (false, null);
        }
    }

    private async Task<bool> SendLane(TenantMailServer? own, IReadOnlyList<TakenMail> lane, long asked, CancellationToken stopping)
    {
        var done = 0;
        try
        {
            var signing = await servers.Signing(lane[0].Mail.Tenant, own, stopping);
            await using var session = await transport.OpenInTime(signing, time, stopping);
            if (own is null)
                Volatile.Write(ref unreachable, 0);
            // What is being sent when the process ends is sent to its end: cut off, nobody would know whether it was accepted.
            for (; done < lane.Count && !stopping.IsCancellationRequested && time.GetElapsedTime(asked) < Begins; done++)
                await Send(session, lane[done]);
            await Free(lane.Skip(done), Duration.Zero);
            return true;
        }
        catch (MailServerException why)
        {
            // Once for all that wait for it, until it is reached again. A tenant's own is its admins' to look after: the outbox says it.
            if (own is null && Interlocked.Exchange(ref unreachable, 1) == 0)
                LogUnreachable(log, why.Message);
            foreach (var mail in lane.Skip(done))
                await outbox.Save(mail.Mail.After(why.Deferred, time.Now()), CancellationToken.None);
            return false;
        }
    }

    private async Task Send(IMailSession session, TakenMail taken)
    {
        var after = await Try(session, taken);
        await outbox.Save(after, CancellationToken.None);
        await Mark(after);
        if (after.State is MailState.Failed)
            LogGivenUp(log, after.Id, after.Tenant, after.Template, after.Attempts, after.LastError ?? $"{after.Reason}");
    }

    // The mail's own state stands first: should the process end in between, the next refusal marks the address.
    private async Task Mark(OutgoingMail after)
    {
        if (after is { State: MailState.Failed, IsOfAddress: true, LastError: { } words } && MailBlocks.IsOfMailbox(words))
            await blocks.Block(MailBlock.Of(after, words, time.Now()), CancellationToken.None);
        else if (after.State is MailState.Sent)
            await blocks.End(after.Tenant, after.To, CancellationToken.None);
    }

    private async Task<OutgoingMail> Try(IMailSession session, TakenMail taken)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await Deliver(session, taken, limit.Token);
        }
        catch (Exception failure) when (failure is not StorageException)
        {
            // Whatever is wrong with one mail is its own: those behind it go on.
            return taken.Mail.After(Delivery.Deferred(Mishap.Of(failure).Detail!, MailReason.NotMade), time.Now());
        }
    }

    // Also the mail as it went: who it went to, and under which subject.
    private async Task<OutgoingMail> Deliver(IMailSession session, TakenMail taken, CancellationToken cancellation)
    {
        var mail = taken.Mail;
        if (mail.IsTooLate(time.Now()))
            return mail.After(Delivery.Refused(mail.LastError, MailReason.TooLate), time.Now());
        if (mail.Template != NoticeMails.Template)
            return await DeliverOwed(session, taken, cancellation);
        var notice = await letters.OfNotices(mail, cancellation);
        if (notice.Letter is not { } letter)
            return mail.Drop(notice.Dropped);
        if (MailBlocks.Holds(mail.Template) && await blocks.Find(mail.Tenant, letter.To, time.Now(), cancellation) is { } block)
            return (mail with { To = letter.To }).Drop(MailReason.AddressBlocked) with { LastError = block.Words };
        var delivery = await session.Send(letter, cancellation);
        return (mail with { To = letter.To, Subject = letter.Text.Subject, Answers = notice.Answers }).After(delivery, time.Now());
    }

    private async Task<OutgoingMail> DeliverOwed(IMailSession session, TakenMail taken, CancellationToken cancellation)
    {
        var mail = taken.Mail;
        if (await Written(taken, cancellation) is not ({ } owed, { } letter))
            return mail.After(Delivery.Refused(null, MailReason.Unreadable), time.Now());
        return await letters.IsOfUse(mail.Tenant, owed, cancellation)
            ? mail.After(await session.Send(letter, cancellation), time.Now()) : mail.Drop(MailReason.LinkEnded);
    }

    private async Task<(OwedMail? Owed, Letter? Letter)> Written(TakenMail taken, CancellationToken cancellation)
    {
        if (taken.Owed is null)
            return default;
        try
        {
            return await letters.Write(taken.Mail.Tenant, taken.Mail.Id, taken.Owed, taken.Mail.QueuedAt, cancellation);
        }
        catch (Exception failure) when (Mishap.Of(failure).Reason is MishapReason.Unreadable)
        {
            return default;
        }
    }

    // Another process may go on with them then.
    private async Task Free(IEnumerable<TakenMail> untried, Duration pause)
    {
        foreach (var mail in untried)
            await outbox.Save(mail.Mail with { NextAt = time.Now() + pause }, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Mails could not be brought away; trying again.")]
    private static partial void LogFailed(ILogger log, Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "The mail server takes no mails ({Words}); they wait in the outbox and are tried again.")]
    private static partial void LogUnreachable(ILogger log, string words);

    [LoggerMessage(Level = LogLevel.Warning, Message =
        "Mail {Id} of tenant {Tenant} ({Template}) is given up after {Attempts} tries: {Words}")]
    private static partial void LogGivenUp(
        ILogger log, Guid id, TenantId tenant, string template, int attempts, string? words);
}
