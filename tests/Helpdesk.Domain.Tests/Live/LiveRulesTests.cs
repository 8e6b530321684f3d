using Helpdesk.Domain.Live;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Live;

public sealed class LiveRulesTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 12, 0);
    private static readonly TenantId Town = Some.Tenant();
    private static readonly TicketId Id = new(Guid.NewGuid());
    private static readonly AccountId Requester = new(Guid.NewGuid());
    private static readonly LiveTicket Now = new(Town, Id, "MUST-000042", Requester, IsDeleted: false, Version: 7, PublicVersion: 3);
    private static readonly Member Agent = new(Town, new(Guid.NewGuid()), Role.Agent);
    private static readonly Member Customer = new(Town, Requester, Role.Customer);

    [Fact]
    public void What_one_command_appends_is_one_act_and_two_tickets_are_two()
    {
        var other = Guid.NewGuid();
        var acts = LiveRules.Acts(
            [Event(1, "assigned"), Event(2, "status_changed"), Event(3, "linked", other), Event(4, "closed", transaction: 9)], _ => null);

        acts.Select(act => (act.Ticket.Value == other, act.Place.Position, string.Join(' ', act.Changes.Select(change => change.Word))))
            .ShouldBe([(false, 2, "assigned status_changed"), (true, 3, "linked"), (false, 4, "closed")]);
    }

    [Fact]
    public void Events_that_are_no_tickets_are_none_of_it() =>
        LiveRules.Acts([Event(1, "opened") with { Kind = "membership.granted" }], _ => null).ShouldBeEmpty();

    [Fact]
    public void Staff_are_told_all_and_their_version_the_requester_what_customers_may_know_and_theirs()
    {
        var act = Act(new("commented", IsPublic: true), new("tagged", IsPublic: false));

        LiveRules.Told(Agent, act, Now).ShouldBeOfType<LiveTold.Changed>().ShouldSatisfyAllConditions(
            told => told.Changes.ShouldBe(["commented", "tagged"]), told => told.Version.ShouldBe(7));
        LiveRules.Told(Customer, act, Now).ShouldBeOfType<LiveTold.Changed>().ShouldSatisfyAllConditions(
            told => told.Changes.ShouldBe(["commented"]), told => told.Version.ShouldBe(3));
    }

    [Fact]
    public void Nobody_else_is_told_and_of_staffs_own_matters_no_customer()
    {
        var act = Act(new LiveChange("commented", IsPublic: false));

        LiveRules.Told(Customer, act, Now).ShouldBeNull();
        LiveRules.Told(Customer with { Account = new(Guid.NewGuid()) }, Act(new LiveChange("commented", IsPublic: true)), Now)
            .ShouldBeNull();
        LiveRules.Told(Agent with { Tenant = Some.Tenant() }, act, Now).ShouldBeNull();
        LiveRules.Told(Agent, act, now: null).ShouldBeNull();
    }

    [Fact]
    public void Of_a_deleted_ticket_only_its_end_is_told_and_to_those_who_could_read_it()
    {
        var gone = Now with { IsDeleted = true };
        var deleted = Act(new LiveChange("deleted", IsPublic: true));

        LiveRules.Told(Agent, Act(new LiveChange("commented", IsPublic: true)), gone).ShouldBeNull();
        LiveRules.Told(Agent, deleted, gone).ShouldBe(new LiveTold.Gone(Id, At));
        LiveRules.Told(Customer, deleted, gone).ShouldBe(new LiveTold.Gone(Id, At));
        LiveRules.Told(Customer with { Account = new(Guid.NewGuid()) }, deleted, gone).ShouldBeNull();
    }

    [Fact]
    public void What_cannot_be_read_here_is_told_to_staff_only()
    {
        var act = LiveRules.Acts([Event(1, "of_a_later_version")], _ => null).ShouldHaveSingleItem();

        LiveRules.Told(Customer, act, Now).ShouldBeNull();
        LiveRules.Told(Agent, act, Now).ShouldBeOfType<LiveTold.Changed>().Changes.ShouldBe(["of_a_later_version"]);
    }

    [Fact]
    public void Whether_customers_may_know_is_what_disclosure_says_of_every_event()
    {
        foreach (var what in Some.TicketEvents())
        {
            var act = LiveRules.Acts([Event(1, "any")], _ => what).ShouldHaveSingleItem();
            act.Changes.ShouldHaveSingleItem().IsPublic.ShouldBe(TicketDisclosure.ShowsCustomers(what), what.ToString());
        }
    }

    private static LiveAct Act(params LiveChange[] changes) => new()
    { Place = new(5, 1), Tenant = Town, Ticket = Id, At = At, Changes = changes };

    private static FeedEvent Event(long position, string word, Guid? stream = null, ulong transaction = 5) => new()
    {
        Place = new(transaction, position),
        Tenant = Town,
        Stream = stream ?? Id.Value,
        Version = (int)position,
        At = At,
        Actor = null,
        Origin = null,
        Kind = $"ticket.{word}",
        Data = "{}",
    };
}
