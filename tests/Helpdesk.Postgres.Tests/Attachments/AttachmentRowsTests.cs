using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using NodaTime;

namespace Helpdesk.Postgres.Tests.Attachments;

public sealed class AttachmentRowsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private const long Quota = 1_000;

    private readonly IUploads uploads = postgres.Port<IUploads>();
    private readonly IAttachmentCare care = postgres.Port<IAttachmentCare>();
    private readonly ITicketFiles files = postgres.Port<ITicketFiles>();
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task Two_uploads_at_once_never_both_find_the_last_room()
    {
        var tried = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => uploads.Add(tenant, Upload(100), Quota, null, default)));

        tried.Count(one => one.IsOk).ShouldBe(10);
        tried.Where(one => !one.IsOk).ShouldAllBe(one => one.Error.Is(AttachmentErrors.QuotaExceeded));
        (await uploads.Used(tenant, default)).ShouldBe(1_000);
        (await uploads.Add(tenant, Upload(1_001), Quota, null, default)).IsOk.ShouldBeFalse();
        (await uploads.Used(Some.Tenant(), default)).ShouldBe(0, "another tenant has room of its own");
    }

    [Fact]
    public async Task The_same_upload_comes_once_with_the_content_of_the_first_time()
    {
        var first = Upload(10);
        await uploads.Add(tenant, first, Quota, null, default);

        var again = await uploads.Add(tenant, first with { Blob = Blob() }, Quota, null, default);

        again.Value.Blob.ShouldBe(first.Blob);
        (await uploads.Used(tenant, default)).ShouldBe(10);
        (await uploads.Drop(tenant, first.File.Id, default)).ShouldBeTrue();
        (await uploads.Drop(tenant, first.File.Id, default)).ShouldBeFalse();
        (await uploads.Used(tenant, default)).ShouldBe(0);
    }

    [Fact]
    public async Task An_upload_becomes_a_file_with_the_event_and_of_one_ticket_only()
    {
        var upload = Upload(10);
        await uploads.Add(tenant, upload, Quota, null, default);
        var (one, other) = (new TicketHistory(tenant), new TicketHistory(tenant));
        var attached = new TicketEvent.Attached(upload.File, Visibility.Public, Comment: null);

        await store.Append(one.Next(TicketHistory.Opened(), attached), default);
        var second = await store.Append(other.Next(TicketHistory.Opened(), attached), default);

        second.ShouldBeOfType<AppendOutcome.Stale>();
        (await store.Load(tenant, other.Stream, default)).ShouldBeNull();
        (await uploads.Find(tenant, [upload.File.Id], default)).ShouldBeEmpty();
        var file = (await files.Of(tenant, [one.Stream], includeInternal: false, default)).ShouldHaveSingleItem();
        (file.File, file.Blob, file.Scan).ShouldBe((upload.File, upload.Blob, ScanState.Pending));
        (await files.Find(Some.Tenant(), upload.File.Id, evenGone: true, default)).ShouldBeNull();
        (await uploads.Used(tenant, default)).ShouldBe(10);
    }

    [Fact]
    public async Task A_file_that_goes_gives_its_room_back_and_its_content_is_nobody_s()
    {
        var (kept, gone) = (Upload(10), Upload(20));
        await uploads.Add(tenant, kept, Quota, null, default);
        await uploads.Add(tenant, gone, Quota, null, default);
        var (ticket, said) = (new TicketHistory(tenant), TicketHistory.Said());
        await store.Append(ticket.Next(
            TicketHistory.Opened(), said, new TicketEvent.Attached(gone.File, Visibility.Public, said.Id),
            new TicketEvent.Attached(kept.File, Visibility.Internal, null)), default);
        var unknown = Blob();
        (await care.Orphans([kept.Blob, gone.Blob, unknown], default)).ShouldBe([unknown]);

        await store.Append(ticket.Next(new TicketEvent.CommentWithdrawn(said.Id, Visibility.Public, null)), default);

        (await uploads.Used(tenant, default)).ShouldBe(10);
        (await care.Orphans([kept.Blob, gone.Blob], default)).ShouldBe([gone.Blob]);
        (await files.Of(tenant, [ticket.Stream], includeInternal: false, default)).ShouldBeEmpty();
        (await files.Of(tenant, [ticket.Stream], includeInternal: true, default)).ShouldHaveSingleItem().File.ShouldBe(kept.File);
        ticket.State!.Files.ShouldHaveSingleItem().Id.ShouldBe(kept.File.Id);
    }

    [Fact]
    public async Task A_scan_finds_its_file_wherever_it_is_by_then_and_nobody_takes_it_twice()
    {
        var upload = Upload(10);
        await uploads.Add(tenant, upload, Quota, null, default);
        var owed = (await Take()).ShouldHaveSingleItem();
        (owed.Blob, owed.Attempts).ShouldBe((upload.Blob, 0));
        (await Take()).ShouldBeEmpty();

        await care.Postpone(owed, Duration.Zero, default);
        (await Take()).ShouldHaveSingleItem().Attempts.ShouldBe(1);
        var ticket = new TicketHistory(tenant);
        await store.Append(
            ticket.Next(TicketHistory.Opened(), new TicketEvent.Attached(upload.File, Visibility.Public, null)), default);
        await care.Scanned(owed, ScanState.Infected, "Eicar", default);

        var file = (await files.Find(tenant, upload.File.Id, evenGone: false, default))!;
        (file.Scan, file.Finding).ShouldBe((ScanState.Infected, "Eicar"));

        async Task<List<OwedScan>> Take() =>
            [.. (await care.TakeScans(Duration.FromMinutes(1), 1_000, default)).Where(one => one.Tenant == tenant)];
    }

    [Fact]
    public async Task An_upload_that_nobody_attached_is_forgotten_and_its_room_given_back()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var (old, young) = (Upload(10) with { ExpiresAt = now - Duration.FromMinutes(61) }, Upload(20));
        await uploads.Add(tenant, old, Quota, null, default);
        await uploads.Add(tenant, young, Quota, null, default);

        (await care.DropExpired(100, default)).ShouldBe(1);

        (await uploads.Find(tenant, [old.File.Id, young.File.Id], default)).ShouldHaveSingleItem().File.Id.ShouldBe(young.File.Id);
        (await uploads.Used(tenant, default)).ShouldBe(20);
    }

    [Fact]
    public async Task A_file_in_parts_has_its_room_from_the_beginning_and_hands_it_on_when_it_is_whole()
    {
        var sessions = postgres.Port<IUploadSessions>();
        var session = Session(900);
        (await sessions.Open(tenant, session, Quota, default)).Value.ShouldBe(session);
        (await sessions.Open(tenant, Session(101), Quota, default)).Refusal.ShouldBe(AttachmentErrors.QuotaExceeded);

        var parts = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => sessions.Add(tenant, session.Id, new(0, 900, Blob()), default)));
        parts.Count(added => added).ShouldBe(1, "of parts that come at once one is first");
        var upload = Upload(900);
        await uploads.Add(tenant, upload with { File = upload.File with { Id = session.Id } }, Quota, session.Id, default);

        (await uploads.Used(tenant, default)).ShouldBe(900);
        (await sessions.Find(tenant, session.Id, default)).ShouldBeNull();
        (await sessions.Drop(tenant, session.Id, default)).Count.ShouldBe(1);
        (await uploads.Used(tenant, default)).ShouldBe(900);
    }

    [Fact]
    public async Task A_file_that_never_came_whole_is_forgotten_and_its_parts_are_nobody_s()
    {
        var sessions = postgres.Port<IUploadSessions>();
        var old = Session(10) with { ExpiresAt = SystemClock.Instance.GetCurrentInstant() - Duration.FromMinutes(61) };
        await sessions.Open(tenant, old, Quota, default);
        var part = new UploadPart(0, 4, Blob());
        await sessions.Add(tenant, old.Id, part, default);
        (await care.Orphans([part.Blob], default)).ShouldBeEmpty();

        await care.DropExpired(100, default);

        (await sessions.Find(tenant, old.Id, default)).ShouldBeNull();
        (await care.Orphans([part.Blob], default)).ShouldBe([part.Blob]);
        (await uploads.Used(tenant, default)).ShouldBe(0);
    }

    private static UploadSession Session(long size)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return new(Guid.CreateVersion7(), Some.Account(), "a.pdf", size, null, 0, now, now + AttachmentLimits.Waits);
    }

    [Fact]
    public async Task A_folder_is_random_and_a_tenant_s_own()
    {
        var folder = await uploads.FolderOf(tenant, default);

        (await postgres.Port<IUploads>().FolderOf(tenant, default)).ShouldBe(folder);
        (await uploads.FolderOf(Some.Tenant(), default)).ShouldNotBe(folder);
        folder.ShouldNotContain(tenant.Value.ToString("N"));
    }

    private static Upload Upload(long size)
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        return new(
            new(Guid.CreateVersion7(), "a.pdf", "application/pdf", size, new string('a', 64)), Some.Account(), Blob(), ScanState.Pending,
            now, now + AttachmentLimits.Waits);
    }

    private static string Blob() => BlobNames.Of(Guid.NewGuid().ToString("N"), Guid.NewGuid().ToString("N"));
}
