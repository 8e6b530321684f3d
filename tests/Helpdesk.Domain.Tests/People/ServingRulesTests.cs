namespace Helpdesk.Domain.Tests.People;

/// <summary>Nobody appoints himself, and what a municipality set decides over every way in.</summary>
public sealed class ServingRulesTests
{
    private static readonly TenantId Town = Some.Tenant();
    private static readonly Instant Now = Some.Moment();
    private static readonly Member Chief = new(Town, Some.Account(), Role.Operator);
    private static readonly Membership AtHome = Some.Member(TenantId.Platform, Role.Agent);

    private static readonly Crew Led = new(Version: 7, Keepers: 2, SeatUse.Unlimited)
    {
        Consent = new(ProviderAccess.Allowed, IsAgreed: false, NamesOperator: false),
    };

    [Theory]
    [InlineData(ProviderAccess.Allowed, false, null)]
    [InlineData(ProviderAccess.OnRequest, false, "provider-access-required")]
    [InlineData(ProviderAccess.OnRequest, true, null)]
    [InlineData(ProviderAccess.Never, false, "provider-access-refused")]
    [InlineData(ProviderAccess.Never, true, "provider-access-refused")]
    public void What_the_municipality_set_decides_over_each_appointment(ProviderAccess setting, bool isAgreed, string? refused)
    {
        var people = Allowing(setting, isAgreed);
        var serving = Serving(Role.Agent);

        Code(ServingRules.Serve(Chief, people, null, AtHome, Role.Agent, Now)).ShouldBe(refused, "comes");
        Code(ServingRules.Serve(Chief, people, serving with { Status = MembershipStatus.Ended }, AtHome, Role.Agent, Now)).ShouldBe(
            refused, "comes again");
        Code(Revise(serving with { Status = MembershipStatus.Suspended }, new(Status: MembershipStatus.Active), people)).ShouldBe(
            refused, "is brought back");
        Code(Revise(serving, new(Role: Role.Admin), people with { Keepers = 0 })).ShouldBe(refused, "is raised");
        Code(Revise(serving, new(Status: MembershipStatus.Suspended), people)).ShouldBeNull("goes");
        Code(PeopleRules.End(Chief, people, serving, Now)).ShouldBeNull("is ended");
    }

    [Fact]
    public void An_operator_appoints_neither_themselves_nor_a_colleague()
    {
        Serve(AtHome with { Account = Chief.Account }, Role.Agent).ShouldBe(PeopleErrors.OperatorAccount);
        Serve(Some.Member(TenantId.Platform, Role.Operator), Role.Agent).ShouldBe(PeopleErrors.OperatorAccount);

        var named = Led with { Consent = Led.Consent! with { NamesOperator = true } };
        Code(PeopleRules.Invite(Chief, named with { Keepers = 0 }, null, Some.Invitation(Role.Admin), Now)).ShouldBe("operator-account");
        Code(Revise(Serving(Role.Agent) with { Status = MembershipStatus.Suspended }, new(Status: MembershipStatus.Active), named))
            .ShouldBe("operator-account");
    }

    [Fact]
    public void An_operator_makes_an_admin_only_where_there_is_none()
    {
        Serve(AtHome, Role.Admin).ShouldBe(PeopleErrors.HasAdmin);
        Serve(AtHome, Role.Manager).ShouldBeNull();
        Code(Revise(Serving(Role.Agent), new(Role: Role.Admin), Led)).ShouldBe("tenant-has-admin");
        Code(ServingRules.Serve(Chief, Led with { Keepers = 0 }, null, AtHome, Role.Admin, Now)).ShouldBeNull();
    }

    [Fact]
    public void Each_appointment_is_an_event_of_its_own_for_the_admins_to_hear_of()
    {
        var serving = ServingRules.Serve(Chief, Led, null, AtHome, Role.Manager, Now).Value;
        serving.Events.ShouldBe(
        [
            new MembershipEvent.Granted(AtHome.Account, Role.Manager, MembershipStatus.Active),
            new MembershipEvent.Appointed(AtHome.Account, Role.Manager),
        ]);

        var suspended = serving.After with { Status = MembershipStatus.Suspended };
        Revise(suspended, new(Status: MembershipStatus.Active), Led).Value.Events.ShouldContain(
            new MembershipEvent.Appointed(AtHome.Account, Role.Manager));
        Revise(serving.After, new(Status: MembershipStatus.Suspended), Led).Value.Events.ShouldNotContain(
            what => what is MembershipEvent.Appointed);
    }

    [Fact]
    public void Without_having_asked_the_municipality_nobody_is_appointed() =>
        Code(ServingRules.Serve(Chief, Led with { Consent = null }, null, AtHome, Role.Agent, Now)).ShouldBe("provider-access-refused");

    [Fact]
    public void A_stay_that_nobody_agreed_to_is_no_agreement()
    {
        var stay = new ProviderGrant
        {
            Operator = Chief.Account,
            Reason = "Anhang",
            Minutes = 60,
            RequestedAt = Now,
            Status = ProviderGrantStatus.Active,
            EndsAt = Now + Duration.FromHours(1),
        };

        ProviderConsent.Of(ProviderAccess.OnRequest, stay, null, Now).IsAgreed.ShouldBeFalse("given by the setting of then");
        var agreed = stay with { DecidedBy = Some.Account() };
        ProviderConsent.Of(ProviderAccess.OnRequest, agreed, null, Now).IsAgreed.ShouldBeTrue();
        ProviderConsent.Of(ProviderAccess.OnRequest, agreed, null, Now + Duration.FromHours(1)).IsAgreed.ShouldBeFalse("over");
    }

    [Fact]
    public void An_operator_brings_the_first_admin_and_nobody_after()
    {
        var empty = Allowing(ProviderAccess.Never, isAgreed: false) with { Keepers = 0 };

        Code(PeopleRules.Invite(Chief, empty, null, Some.Invitation(Role.Admin), Now)).ShouldBeNull();
        Code(PeopleRules.Invite(Chief, empty, null, Some.Invitation(Role.Agent), Now)).ShouldBe("role-not-grantable");
        Code(PeopleRules.Invite(Chief, Led, null, Some.Invitation(Role.Admin), Now)).ShouldBe("tenant-has-admin");
        Code(PeopleRules.Invite(Chief, empty with { InvitedKeepers = 1 }, null, Some.Invitation(Role.Admin), Now))
            .ShouldBe("tenant-has-admin");
        Code(Revise(Some.Member(Town, Role.Agent), new(Status: MembershipStatus.Suspended), Led)).ShouldBe("not-found");
        var invited = Some.Member(Town, Role.Admin) with { Status = MembershipStatus.Invited };
        Code(PeopleRules.End(Chief, empty with { InvitedKeepers = 0 }, invited, Now)).ShouldBeNull();
        Code(PeopleRules.End(Chief, Led, invited, Now)).ShouldBe("not-found");
        PeopleImport.Plan(Chief, empty, [], new([], "de", false), _ => Some.Account(), Now).Error.ShouldBe(AccessErrors.RoleRequired);
    }

    [Fact]
    public void Who_serves_a_municipality_does_not_become_an_operator_beside_it()
    {
        var chief = new Member(TenantId.Platform, Some.Account(), Role.Operator);
        var serves = Led with { ServesElsewhere = true };

        Code(PeopleRules.Revise(chief, serves, AtHome, new(Role: Role.Operator), Now)).ShouldBe("operator-account");
        Code(PeopleRules.Invite(chief, serves, AtHome with { Status = MembershipStatus.Ended }, Some.Invitation(Role.Operator), Now))
            .ShouldBe("operator-account");
        Code(PeopleRules.Revise(chief, Led, AtHome, new(Role: Role.Operator), Now)).ShouldBeNull();
    }

    [Fact]
    public void Service_staff_serve_where_an_operator_puts_them()
    {
        var admin = new Member(Town, Some.Account(), Role.Admin);
        var serving = ServingRules.Serve(Chief, Led, null, AtHome, Role.Manager, Now).Value.After;
        (serving.Tenant, serving.Status, serving.IsServiceStaff).ShouldBe((Town, MembershipStatus.Active, true));

        ServingRules.Serve(admin, Led, null, AtHome, Role.Agent, Now).Error.ShouldBe(AccessErrors.RoleRequired);
        Serve(AtHome with { Status = MembershipStatus.Suspended }, Role.Agent).ShouldNotBeNull();
        Serve(Some.Member(Town, Role.Agent), Role.Agent).ShouldNotBeNull();
        PeopleRules.Revise(admin, Led, serving, new(Name: "New Name"), Now).Error.ShouldBe(PeopleErrors.ManagedElsewhere);
        Code(PeopleRules.Revise(admin, Led, serving, new(Role: Role.Agent), Now)).ShouldBeNull();
        Code(Revise(serving, new(Status: MembershipStatus.Suspended), Led)).ShouldBeNull();
    }

    [Fact]
    public void What_is_allowed_operators_is_not_theirs_to_widen()
    {
        var tenant = new Tenant
        {
            Slug = "town",
            Name = "Stadt",
            NumberPrefix = "TOWN",
            CreatedAt = Now,
            Settings = new() { ProviderAccess = ProviderAccess.OnRequest },
        };

        Change(Role.Operator, ProviderAccess.Allowed).ShouldBe(AccessErrors.AdminOnly);
        Change(Role.Operator, ProviderAccess.Never).ShouldBeNull();
        Change(Role.Admin, ProviderAccess.Allowed).ShouldBeNull();

        Error? Change(Role role, ProviderAccess to) => TenantRules.ChangeSettings(
            tenant, tenant.Settings with { ProviderAccess = to }, new(Town, Some.Account(), role)).Refusal;
    }

    private static Crew Allowing(ProviderAccess setting, bool isAgreed) => Led with { Consent = new(setting, isAgreed, false) };

    private static Error? Serve(Membership home, Role role) =>
        ServingRules.Serve(Chief, Led, null, home, role, Now).Refused(out var why, out _) ? why : null;

    private static Result<PeopleChange> Revise(Membership target, MembershipRevision revision, Crew people) =>
        PeopleRules.Revise(Chief, people, target, revision, Now);

    private static string? Code<T>(Result<T> result) => result.Refused(out var why, out _) ? why.Code : null;

    private static Membership Serving(Role role) => Some.Member(Town, role) with { Home = TenantId.Platform };
}
