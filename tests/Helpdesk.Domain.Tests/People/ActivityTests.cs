using System.Text.Json;

namespace Helpdesk.Domain.Tests.People;

public sealed class ActivityTests
{
    private static readonly TenantId Town = Some.Tenant();

    [Theory]
    [InlineData(Role.Admin, Role.Agent, ActivityView.Security)]
    [InlineData(Role.Manager, Role.Agent, ActivityView.Administration)]
    [InlineData(Role.Manager, Role.Admin, null)]
    [InlineData(Role.Agent, Role.Agent, null)]
    [InlineData(Role.Agent, Role.Customer, null)]
    [InlineData(Role.Customer, Role.Customer, null)]
    public void When_somebody_came_and_went_is_for_themselves_and_admins(Role reader, Role target, ActivityView? view)
    {
        var result = ActivityRules.View(new(Town, Some.Account(), reader), Person(target));

        (result.IsOk ? result.Value : (ActivityView?)null).ShouldBe(view);
    }

    [Fact]
    public void Everybody_reads_their_own()
    {
        foreach (var role in new[] { Role.Customer, Role.Agent, Role.Manager, Role.Admin })
        {
            var me = Person(role);
            ActivityRules.View(new(Town, me.Account, role), me).Value.ShouldBe(ActivityView.Security);
        }
    }

    [Fact]
    public void Work_on_tickets_is_not_administrative_whoever_asks()
    {
        foreach (var word in new[] { "ticket", "time_sheet", "notification", "account" })
            ActivityRules.Administrative.ShouldNotContain(word);
    }

    [Fact]
    public void Everything_that_can_be_listed_has_words()
    {
        var kinds = ((Type[])[typeof(MembershipEvent), typeof(AccountEvent)]).SelectMany(events => events.GetNestedTypes()
            .Select(type => $"{Snake(events.Name[..^"Event".Length])}.{Snake(type.Name)}")).ToList();
        kinds.Count.ShouldBeGreaterThan(15);

        kinds.Except(ActivityWords.Kinds).ShouldBeEmpty();
        ActivityRules.Administrative.Except(ActivityWords.Subjects).ShouldBeEmpty();
        ActivityWords.Describe("membership.suspended", ofOthers: true).En.ShouldBe("For somebody else: Access suspended");
    }

    private static Membership Person(Role role) => Some.Member(Town, role);

    private static string Snake(string name) => JsonNamingPolicy.SnakeCaseLower.ConvertName(name);
}
