using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.Mail;

public sealed class MailRestTests
{
    private static readonly Instant Start = Instant.FromUtc(2026, 11, 18, 8, 0);

    [Theory]
    [InlineData(TenantStatus.Active, false)]
    [InlineData(TenantStatus.Suspended, true)]
    [InlineData(TenantStatus.Deleted, true)]
    public void Mails_rest_while_their_municipality_does(TenantStatus status, bool rests) => MailRest.Holds(new()
    {
        Slug = "musterstadt",
        Name = "Musterstadt",
        NumberPrefix = "MUST",
        Settings = new(),
        CreatedAt = Start,
        Status = status,
    }).ShouldBe(rests);

    [Fact]
    public void Mails_of_the_platform_do_not_rest() => MailRest.Holds(null).ShouldBeFalse();

    [Fact]
    public void A_mail_waits_without_using_up_a_try_and_is_given_up_when_its_time_is_over()
    {
        var mail = OutgoingMail.Queue(
            TenantId.Platform, Guid.NewGuid(), new("notices", "a@b.example", "de", null, "MUST-000001"), "Betreff", Start);

        MailRest.After(mail, Start + Duration.FromHours(72)).ShouldBe(
            mail with { NextAt = Start + Duration.FromHours(72) + Duration.FromMinutes(5), Reason = MailReason.TenantRests });
        MailRest.After(mail, Start + Duration.FromHours(72) + Duration.FromSeconds(1)).ShouldBe(mail with
        {
            State = MailState.Dropped,
            NextAt = null,
            Reason = MailReason.TenantRests,
        });
    }

    [Fact]
    public void What_is_to_be_told_waits_for_as_long_as_a_mail_of_it_would_live()
    {
        MailRest.NextLook(Start, Start + Duration.FromHours(72)).ShouldBe(
            Start + Duration.FromHours(72) + Duration.FromMinutes(5));
        MailRest.NextLook(Start, Start + Duration.FromHours(72) + Duration.FromSeconds(1)).ShouldBeNull();
    }
}
