using Helpdesk.Domain.Programs;

namespace Helpdesk.Domain.Tests.People;

/// <summary>A key may not lift itself: scopes against what a program can do about people.</summary>
public sealed class ProgramsManageTests
{
    private static readonly TenantId Town = Some.Tenant();
    private static readonly Instant Now = Some.Moment();
    private static readonly Crew Two = new(Version: 7, Keepers: 2, SeatUse.Unlimited);
    private static readonly Role[] OfTown = [Role.Customer, Role.Agent, Role.Manager, Role.Admin];

    [Fact]
    public void Each_scope_reaches_so_far_and_no_scope_adds_to_another()
    {
        foreach (var scope in ApiScopes.All)
        {
            ApiScopes.RoleAt([scope], ApiScopes.TicketsWrite).ShouldBe(scope == ApiScopes.TicketsWrite ? Role.Agent : null, scope);
            ApiScopes.RoleAt([ApiScopes.TicketsWrite, scope], ApiScopes.TicketsWrite).ShouldBe(Role.Agent, scope);
            ApiScopes.RoleAt([ApiScopes.UsersWrite, scope], ApiScopes.UsersWrite).ShouldBe(
                scope == ApiScopes.StaffWrite ? Role.Admin : Role.Manager, scope);
            ApiScopes.RoleAt([ApiScopes.UsersRead, scope], ApiScopes.UsersRead).ShouldBe(Role.Agent, scope);
            ApiScopes.ManagesUpTo([ApiScopes.UsersWrite, scope]).ShouldBe(
                scope == ApiScopes.StaffWrite ? Role.Manager : Role.Customer, scope);
        }
    }

    [Theory]
    [InlineData(ApiScopes.UsersWrite, new[] { Role.Customer })]
    [InlineData(ApiScopes.StaffWrite, new[] { Role.Customer, Role.Agent, Role.Manager })]
    public void What_a_program_manages_is_what_its_scope_says(string scope, Role[] managed)
    {
        var own = new Member(Town, Some.Account(), ApiScopes.RoleAt([scope], ApiScopes.UsersWrite)!.Value)
        {
            ManagesUpTo = ApiScopes.ManagesUpTo([scope]),
        };
        var ofAnAdmin = own with { Role = Role.Admin };

        foreach (var program in (Member[])[own, ofAnAdmin])
        {
            foreach (var role in OfTown)
            {
                var may = managed.Contains(role);
                var target = Here(role);
                PeopleRules.Invite(program, Two, null, Some.Invitation(role), Now).IsOk.ShouldBe(may, $"invite {role}");
                Revise(program, target, new(Status: MembershipStatus.Suspended)).ShouldBe(may, $"suspend {role}");
                Revise(program, target, new(Name: "Neuer Name")).ShouldBe(may, $"rename {role}");
                Revise(program, target, new() { Group = new(true, "Bauamt") }).ShouldBe(may, $"classify {role}");
                Revise(program, Here(Role.Customer), new(Role: role)).ShouldBe(may, $"make {role}");
                PeopleRules.End(program, Two, target, Now).IsOk.ShouldBe(may, $"end {role}");
                var invited = target with { Status = MembershipStatus.Invited };
                PeopleRules.Remind(program, Two, invited, Now).IsOk.ShouldBe(may, $"remind {role}");
                Import(program, role).ShouldBe(may, $"import {role}");
                PeopleAccess.Abilities(program, target).Any().ShouldBe(may, $"abilities on {role}");
            }
        }
    }

    [Fact]
    public void Whatever_scopes_it_has_and_whoever_gave_them_no_program_makes_changes_or_ends_an_admin()
    {
        foreach (var role in OfTown)
        {
            var program = new Member(Town, Some.Account(), role) { ManagesUpTo = ApiScopes.ManagesUpTo(ApiScopes.All) };

            PeopleRules.Invite(program, Two, null, Some.Invitation(Role.Admin), Now).IsOk.ShouldBeFalse($"{role} invites");
            Import(program, Role.Admin).ShouldBeFalse($"{role} imports");
            foreach (var below in OfTown.Where(below => below < Role.Admin))
                Revise(program, Here(below), new(Role: Role.Admin)).ShouldBe(false, $"{role} makes one of {below}");
            Revise(program, Here(Role.Admin), new(Role: Role.Agent)).ShouldBeFalse($"{role} lowers");
            Revise(program, Here(Role.Admin) with { Status = MembershipStatus.Suspended }, new(Status: MembershipStatus.Active))
                .ShouldBeFalse($"{role} brings back");
            PeopleRules.End(program, Two, Here(Role.Admin), Now).IsOk.ShouldBeFalse($"{role} ends");
            PeopleRules.Remind(program, Two, Here(Role.Admin) with { Status = MembershipStatus.Invited }, Now).IsOk.ShouldBeFalse(
                $"{role} reminds");
        }
    }

    [Fact]
    public void What_belongs_to_the_person_is_closed_to_their_program()
    {
        var me = Here(Role.Admin);
        var program = new Member(Town, me.Account, Role.Admin) { ManagesUpTo = Role.Admin };

        PeopleRules.Revise(program, Two, me, new(Name: "Neuer Name"), Now).Error.ShouldBe(AccessErrors.PersonRequired);
    }

    [Fact]
    public void What_may_be_done_about_a_person_is_what_the_rules_allow_whatever_has_become_of_them()
    {
        foreach (var by in Enum.GetValues<Role>().Select(role => new Member(Town, Some.Account(), role)))
        {
            foreach (var status in Enum.GetValues<MembershipStatus>())
            {
                var target = Here(Role.Customer) with { Status = status };
                var may = PeopleAccess.Abilities(by, target).ToList();

                may.Contains("manage").ShouldBe(PeopleAccess.Manage(by, target) is null, $"{by.Role} manages {status}");
                may.Contains("edit").ShouldBe(PeopleAccess.EditProfile(by, target) is null, $"{by.Role} edits {status}");
                if (status is MembershipStatus.Ended)
                    may.ShouldBeEmpty();
            }
        }
    }

    private static bool Revise(Member by, Membership target, MembershipRevision revision) =>
        PeopleRules.Revise(by, Two, target, revision, Now).IsOk;

    private static bool Import(Member by, Role role) => PeopleImport.Plan(
        by, Two, [], new([new(2, Some.Email(), "Max Muster", Words<Role>.Of(role), null, null, null, null)], "de", false),
        _ => Some.Account(), Now).IsOk;

    private static Membership Here(Role role) => Some.Member(Town, role);
}
