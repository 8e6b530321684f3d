using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.Tests.People;

/// <summary>
/// The citizen at the counter: known by address, without a login, until somebody invites them or they come by themselves.
/// </summary>
public sealed class ContactRulesTests
{
    private static readonly TenantId Town = Some.Tenant();
    private static readonly Instant Now = Some.Moment();
    private static readonly Crew Full = new(Version: 7, Keepers: 2, new SeatUse(Licensed: 1, Used: 1, HeldByTarget: false));
    private static readonly Member Agent = new(Town, Some.Account(), Role.Agent);

    [Fact]
    public void Nobody_yet_becomes_a_contact_who_takes_no_seat_and_gets_no_mail()
    {
        var noted = ContactRules.Note(Agent, null, Person(), Now).Value;

        (noted.After.Status, noted.After.Role, noted.TouchesStaff).ShouldBe((MembershipStatus.Contact, Role.Customer, false));
        noted.After.InvitationExpiresAt.ShouldBeNull();
        SignInMails.ForgottenPassword(new(noted.After, MembershipStatus.Contact, null, false)).ShouldBeNull();
        new SignInCandidate(noted.After, MembershipStatus.Contact, null, false).IsActive.ShouldBeFalse();
    }

    [Theory]
    [InlineData(MembershipStatus.Active, null)]
    [InlineData(MembershipStatus.Invited, null)]
    [InlineData(MembershipStatus.Contact, null)]
    [InlineData(MembershipStatus.Suspended, "unknown-member")]
    [InlineData(MembershipStatus.Ended, "unknown-member")]
    public void Whoever_has_the_address_is_who_asks_unless_suspended_or_gone(MembershipStatus status, string? refused)
    {
        var known = Contact() with { Status = status };

        var noted = ContactRules.Note(Agent, known, Person(), Now);

        (noted.Refused(out var why, out var change) ? why.Fields.Single().Code : null).ShouldBe(refused);
        (refused is not null || change is { IsNone: true, After.Account: var who } && who == known.Account).ShouldBeTrue();
    }

    [Fact]
    public void Customers_note_nobody() =>
        ContactRules.Note(Agent with { Role = Role.Customer }, null, Person(), Now).Error.ShouldBe(AccessErrors.StaffOnly);

    [Fact]
    public void A_contact_is_invited_registers_or_is_imported_like_somebody_new_and_stays_the_same_person()
    {
        var (contact, admin) = (Contact(), Agent with { Role = Role.Admin });

        var invited = PeopleRules.Invite(admin, Full, contact, Person(), Now).Value.After;
        (invited.Account, invited.Status).ShouldBe((contact.Account, MembershipStatus.Invited));
        var asked = PeopleRules.Remind(admin, Full, contact, Now).Value.After;
        (asked.Account, asked.Status).ShouldBe((contact.Account, MembershipStatus.Invited));
        var registered = PeopleRules.Register(Town, contact, Person(), Now).Value.After;
        (registered.Account, registered.Status).ShouldBe((contact.Account, MembershipStatus.Active));
        SignInMails.Registration(new(contact, MembershipStatus.Contact, null, false), contact.Email, "x", "de").Link.ShouldBe(
            LinkPurpose.ConfirmRegistration);
    }

    [Fact]
    public void Without_a_login_a_contact_has_neither_a_role_nor_a_status_to_be_changed()
    {
        var admin = Agent with { Role = Role.Admin };

        Revise(new(Status: MembershipStatus.Active)).ShouldBe("only-contact");
        Revise(new(Status: MembershipStatus.Suspended)).ShouldBe("only-contact");
        Revise(new(Role: Role.Agent)).ShouldBe("only-contact");
        Revise(new(Name: "Neuer Name")).ShouldBeNull();
        PeopleRules.End(admin, Full, Contact(), Now).IsOk.ShouldBeTrue();
        PeopleRules.Revise(admin, Full, Contact() with { Status = MembershipStatus.Active }, new(Status: MembershipStatus.Invited), Now)
            .Error.Fields.Single().Code.ShouldBe("not-settable", "an invitation is sent, not set");

        string? Revise(MembershipRevision revision) =>
            PeopleRules.Revise(admin, Full, Contact(), revision, Now).Refused(out var why, out _) ? why.Code : null;
    }

    private static Membership Contact() => ContactRules.Note(Agent, null, Person(), Now).Value.After;

    private static Invitation Person() =>
        new(Some.Account(), EmailAddress.Parse(Some.Email()).Value, "Erika Mustermann", "de", Role.Customer);
}
