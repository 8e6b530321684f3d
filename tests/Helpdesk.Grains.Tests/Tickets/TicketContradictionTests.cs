namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>No contradictions are stored, also when they are asked for at the same moment.</summary>
public sealed class TicketContradictionTests(PostgresFixture database) : InATown(database)
{
    private const int Rounds = 60;

    [Theory]
    [InlineData(LinkKind.DuplicateOf, LinkKind.DuplicatedBy)]
    [InlineData(LinkKind.Blocks, LinkKind.BlockedBy)]
    [InlineData(LinkKind.BlockedBy, LinkKind.Blocks)]
    public async Task A_link_both_ways_round_is_refused_from_either_ticket_and_names_the_other_link(LinkKind kind, LinkKind opposite)
    {
        var (one, two) = ((await town.Open()).Id, (await town.Open()).Id);
        Town.Accepted(await Link(one, two, kind));

        foreach (var refused in new[] { await Link(one, two, opposite), await Link(two, one, kind) })
            refused.Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(
                why => why.Code.ShouldBe("links-contradict"), why => why.Message.ShouldContain("MUST-00000"));
        Town.Accepted(await Link(one, two, LinkKind.RelatesTo));
    }

    [Theory]
    [InlineData(LinkKind.Blocks)]
    [InlineData(LinkKind.BlockedBy)]
    [InlineData(LinkKind.DuplicateOf)]
    public async Task A_ring_is_refused_however_long_it_is_and_names_the_way_round(LinkKind kind)
    {
        var tickets = await Open(6);
        for (var i = 1; i < tickets.Count; i++)
            Town.Accepted(await Link(tickets[i - 1], tickets[i], kind));

        var refused = await Link(tickets[^1], tickets[0], kind);

        refused.Refusal.ShouldNotBeNull().Code.ShouldBe("link-ring");
        foreach (var number in new[] { 2, 3, 4, 5 })
            refused.Refusal!.Message.ShouldContain($"MUST-{number:D6}");
        (await town.History(tickets[0])).Count.ShouldBe(2);
        Town.Accepted(await Link(tickets[0], tickets[^1], kind));
    }

    [Theory]
    [InlineData(LinkKind.Blocks)]
    [InlineData(LinkKind.BlockedBy)]
    [InlineData(LinkKind.DuplicateOf)]
    [InlineData(LinkKind.DuplicatedBy)]
    public async Task A_ring_that_goes_through_a_merged_ticket_is_refused_and_names_that_one(LinkKind kind)
    {
        var (one, merged, target) = ((await town.Open()).Id, await town.Open(), await town.Open());
        Town.Accepted(await Link(one, merged.Id, kind));
        Town.Accepted(await Merge(merged.Id, target.Id));

        foreach (var refused in new[] { await Link(target.Id, one, kind), await Link(one, target.Id, kind.Mirrored()) })
            refused.Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(
                why => why.Code.ShouldBe("link-ring"), why => why.Message.ShouldContain(merged.Ticket.Number));
        (await Link(merged.Id, target.Id, kind)).Refusal.ShouldNotBeNull().Code.ShouldBe("link-ring");
        Town.Accepted(await Link(one, target.Id, kind));
        Town.Accepted(await town.Pair.Unmerge(town.Agent, Town.NoKey(), merged.Id, default));
        Town.Accepted(await Link(merged.Id, target.Id, kind));
    }

    [Theory]
    [InlineData(LinkKind.Blocks)]
    [InlineData(LinkKind.BlockedBy)]
    [InlineData(LinkKind.DuplicateOf)]
    [InlineData(LinkKind.DuplicatedBy)]
    public async Task A_merge_that_would_close_a_ring_is_refused_and_one_link_between_the_two_rests(LinkKind kind)
    {
        var tickets = await Open(3);
        Town.Accepted(await Link(tickets[0], tickets[1], kind));
        Town.Accepted(await Link(tickets[1], tickets[2], kind));

        foreach (var (source, target) in new[] { (tickets[0], tickets[2]), (tickets[2], tickets[0]) })
            (await Merge(source, target)).Refusal.ShouldNotBeNull().ShouldSatisfyAllConditions(
                why => why.Code.ShouldBe("link-ring"), why => why.Message.ShouldContain("MUST-00000"));
        (await Kinds(tickets[0])).ShouldBe([typeof(TicketEvent.Opened), typeof(TicketEvent.Linked)]);
        Town.Accepted(await Merge(tickets[0], tickets[1]));

        (await Link(tickets[2], tickets[0], kind)).Refusal.ShouldNotBeNull().Code.ShouldBe("link-ring");
        (await Link(tickets[2], tickets[1], kind)).Refusal.ShouldNotBeNull().Code.ShouldBe("links-contradict");
    }

    [Fact]
    public async Task Of_a_link_and_a_merge_that_close_a_ring_together_one_is_refused()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var tickets = await Open(3);
            Town.Accepted(await Link(tickets[0], tickets[1], LinkKind.Blocks));

            var answers = await Task.WhenAll(Merge(tickets[1], tickets[2]), Link(tickets[2], tickets[0], LinkKind.Blocks));

            answers.Select(answer => answer.Refusal?.Code).ShouldBe([null, "link-ring"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task Of_links_that_contradict_each_other_at_once_one_is_refused()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var tickets = await Open(3);

            var pair = await Task.WhenAll(
                Link(tickets[0], tickets[1], LinkKind.DuplicateOf), Link(tickets[1], tickets[0], LinkKind.DuplicateOf));
            var ring = await Task.WhenAll(Enumerable.Range(0, 3).Select(i => Link(tickets[i], tickets[(i + 1) % 3], LinkKind.Blocks)));

            pair.Select(answer => answer.Refusal?.Code).ShouldBe([null, "links-contradict"], ignoreOrder: true);
            ring.Select(answer => answer.Refusal?.Code).ShouldBe([null, null, "link-ring"], ignoreOrder: true);
            foreach (var ticket in tickets)
                (await town.History(ticket)).ShouldNotContain(recorded => recorded.Event is TicketEvent.Unlinked);
        }
    }

    [Fact]
    public async Task Of_two_merges_in_opposite_directions_at_once_exactly_one_wins_and_nothing_untrue_is_said_or_written()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var tickets = await Open(2);

            var answers = await Task.WhenAll(Merge(tickets[0], tickets[1]), Merge(tickets[1], tickets[0]));

            answers.Select(answer => answer.Refusal?.Code).ShouldBe([null, "merge-cycle"], ignoreOrder: true);
            var (source, target) = answers[0].Refusal is null ? (tickets[0], tickets[1]) : (tickets[1], tickets[0]);
            (await Kinds(source)).ShouldBe([typeof(TicketEvent.Opened), typeof(TicketEvent.Merged)]);
            (await Kinds(target)).ShouldBe([typeof(TicketEvent.Opened), typeof(TicketEvent.Absorbed)]);
        }
    }

    [Fact]
    public async Task A_merge_that_meets_the_closing_of_its_source_leaves_nothing_untrue_in_either_history()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var tickets = await Open(2);

            var (merge, close) = (Merge(tickets[0], tickets[1]),
                town.Ticket(tickets[0]).Close(town.Agent, Town.NoKey(), "Erledigt.", null, default));
            var codes = new[] { (await merge).Refusal?.Code, (await close).Refusal?.Code };

            $"{codes[0]} {codes[1]}".ShouldBeOneOf(" ticket-merged", "ticket-closed ");
            var (merged, opened) = (codes[0] is null, typeof(TicketEvent.Opened));
            (await Kinds(tickets[0])).ShouldBe([opened, merged ? typeof(TicketEvent.Merged) : typeof(TicketEvent.Closed)]);
            (await Kinds(tickets[1])).ShouldBe(merged ? [opened, typeof(TicketEvent.Absorbed)] : [opened]);
        }
    }

    private async Task<List<TicketId>> Open(int count)
    {
        var opened = new List<TicketId>();
        for (var i = 0; i < count; i++)
            opened.Add((await town.Open()).Id);
        return opened;
    }

    private async Task<IEnumerable<Type>> Kinds(TicketId ticket) =>
        (await town.History(ticket)).Select(recorded => recorded.Event.GetType());

    private Task<Result<TicketOutcome>> Link(TicketId ticket, TicketId other, LinkKind kind) =>
        town.Pair.Link(town.Agent, Town.NoKey(), ticket, other, kind, default);

    private Task<Result<TicketOutcome>> Merge(TicketId source, TicketId target) =>
        town.Pair.Merge(town.Agent, Town.NoKey(), source, target, null, default);
}
