using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>Who writes three times on a ticket that was closed long ago has one matter, not three.</summary>
public sealed class FollowUpTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly FakeMembers members = new();
    private readonly AtOnce rules = new();
    private TicketSilo silo = null!;
    private Town town = null!;
    private TicketId closed;

    public async Task InitializeAsync()
    {
        silo = await TicketSilo.Start(postgres, members, also: services => services.AddSingleton<ICustomerReplies>(rules));
        town = await Town.Found(postgres, members, silo);
        closed = await Closed();
    }

    public async Task DisposeAsync() => await silo.DisposeAsync();

    [Fact]
    public async Task Further_words_go_into_the_one_that_is_open()
    {
        var first = await Say("Geht wieder nicht.");
        var second = await Say("Seit heute früh.");
        var wordless = Town.Accepted(await town.Ticket(closed).Reopen(town.Customer, Town.NoKey(), null, default));

        first.View.Id.ShouldNotBe(closed);
        (second.View.Id, wordless.View.Id).ShouldBe((first.View.Id, first.View.Id));
        second.Comment!.Ticket.ShouldBe(first.View.Id);
        (await Words(first.View.Id)).ShouldBe(["Geht wieder nicht.", "Seit heute früh."]);
        (await town.Read(closed)).Ticket.Links.ShouldHaveSingleItem().Other.ShouldBe(first.View.Id);
    }

    [Fact]
    public async Task A_retry_finds_its_words_where_they_went()
    {
        var next = (await Say("Geht wieder nicht.")).View.Id;
        var (key, said) = (Town.Key(), Some.Comment());
        var grain = town.Ticket(closed);
        var first = Town.Accepted(await grain.Comment(town.Customer, key, said, default));
        var again = Town.Accepted(await grain.Comment(town.Customer, key, said with { Id = Guid.CreateVersion7() }, default));

        (again.Replayed, again.View.Id, again.Comment!.Comment.Id).ShouldBe((true, next, first.Comment!.Comment.Id));
        (await Words(next)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task When_it_is_resolved_or_closed_its_own_rules_apply()
    {
        var next = (await Say("Geht wieder nicht.")).View.Id;
        Town.Accepted(await town.Ticket(next).Change(
            town.Agent, Town.NoKey(), new() { Status = TicketStatus.Resolved, ResolutionText = "Getauscht" }, null, default));

        (await Say("Immer noch.")).View.ShouldSatisfyAllConditions(
            view => view.Id.ShouldBe(next), view => view.Ticket.Status.ShouldBe(TicketStatus.Open));

        Town.Accepted(await town.Ticket(next).Close(town.Agent, Town.NoKey(), "Getauscht", null, default));
        (rules.Days, rules.First) = (14, 0);
        (await Say("Und nun?")).View.ShouldSatisfyAllConditions(
            view => view.Id.ShouldBe(next), view => view.Ticket.IsReopenRequested.ShouldBeTrue());

        Town.Accepted(await town.Ticket(next).DeclineReopen(town.Agent, Town.NoKey(), "Nein", default));
        rules.Days = 0;
        (await Say("Doch.")).View.Ticket.FollowUpOf!.Ticket.ShouldBe(next);
    }

    [Fact]
    public async Task One_that_was_taken_back_deleted_or_unlinked_takes_nothing()
    {
        var first = await Say("Geht wieder nicht.");
        await town.Ticket(first.View.Id).WithdrawComment(
            town.Customer, Town.NoKey(), first.Comment!.Comment.Id, null, default);

        var second = (await Say("Doch.")).View.Id;
        second.ShouldNotBe(first.View.Id);
        await town.Ticket(second).Delete(town.Admin, Town.NoKey(), null, default);

        var third = (await Say("Doch!")).View.Id;
        third.ShouldNotBe(second);
        await town.Ticket(closed).Unlink(town.Agent, Town.NoKey(), third, LinkKind.RelatesTo, default);

        (await Say("Anderes.")).View.Id.ShouldNotBe(third);
    }

    [Fact]
    public async Task A_failure_between_the_halves_loses_no_link()
    {
        var appends = 0;
        silo.Store.BeforeAppend = () => ++appends > 1 ? throw FaultyTicketStore.Fault() : Task.CompletedTask;
        var next = (await Say("Geht wieder nicht.")).View.Id;
        silo.Store.Mend();
        (await town.Read(closed)).Ticket.Links.ShouldBeEmpty();
        var (opened, linked) = (await Happened(next, 1), await Happened(next, 3));

        await silo.Settling.Handle(linked, default);
        await silo.FollowUpLinks.Handle(opened, default);
        await silo.FollowUpLinks.Handle(opened, default);

        (await town.Read(closed)).Ticket.Links.ShouldHaveSingleItem().Other.ShouldBe(next);
        (await town.Read(next)).Ticket.Links.ShouldHaveSingleItem().Other.ShouldBe(closed);
        (await Say("Seit heute früh.")).View.Id.ShouldBe(next);
    }

    [Fact]
    public async Task A_link_that_staff_removed_is_not_written_again()
    {
        var next = (await Say("Geht wieder nicht.")).View.Id;
        await town.Ticket(closed).Unlink(town.Agent, Town.NoKey(), next, LinkKind.RelatesTo, default);

        await silo.FollowUpLinks.Handle(await Happened(next, 1), default);

        (await town.Read(closed)).Ticket.Links.ShouldBeEmpty();
    }

    private async Task<TicketOutcome> Say(string words) => Town.Accepted(await town.Ticket(closed).Comment(
            town.Customer, Town.NoKey(), Some.Comment() with { Body = words }, default));

    private async Task<List<string>> Words(TicketId ticket) =>
        [.. Town.Accepted(await town.Ticket(ticket).Comments(town.Customer, null, 50, default)).Items
            .Select(comment => comment.Comment.Body)];

    private async Task<TicketId> Closed()
    {
        var ticket = Town.Accepted(await town.Intake.Open(
            town.Customer, Town.NoKey(), new(Guid.CreateVersion7()), Town.Opening(), default)).View.Id;
        Town.Accepted(await town.Ticket(ticket).Close(town.Agent, Town.NoKey(), "Fertig", null, default));
        return ticket;
    }

    private async Task<FeedEvent> Happened(TicketId ticket, int version) =>
        (await town.Feed()).Single(happened => happened.Stream == ticket.Value && happened.Version == version);

    // What was closed a moment ago was closed long ago.
    private sealed class AtOnce : ICustomerReplies
    {
        public int Days { get; set; }

        /// <summary>For the ticket that is asked first, once.</summary>
        public int? First { get; set; }

        public ValueTask<CustomerReplies> RepliesTo(TenantId tenant, CancellationToken cancellation)
        {
            var days = First ?? Days;
            First = null;
            return new(CustomerReplies.Default with { FollowUpAfter = new(days, null) });
        }
    }
}
