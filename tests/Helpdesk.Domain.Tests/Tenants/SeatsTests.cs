namespace Helpdesk.Domain.Tests.Tenants;

public sealed class SeatsTests
{
    private static readonly TenantId Town = Some.Tenant();
    private static readonly Member Admin = new(Town, Some.Account(), Role.Admin);
    private static readonly Instant Now = Some.Moment();

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.Manager)]
    [InlineData(Role.Admin)]
    public void The_last_seat_is_given_and_the_next_refused(Role role)
    {
        PeopleRules.Invite(Admin, With(licensed: 3, used: 2), null, Person(role), Now).IsOk.ShouldBeTrue();
        PeopleRules.Invite(Admin, With(licensed: 3, used: 3), null, Person(role), Now).Error.Code.ShouldBe("seat-limit");
    }

    [Fact]
    public void Customers_need_no_seat()
    {
        PeopleRules.Invite(Admin, With(licensed: 0, used: 9), null, Person(Role.Customer), Now).IsOk.ShouldBeTrue();
        PeopleRules.Register(Town, null, Person(Role.Customer), Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void A_customer_who_becomes_an_agent_needs_one()
    {
        var customer = Here(Role.Customer, MembershipStatus.Active);

        Revise(customer, new(Role: Role.Agent), With(licensed: 3, used: 3)).Error.Code.ShouldBe("seat-limit");
        Revise(customer, new(Role: Role.Agent), With(licensed: 3, used: 2)).IsOk.ShouldBeTrue();
        Revise(customer, new(Name: "New Name"), With(licensed: 3, used: 3)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Whoever_comes_back_from_suspension_needs_a_free_one()
    {
        var suspended = Here(Role.Agent, MembershipStatus.Suspended);

        Revise(suspended, new(Status: MembershipStatus.Active), With(licensed: 3, used: 3)).Error.Code.ShouldBe("seat-limit");
        Revise(suspended, new(Status: MembershipStatus.Active), With(licensed: 3, used: 2)).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void Fewer_seats_than_people_lock_nobody_out()
    {
        var agent = Here(Role.Agent, MembershipStatus.Active);
        var over = With(licensed: 1, used: 5, held: true);

        Revise(agent, new(Role: Role.Manager), over).IsOk.ShouldBeTrue();
        Revise(agent, new(Status: MembershipStatus.Suspended), over).IsOk.ShouldBeTrue();
        PeopleRules.End(Admin, over, agent, Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void An_invitation_keeps_its_seat_for_whoever_accepts_it_in_time()
    {
        var invited = Here(Role.Agent, MembershipStatus.Invited);

        PeopleRules.Accept(With(licensed: 3, used: 3, held: true), invited, null, Now).IsOk.ShouldBeTrue();
        PeopleRules.Accept(With(licensed: 3, used: 3, held: false), invited, null, Now).Error.Code.ShouldBe("seat-limit");
    }

    [Fact]
    public void Sending_an_invitation_again_takes_a_seat_again_when_it_held_none_any_more()
    {
        var invited = Here(Role.Agent, MembershipStatus.Invited);

        PeopleRules.Remind(Admin, With(licensed: 3, used: 3, held: true), invited, Now).IsOk.ShouldBeTrue();
        PeopleRules.Remind(Admin, With(licensed: 3, used: 3, held: false), invited, Now).Error.Code.ShouldBe("seat-limit");
    }

    [Theory]
    [InlineData(10, 6, null)]
    [InlineData(10, 7, 80)]
    [InlineData(10, 8, null)]
    [InlineData(10, 9, 100)]
    [InlineData(1, 0, 100)]
    [InlineData(6, 4, 80)]
    public void Each_mark_is_warned_of_once_when_it_is_reached(int licensed, int used, int? percent)
    {
        var change = PeopleRules.Invite(Admin, With(licensed, used), null, Person(Role.Agent), Now).Value;

        change.SeatWarning.ShouldBe(percent is { } reached ? new SeatEvent.Warned(reached, used + 1, licensed) : null);
    }

    private static Crew With(int licensed, int used, bool held = false) => new(1, Keepers: 2, new(licensed, used, held));

    private static Result<PeopleChange> Revise(Membership target, MembershipRevision revision, Crew people) =>
        PeopleRules.Revise(Admin, people, target, revision, Now);

    private static Invitation Person(Role role) =>
        new(Some.Account(), EmailAddress.Parse(Some.Email()).Value, "Erika Mustermann", "de", role);

    private static Membership Here(Role role, MembershipStatus status) =>
        new()
        {
            Tenant = Town,
            Account = Some.Account(),
            Home = Town,
            Role = role,
            Status = status,
            Email = EmailAddress.Parse(Some.Email()).Value,
            Name = "Max Muster",
            Language = "de",
            Version = 3,
            CreatedAt = Now,
            UpdatedAt = Now,
        };
}
