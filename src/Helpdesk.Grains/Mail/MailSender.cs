using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Mail;
using Helpdesk.Grains.Hosting;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Grains.Mail;

/// <summary>
/// Brings away what the outbox holds, in any number of processes. A mail that was accepted while the process or the database ended is sent
/// once more, with the same Message-ID: rather twice than never.
/// </summary>
internal sealed partial class MailSender(
    IOutbox outbox, ILetters letters, IMailTransport transport, IHostApplicationLifetime lifetime, IPlatformClock clock, TimeProvider time,
    ILogger<MailSender> log) : BackgroundService
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

    /// <returns><c>false</c>: the mail server cannot be reached.</returns>
    private async Task<bool> SendAll(IReadOnlyList<TakenMail> taken, long asked, CancellationToken stopping)
    {
        var lanes = taken.Select((mail, place) => (mail, place)).GroupBy(one => one.place % Lanes, one => one.mail).ToList();
        var reached = await Task.WhenAll(lanes.Select(lane => SendLane([.. lane], asked, stopping)));
        return reached.All(isReached => isReached);
    }

    private async Task<bool> SendLane(IReadOnlyList<TakenMail> lane, long asked, CancellationToken stopping)
    {
        var done = 0;
        try
        {
            await using var session = await transport.Open(stopping);
            Volatile.Write(ref unreachable, 0);
            // What is being sent when the process ends is sent to its end: cut off, nobody would know whether it was accepted.
            for (; done < lane.Count && !stopping.IsCancellationRequested && time.GetElapsedTime(asked) < Begins; done++)
                await Send(session, lane[done]);
            await Free(lane.Skip(done));
            return true;
        }
        catch (MailServerException why)
        {
            // Once for all that wait for it, until it is reached again.
            if (Interlocked.Exchange(ref unreachable, 1) == 0)
                LogUnreachable(log, why.Message);
            foreach (var mail in lane.Skip(done))
                await outbox.Save(mail.Mail.After(Delivery.Deferred(why.Message), time.Now()), CancellationToken.None);
            return false;
        }
    }

    private async Task Send(IMailSession session, TakenMail taken)
    {
        var after = taken.Mail.After(await Try(session, taken), time.Now());
        await outbox.Save(after, CancellationToken.None);
        if (after.State is MailState.Failed)
            LogGivenUp(log, after.Id, after.Tenant, after.Template, after.Attempts, after.LastError);
    }

    private async Task<Delivery> Try(IMailSession session, TakenMail taken)
    {
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            return await Deliver(session, taken, limit.Token);
        }
        catch (Exception failure) when (failure is not StorageException)
        {
            // Whatever is wrong with one mail is its own: those behind it go on.
            return Delivery.Deferred(Mishap.Of(failure).Detail!);
        }
    }

    private async Task<Delivery> Deliver(IMailSession session, TakenMail taken, CancellationToken cancellation)
    {
        if (taken.Mail.IsTooLate(time.Now()))
            return Delivery.Refused(taken.Mail.LastError ?? "It would come too late.");
        if (await Written(taken, cancellation) is not ({ } owed, { } letter))
            return Delivery.Refused("What was owed is not there any more, or cannot be read.");
        return await letters.IsOfUse(taken.Mail.Tenant, owed, cancellation) ? await session.Send(letter, cancellation)
            : Delivery.Refused("Its link is no good any more.");
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

    // Another process may go on with them at once.
    private async Task Free(IEnumerable<TakenMail> untried)
    {
        foreach (var mail in untried)
            await outbox.Save(mail.Mail with { NextAt = time.Now() }, CancellationToken.None);
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
