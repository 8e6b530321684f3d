using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.Tickets;
using NodaTime;

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketFilesTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 12, 0);

    [Fact]
    public void A_customer_is_shown_the_public_files_and_learns_of_no_other()
    {
        var (open, hidden) = (new TicketFile(Guid.NewGuid(), null, Visibility.Public, null, Now),
            new TicketFile(Guid.NewGuid(), null, Visibility.Internal, null, Now));
        var ticket = Ticket() with { Files = [open, hidden] };

        TicketDisclosure.To(Member(Role.Customer, ticket.Requester), ticket).Files.ShouldBe([open]);
        TicketDisclosure.To(Member(Role.Agent, Some.Account()), ticket).Files.ShouldBe([open, hidden]);
        TicketDisclosure.ShowsCustomers(new TicketEvent.Attached(File(), Visibility.Internal, null)).ShouldBeFalse();
        TicketDisclosure.ShowsCustomers(new TicketEvent.AttachmentRemoved(Guid.NewGuid(), "a", Visibility.Internal, null)).ShouldBeFalse();
    }

    [Fact]
    public void Files_belong_to_the_comment_that_they_came_with_and_have_its_visibility()
    {
        var (ticket, upload) = (Ticket(), Upload(Some.Account()));
        var said = new TicketEvent.Commented(Guid.NewGuid(), "Intern", Visibility.Internal, FromStaff: true);

        var decided = TicketFiles.With(said, ticket, [upload.File.Id], [upload], Member(Role.Agent, upload.By), Now);

        decided.Events.ShouldBe([said, new TicketEvent.Attached(upload.File, Visibility.Internal, said.Id)]);
    }

    [Fact]
    public void An_upload_is_attached_by_whoever_sent_it_and_before_it_expires()
    {
        var upload = Upload(Some.Account());
        Fault(upload, Member(Role.Agent, upload.By), Now).ShouldBeNull();
        Fault(upload, Member(Role.Agent, Some.Account()), Now).ShouldBe("unknown-upload");
        Fault(upload, Member(Role.Agent, upload.By), upload.ExpiresAt).ShouldBe("unknown-upload");
        TicketFiles.Refusal(null, Enumerable.Repeat(upload.File.Id, 21).ToList(), [upload], Member(Role.Agent, upload.By), Now)!
            .Fields.ShouldHaveSingleItem().Code.ShouldBe("too-many");
        var full = Ticket() with
        {
            Files = [.. Enumerable.Range(0, AttachmentLimits.OfTicket).Select(_ => new TicketFile(Guid.NewGuid(), null, Visibility.Public,
                null, Now))],
        };
        TicketFiles.Refusal(full, [upload.File.Id], [upload], Member(Role.Agent, upload.By), Now).ShouldBe(AttachmentErrors.TooMany);

        static string? Fault(Upload upload, Member member, Instant at) =>
            TicketFiles.Refusal(null, [upload.File.Id], [upload], member, at)?.Fields[0].Code;
    }

    [Fact]
    public void A_file_goes_at_its_author_s_wish_for_ten_minutes_and_then_at_an_admin_s_with_a_reason()
    {
        var author = Some.Account();
        var file = new TicketFile(Guid.NewGuid(), null, Visibility.Public, author, Now);
        var ticket = Ticket() with { Files = [file], Requester = author };
        var (customer, admin) = (Member(Role.Customer, author), Member(Role.Admin, Some.Account()));
        var late = Now + AttachmentLimits.ForAuthor;

        Remove(customer, late - Duration.Epsilon, null).Events.ShouldHaveSingleItem();
        Remove(customer, late, null).Refusal.ShouldBe(AttachmentErrors.RemoveTooLate);
        Remove(Member(Role.Agent, Some.Account()), Now, null).Refusal.ShouldBe(AccessErrors.AdminOnly);
        Remove(admin, Now, null).Refusal!.Kind.ShouldBe(ErrorKind.Invalid);
        Remove(admin, late, "Daten Dritter").Events.ShouldBe(
            [new TicketEvent.AttachmentRemoved(file.Id, "a.pdf", Visibility.Public, "Daten Dritter")]);

        Helpdesk.Domain.Feed.Decision<TicketEvent> Remove(Member member, Instant at, string? reason) =>
            TicketFiles.Remove(ticket, file.Id, "a.pdf", reason, member, at);
    }

    private static Ticket Ticket() => Domain.Tickets.Ticket.Apply(null, new(1, Now, Some.Account(), TicketHistory.Opened()));

    private static Member Member(Role role, AccountId account) => new(Some.Tenant(), account, role);

    private static FileFacts File() => new(Guid.NewGuid(), "a.pdf", "application/pdf", 10, "00");

    private static Upload Upload(AccountId by) => new(File(), by, "b", ScanState.Clean, Now, Now + AttachmentLimits.Waits);
}
