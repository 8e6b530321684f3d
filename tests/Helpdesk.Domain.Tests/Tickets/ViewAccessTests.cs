using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class ViewAccessTests
{
    private static readonly AccountId Owner = new(Guid.NewGuid());
    private static readonly Member Agent = new(new(Guid.NewGuid()), Owner, Role.Agent);

    [Theory]
    [InlineData(ViewSharing.Staff, "", ViewSharing.Staff, "", true)]
    [InlineData(ViewSharing.Staff, "", ViewSharing.Teams, "it", true)]
    [InlineData(ViewSharing.Staff, "", ViewSharing.Me, "", true)]
    [InlineData(ViewSharing.Teams, "it,bau", ViewSharing.Teams, "IT", true)]
    [InlineData(ViewSharing.Teams, "it", ViewSharing.Teams, "it,bau", false)]
    [InlineData(ViewSharing.Teams, "it", ViewSharing.Staff, "", false)]
    [InlineData(ViewSharing.Me, "", ViewSharing.Teams, "it", false)]
    [InlineData(ViewSharing.Me, "", ViewSharing.Staff, "", false)]
    [InlineData(ViewSharing.Me, "", ViewSharing.Me, "", true)]
    public void Whoever_may_share_no_longer_shares_what_is_shared_no_further(
        ViewSharing before, string teams, ViewSharing after, string wanted, bool granted)
    {
        (ViewAccess.Refusal(Agent, View(before, teams), View(after, wanted)) is null).ShouldBe(granted);
        ViewAccess.Refusal(Agent with { Role = Role.Manager }, View(before, teams), View(after, wanted)).ShouldBeNull();
    }

    [Fact]
    public void Whoever_may_not_share_makes_views_for_themselves_alone()
    {
        ViewAccess.Refusal(Agent, null, View(ViewSharing.Me, "")).ShouldBeNull();
        ViewAccess.Refusal(Agent, null, View(ViewSharing.Staff, "")).ShouldBe(AccessErrors.RoleRequired);
        ViewAccess.Refusal(Agent, null, View(ViewSharing.Teams, "it")).ShouldBe(AccessErrors.RoleRequired);
    }

    private static SavedView View(ViewSharing sharing, string teams) => new()
    {
        Id = Guid.Empty,
        Owner = Owner,
        Name = "Offene",
        Filters = "status=open",
        SharedWith = sharing,
        Teams = [.. teams.Split(',', StringSplitOptions.RemoveEmptyEntries)],
    };
}
