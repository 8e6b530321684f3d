using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.SignIn;

/// <summary>A link dies with its reason, and says what whoever followed it can do.</summary>
public sealed class LinkRulesTests
{
    private static readonly Instant Now = Some.Moment();

    [Theory]
    [InlineData(LinkPurpose.ResetPassword, MembershipStatus.Active, null)]
    [InlineData(LinkPurpose.ResetPassword, MembershipStatus.Suspended, "link-void")]
    [InlineData(LinkPurpose.ResetPassword, MembershipStatus.Ended, "link-void")]
    [InlineData(LinkPurpose.ResetPassword, MembershipStatus.Invited, "link-void")]
    [InlineData(LinkPurpose.AcceptInvitation, MembershipStatus.Invited, null)]
    [InlineData(LinkPurpose.AcceptInvitation, MembershipStatus.Active, "invitation-accepted")]
    [InlineData(LinkPurpose.AcceptInvitation, MembershipStatus.Suspended, "link-void")]
    [InlineData(LinkPurpose.AcceptInvitation, MembershipStatus.Ended, "link-void")]
    [InlineData(LinkPurpose.ConfirmEmail, MembershipStatus.Active, null)]
    [InlineData(LinkPurpose.ConfirmEmail, MembershipStatus.Suspended, "link-void")]
    [InlineData(LinkPurpose.ConfirmEmail, MembershipStatus.Ended, "link-void")]
    [InlineData(LinkPurpose.ConfirmRegistration, null, null)]
    public void What_has_become_of_the_person_decides(LinkPurpose purpose, MembershipStatus? status, string? refused) =>
        Code(Sent(purpose) with { Here = status, AtHome = status }).ShouldBe(refused);

    [Fact]
    public void Suspended_at_home_is_suspended_wherever_the_link_was_asked_for() =>
        Code(Sent(LinkPurpose.ResetPassword) with { AtHome = MembershipStatus.Suspended }).ShouldBe("link-void");

    [Fact]
    public void Used_over_or_sent_before_the_last_change_it_is_void()
    {
        var link = Sent(LinkPurpose.ResetPassword);

        Code(link with { UsedAt = Now }).ShouldBe("link-void");
        Code(link with { ExpiresAt = Now }).ShouldBe("link-void");
        Code(link with { ExpiresAt = Now + Duration.Epsilon }).ShouldBeNull();
        Code(link with { ValidFrom = link.SentAt + Duration.Epsilon }).ShouldBe("link-void");
        Code(link with { ValidFrom = link.SentAt }).ShouldBeNull();
        Code(link with { IsOfPresentAddress = false }).ShouldBe("link-void");
        Code(Sent(LinkPurpose.ConfirmEmail) with { IsOfPresentAddress = false }).ShouldBeNull("it is for an address to come");
        Code(null).ShouldBe("link-void");
    }

    [Fact]
    public void Where_a_newer_mail_is_the_way_on_the_answer_says_when_it_was_sent()
    {
        var newer = Now - Duration.FromMinutes(3);
        var old = Sent(LinkPurpose.AcceptInvitation) with { Here = MembershipStatus.Invited, ExpiresAt = Now, NewerSentAt = newer };

        LinkRules.Refusal(old, Now)!.Message.ShouldContain(newer.ToString());
        Code(old).ShouldBe("link-replaced");
        Code(old with { ExpiresAt = Now + Duration.FromDays(1) }).ShouldBeNull("both are good until one is used");
        Code(old with { NewerSentAt = old.SentAt }).ShouldBe("link-void", "it is this one");
    }

    private static string? Code(SentLink? link) => LinkRules.Refusal(link, Now)?.Code;

    private static SentLink Sent(LinkPurpose purpose) => new()
    {
        Purpose = purpose,
        SentAt = Now - Duration.FromMinutes(10),
        ExpiresAt = Now + Duration.FromMinutes(50),
        UsedAt = null,
        ValidFrom = Instant.MinValue,
        NewerSentAt = null,
        Here = MembershipStatus.Active,
        AtHome = MembershipStatus.Active,
        IsOfPresentAddress = true,
    };
}
