using Helpdesk.Domain.Mail;
using Helpdesk.Grains.Mail;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Grains.Tests.Mail;

/// <summary>Connection, greeting and login together have twenty seconds.</summary>
public sealed class MailTransportsTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task A_server_that_drips_cannot_be_reached_after_twenty_seconds()
    {
        var opening = new Dripping().OpenInTime(null, time, CancellationToken.None);

        time.Advance(TimeSpan.FromSeconds(20) - TimeSpan.FromMilliseconds(1));
        opening.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromMilliseconds(1));

        var why = await Should.ThrowAsync<MailServerException>(() => opening.WaitAsync(TimeSpan.FromSeconds(10)));
        (why.Reason, why.Words).ShouldBe((MailReason.ServerSlow, null));
        var mail = OutgoingMail.Queue(
            TenantId.Platform, Guid.NewGuid(), new("test", "a@b.example", "de", null), "Betreff", Some.Moment());
        var after = mail.After(why.Deferred, mail.QueuedAt);
        (after.State, after.Reason, after.LastError).ShouldBe((MailState.Delayed, MailReason.ServerSlow, null));
    }

    [Fact]
    public async Task Whoever_has_to_stop_stops_and_says_nothing_about_the_server()
    {
        using var stopping = new CancellationTokenSource();
        var opening = new Dripping().OpenInTime(null, time, stopping.Token);

        await stopping.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(() => opening.WaitAsync(TimeSpan.FromSeconds(10)));
    }

    /// <summary>Always about to let us in.</summary>
    private sealed class Dripping : IMailTransport
    {
        public async Task<IMailSession> Open(TenantMailServer? own, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellation);
            throw new InvalidOperationException("It never does.");
        }
    }
}
