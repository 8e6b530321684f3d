using System.Collections.Concurrent;
using Helpdesk.Domain.Clocks;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Mail;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpdesk.Grains.Tests.Mail;

public sealed class MailSenderTests
{
    [Fact]
    public async Task A_mail_that_nobody_can_write_or_send_is_tried_again_later_and_those_behind_it_go_on()
    {
        // More than there are lanes: each of the broken ones has a good one behind it.
        var mails = Enumerable.Range(0, 12).Select(place => Mail(place is 0 ? "unwritten" : place is 1 ? "unsent" : "good")).ToList();
        var post = new Post(mails);
        using var sender = new MailSender(
            post, post, post, post, new(post, post, signing: null!), post, post, post, TimeProvider.System,
            NullLogger<MailSender>.Instance);

        await sender.StartAsync(CancellationToken.None);
        await post.AllSaved.WaitAsync(TimeSpan.FromSeconds(30));
        await sender.StopAsync(CancellationToken.None);

        foreach (var mail in mails)
            (post.Saved[mail.Id].State, post.Saved[mail.Id].Attempts).ShouldBe(
                (mail.Template == "good" ? MailState.Sent : MailState.Delayed, 1), mail.Template);
        post.Saved[mails[1].Id].LastError.ShouldNotBeNull().ShouldContain("No such address");
    }

    private static OutgoingMail Mail(string template) => OutgoingMail.Queue(
        TenantId.Platform, Guid.NewGuid(), new(template, "a@b.example", "de", null), "Betreff",
        Instant.FromDateTimeOffset(TimeProvider.System.GetUtcNow()));

    /// <summary>Everything around the sender, in memory.</summary>
    private sealed class Post(IReadOnlyList<OutgoingMail> mails)
        : IOutbox, ILetters, IMailTransport, IMailSession, IHostApplicationLifetime, IPlatformClock, IOwnMailServers, ISeals,
            ITenantDirectory, IMailBlocks
    {
        private readonly TaskCompletionSource allSaved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int taken;

        public ConcurrentDictionary<Guid, OutgoingMail> Saved { get; } = new();

        public Task AllSaved => allSaved.Task;

        public CancellationToken ApplicationStarted => new(canceled: true);

        public CancellationToken ApplicationStopping => CancellationToken.None;

        public CancellationToken ApplicationStopped => CancellationToken.None;

        public ClockState State => ClockState.Right;

        public Duration? Difference => null;

        public Instant? Given => null;

        public Task<IReadOnlyList<TakenMail>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<TakenMail>>(
                Interlocked.Exchange(ref taken, 1) == 0 ? [.. mails.Select(mail => new TakenMail(mail, "{}"))] : []);

        public Task Save(OutgoingMail mail, CancellationToken cancellation)
        {
            Saved[mail.Id] = mail;
            if (Saved.Count == mails.Count)
                allSaved.TrySetResult();
            return Task.CompletedTask;
        }

        public Task<(OwedMail Owed, Letter Letter)> Write(
            TenantId tenant, Guid id, string data, Instant at, CancellationToken cancellation)
        {
            var template = mails.Single(mail => mail.Id == id).Template;
            return template == "unwritten" ? throw new InvalidOperationException("There are no words for it.") : Task.FromResult((
                new OwedMail(template, "a@b.example", "de", null),
                new Letter(id, template, "Musterstadt", "musterstadt.localhost", "a@b.example", new("Betreff", "Text", "de"), at)));
        }

        public Task<NoticeMail> OfNotices(OutgoingMail mail, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> IsOfUse(TenantId tenant, OwedMail owed, CancellationToken cancellation) => Task.FromResult(true);

        public Task<IMailSession> Open(TenantMailServer? own, CancellationToken cancellation) => Task.FromResult<IMailSession>(this);

        public Task<Delivery> Send(Letter letter, CancellationToken cancellation) => letter.Template == "unsent"
            ? throw new InvalidOperationException("No such address can stand in a mail.") : Task.FromResult(Delivery.Accepted);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        public Task Queue(OutgoingMail mail, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<IReadOnlyList<ListedMail>> List(
            TenantId? tenant, IReadOnlyList<MailState> states, MailPlace? after, int limit, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<Error?> Retry(TenantId? tenant, Guid id, Trace trace, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<OwnMailServer?> Load(TenantId tenant, Guid stream, CancellationToken cancellation) =>
            Task.FromResult<OwnMailServer?>(null);

        public Task<AppendOutcome> Append(Append<OwnMailServer, OwnMailServerEvent> append, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task AlignDue(TenantId tenant, Guid stream, OwnMailServer? state, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation) =>
            throw new NotSupportedException();

        public Task<IReadOnlyList<Recorded<OwnMailServerEvent>>> History(
            TenantId tenant, Guid stream, int upTo, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<TenantRecord?> Find(TenantId tenant, CancellationToken cancellation) => Task.FromResult<TenantRecord?>(null);

        public Task<TenantRecord?> FindBySlug(string slug, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<(IReadOnlyList<TenantOverview> Tenants, int Total)> List(
            string? text, string after, int limit, Instant now, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<MailBlock?> Find(TenantId tenant, string address, Instant now, CancellationToken cancellation) =>
            Task.FromResult<MailBlock?>(null);

        public Task Block(MailBlock block, CancellationToken cancellation) => throw new NotSupportedException();

        public Task End(TenantId tenant, string address, CancellationToken cancellation) => Task.CompletedTask;

        public Task<IReadOnlyList<MailBlock>> List(
            TenantId tenant, string? after, int limit, Instant now, CancellationToken cancellation) => throw new NotSupportedException();

        public Task<bool> Clear(TenantId tenant, Guid id, Trace trace, CancellationToken cancellation) => throw new NotSupportedException();

        public byte[] Seal(SealPurpose purpose, byte[] plain) => throw new NotSupportedException();

        public byte[]? Open(SealPurpose purpose, byte[] sealedBytes) => throw new NotSupportedException();

        public void StopApplication() => throw new NotSupportedException();
    }
}
