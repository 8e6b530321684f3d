namespace Helpdesk.Domain.Tests.People;

public sealed class PeopleRulesTests
{
    private static readonly TenantId Town = Some.Tenant();
    private static readonly Instant Now = Some.Moment();
    private static readonly Crew Two = new(Version: 7, Keepers: 2, SeatUse.Unlimited);

    [Theory]
    [InlineData(Role.Customer, new Role[0])]
    [InlineData(Role.Agent, new[] { Role.Customer })]
    [InlineData(Role.Manager, new[] { Role.Customer, Role.Agent })]
    [InlineData(Role.Admin, new[] { Role.Customer, Role.Agent, Role.Manager, Role.Admin })]
    public void Nobody_gives_more_than_they_have(Role own, Role[] given)
    {
        var by = new Member(Town, Some.Account(), own);

        foreach (var role in Enum.GetValues<Role>())
            PeopleRules.Invite(by, Two, null, Some.Invitation(role), Now).IsOk.ShouldBe(given.Contains(role), $"{own} invites {role}");
    }

    [Fact]
    public void An_invitation_takes_no_effect_until_it_is_accepted()
    {
        var invited = PeopleRules.Invite(Admin(), Two, null, Some.Invitation(Role.Agent), Now).Value;
        invited.After.Status.ShouldBe(MembershipStatus.Invited);
        invited.After.Version.ShouldBe(1);
        invited.TouchesStaff.ShouldBeTrue();
        invited.Events.ShouldBe([new MembershipEvent.Granted(invited.After.Account, Role.Agent, MembershipStatus.Invited)]);

        var accepted = PeopleRules.Accept(Two, invited.After, "Erika", Now).Value;
        accepted.After.Status.ShouldBe(MembershipStatus.Active);
        accepted.After.Name.ShouldBe("Erika");
        PeopleRules.Accept(Two, accepted.After, null, Now).Error.ShouldBe(PeopleErrors.NotInvited);
    }

    [Fact]
    public void One_address_is_one_person_but_who_left_may_come_back()
    {
        var present = Here(Role.Agent);
        PeopleRules.Invite(Admin(), Two, present, Some.Invitation(Role.Agent), Now).Error.ShouldBe(PeopleErrors.AlreadyMember);

        var gone = present with { Status = MembershipStatus.Ended };
        var back = PeopleRules.Invite(Admin(), Two, gone, Some.Invitation(Role.Customer), Now).Value;
        back.After.Account.ShouldBe(present.Account);
        back.After.Version.ShouldBe(present.Version + 1);
        back.TouchesStaff.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_promotes_suspends_or_ends_themselves()
    {
        var me = Here(Role.Manager);
        var by = new Member(Town, me.Account, Role.Manager);

        Revise(by, me, new(Role: Role.Admin)).ShouldBe(PeopleErrors.OwnMembership);
        Revise(by, me, new(Role: Role.Agent)).ShouldBe(PeopleErrors.OwnMembership);
        Revise(by, me, new(Status: MembershipStatus.Suspended)).ShouldBe(PeopleErrors.OwnMembership);
        PeopleRules.End(by, Two, me, Now).Error.ShouldBe(PeopleErrors.OwnMembership);
        Revise(by, me, new(Name: "New Name")).ShouldBeNull();
    }

    [Fact]
    public void A_manager_can_neither_touch_nor_make_managers()
    {
        var manager = new Member(Town, Some.Account(), Role.Manager);

        Revise(manager, Here(Role.Agent), new(Status: MembershipStatus.Suspended)).ShouldBeNull();
        Revise(manager, Here(Role.Agent), new(Role: Role.Manager)).ShouldBe(PeopleErrors.RoleNotGrantable.About("/role"));
        Revise(manager, Here(Role.Manager), new(Role: Role.Agent)).ShouldBe(PeopleErrors.RoleNotGrantable);
        Revise(manager, Here(Role.Admin), new(Name: "New Name")).ShouldBe(PeopleErrors.RoleNotGrantable);
    }

    [Fact]
    public void An_agent_corrects_a_customers_name_and_no_more()
    {
        var agent = new Member(Town, Some.Account(), Role.Agent);

        Revise(agent, Here(Role.Customer), new(Name: "New Name")).ShouldBeNull();
        Revise(agent, Here(Role.Customer), new(Status: MembershipStatus.Suspended)).ShouldBe(PeopleErrors.RoleNotGrantable);
        Revise(agent, Here(Role.Agent), new(Name: "New Name")).ShouldBe(PeopleErrors.RoleNotGrantable);
    }

    [Fact]
    public void A_customer_sees_nobody_else()
    {
        var customer = new Member(Town, Some.Account(), Role.Customer);

        Revise(customer, Here(Role.Customer), new(Name: "New Name")).ShouldBe(AccessErrors.NotFound);
        Revise(customer, Here(Role.Customer) with { Account = customer.Account }, new(Name: "New Name")).ShouldBeNull();
    }

    [Fact]
    public void The_last_admin_is_kept()
    {
        var last = Here(Role.Admin);
        var one = new Crew(1, Keepers: 1, SeatUse.Unlimited);

        foreach (var revision in (MembershipRevision[])[new(Role: Role.Agent), new(Status: MembershipStatus.Suspended)])
        {
            PeopleRules.Revise(Admin(), one, last, revision, Now).Error.ShouldBe(PeopleErrors.LastAdmin);
            PeopleRules.Revise(Admin(), Two, last, revision, Now).IsOk.ShouldBeTrue();
        }

        PeopleRules.End(Admin(), one, last, Now).Error.ShouldBe(PeopleErrors.LastAdmin);
        PeopleRules.End(new(last.Tenant, last.Account, Role.Admin), one, last, Now).Error.ShouldBe(
            PeopleErrors.LastAdmin, "there is no other admin to ask");
        PeopleRules.End(Admin(), one, last with { Status = MembershipStatus.Suspended }, Now).IsOk.ShouldBeTrue();
        PeopleRules.End(Admin(), one, Here(Role.Agent), Now).IsOk.ShouldBeTrue();
    }

    [Fact]
    public void What_already_is_is_no_change()
    {
        var agent = Here(Role.Agent);

        var change = PeopleRules.Revise(Admin(), Two, agent, new(agent.Role, agent.Status, agent.Name, agent.Language), Now).Value;

        change.IsNone.ShouldBeTrue();
        change.After.ShouldBe(agent);
    }

    [Fact]
    public void Everything_that_changed_is_told_at_once()
    {
        var agent = Here(Role.Agent);

        var change = PeopleRules.Revise(Admin(), Two, agent, new(Role.Manager, MembershipStatus.Suspended, "New Name", "en"), Now).Value;

        change.After.Version.ShouldBe(agent.Version + 1);
        change.Events.Count.ShouldBe(3);
        change.Events[0].ShouldBe(new MembershipEvent.RoleChanged(agent.Account, Role.Agent, Role.Manager));
        change.Events[1].ShouldBe(new MembershipEvent.Suspended(agent.Account));
        change.Events[2].ShouldBeOfType<MembershipEvent.ProfileChanged>().Fields.ShouldBe(["name", "language"]);
    }

    [Fact]
    public void An_open_invitation_is_not_a_status_to_be_changed() =>
        Revise(Admin(), Here(Role.Agent) with { Status = MembershipStatus.Invited }, new(Status: MembershipStatus.Active)).ShouldBe(
            PeopleErrors.StillInvited);

    [Fact]
    public void Operators_belong_to_the_platform_and_customers_to_municipalities()
    {
        var chief = new Member(TenantId.Platform, Some.Account(), Role.Operator);

        PeopleRules.Invite(chief, Two, null, Some.Invitation(Role.Operator), Now).IsOk.ShouldBeTrue();
        PeopleRules.Invite(chief, Two, null, Some.Invitation(Role.Customer), Now).IsOk.ShouldBeFalse();
        PeopleRules.Invite(Admin(), Two, null, Some.Invitation(Role.Operator), Now).IsOk.ShouldBeFalse();
        Revise(Admin(), Here(Role.Admin), new(Role: Role.Operator)).ShouldNotBeNull();
    }

    private static Error? Revise(Member by, Membership target, MembershipRevision revision) =>
        PeopleRules.Revise(by, Two, target, revision, Now).Refused(out var why, out _) ? why : null;

    private static Member Admin() => new(Town, Some.Account(), Role.Admin);

    private static Membership Here(Role role) => Some.Member(Town, role);
}
