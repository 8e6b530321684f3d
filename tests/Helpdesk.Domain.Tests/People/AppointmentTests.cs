namespace Helpdesk.Domain.Tests.People;

public sealed class AppointmentTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 21, 8, 0);

    private readonly Invitation person = new(
        new(Guid.NewGuid()), EmailAddress.Parse(Some.Email()).Value, "Bernd Betrieb", "de", Role.Customer);

    [Fact]
    public void The_first_operator_is_invited_and_has_no_password_yet()
    {
        var appointed = PeopleRules.Appoint(People(keepers: 0), known: null, person, ownsDatabase: false, Now).Value;

        (appointed.After.Tenant, appointed.After.Role, appointed.After.Status).ShouldBe(
            (TenantId.Platform, Role.Operator, MembershipStatus.Invited));
    }

    [Fact]
    public void Where_there_is_an_operator_only_the_owner_of_the_database_makes_another()
    {
        PeopleRules.Appoint(People(keepers: 1), null, person, ownsDatabase: false, Now).Error.ShouldBe(PeopleErrors.HasOperator);
        PeopleRules.Appoint(People(keepers: 1), null, person, ownsDatabase: true, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_invitation_that_was_not_taken_up_is_renewed()
    {
        var invited = PeopleRules.Appoint(People(keepers: 0), null, person, ownsDatabase: false, Now).Value.After;

        var again = PeopleRules.Appoint(People(keepers: 0), invited, person
            with
        { Name = "Berta Betrieb" }, ownsDatabase: false, Now).Value;

        (again.After.Account, again.After.Name, again.After.Status, again.After.Version).ShouldBe(
            (invited.Account, "Berta Betrieb", MembershipStatus.Invited, invited.Version + 1));
    }

    [Fact]
    public void A_member_stays_what_they_are()
    {
        var member = PeopleRules.Enrol(TenantId.Platform, null, person with { Role = Role.Agent }, Now).Value.After;

        PeopleRules.Appoint(People(keepers: 0), member, person, ownsDatabase: true, Now).Error.ShouldBe(PeopleErrors.AlreadyMember);
    }

    private static Crew People(int keepers) => new(Version: 1, keepers, SeatUse.Unlimited);
}
