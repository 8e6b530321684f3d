using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

public sealed class MailBlocksTests
{
    [Theory]
    [InlineData("550 5.1.1 No such user here", true)]
    [InlineData("550 No such mailbox", true)]
    [InlineData("551 User not local", true)]
    [InlineData("553 5.1.3 Bad address syntax", true)]
    [InlineData("550 5.1.10 Recipient not found", true)]
    [InlineData("554 5.2.1 Mailbox disabled", true)]
    [InlineData("550 5.7.1 Relaying denied", false)]
    [InlineData("550 Relay access denied", false)]
    [InlineData("550 Blocked by spam policy", false)]
    [InlineData("552 5.2.2 Mailbox full", false)]
    [InlineData("554 Transaction failed", false)]
    [InlineData("450 4.1.1 No such user, try later", false)]
    [InlineData("", false)]
    [InlineData(null, false)]
    public void Only_a_mailbox_that_is_not_there_marks_its_address(string? words, bool isOfMailbox) =>
        MailBlocks.IsOfMailbox(words).ShouldBe(isOfMailbox);

    [Fact]
    public void It_lasts_60_days_and_holds_what_people_are_told_not_what_they_asked_for()
    {
        var now = Instant.FromUtc(2026, 12, 1, 8, 0);
        var mail = OutgoingMail.Queue(TenantId.Platform, Guid.NewGuid(), new("notices", "Erika@B.example", "de", null), "S", now);

        var block = MailBlock.Of(mail, "550 gone", now);

        (block.Address, block.Words, block.Until - now).ShouldBe(("erika@b.example", "550 gone", Duration.FromDays(60)));
        MailBlock.Of(mail with { To = "erika@b.example" }, "x", now).Id.ShouldBe(block.Id);
        (MailBlocks.Holds("notices"), MailBlocks.Holds("reset_password")).ShouldBe((true, false));
    }

    [Fact]
    public void Mails_that_waited_for_one_server_do_not_come_back_all_at_once()
    {
        var now = Instant.FromUtc(2026, 12, 1, 8, 0);
        var next = Enumerable.Range(0, 50).Select(
            _ => MailRetries.Next(5, now, now + Duration.FromHours(72), Guid.NewGuid())!.Value).ToList();

        next.Distinct().Count().ShouldBeGreaterThan(10);
        next.ShouldAllBe(at => at - now >= Duration.FromMinutes(12) && at - now <= Duration.FromMinutes(16));
    }
}
