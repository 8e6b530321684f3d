namespace Helpdesk.Grains.Tests.Tickets;

public sealed class TicketPairGrainTests(PostgresFixture database) : InATown(database)
{
    private TicketId one;
    private TicketId two;

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        one = (await town.Open()).Id;
        two = (await town.Open()).Id;
    }

    public static TheoryData<string> Acts() => ["link", "unlink", "merge", "unmerge", "delete linked", "delete merged"];

    [Fact]
    public async Task A_link_is_seen_from_both_sides_and_undone_from_either()
    {
        var linked = Town.Accepted(await Link(Town.NoKey()));

        linked.View.Ticket.Links.ShouldBe([new TicketLink(two, "MUST-000002", LinkKind.Blocks)]);
        (await town.Read(two)).Ticket.Links.ShouldBe([new TicketLink(one, "MUST-000001", LinkKind.BlockedBy)]);
        (await Link(Town.NoKey())).Refusal?.Code.ShouldBe("already-linked");

        Town.Accepted(await town.Pair.Unlink(town.Agent, Town.NoKey(), two, one, LinkKind.BlockedBy, default)).View.Ticket.Links
            .ShouldBeEmpty();
        (await town.Read(one)).Ticket.Links.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_cannot_be_linked_or_merged_with_is_a_member_that_is_wrong()
    {
        var elsewhere = await (await Town.Found(postgres, members, silo)).Open();
        var deleted = (await town.Open()).Id;
        Town.Accepted(await town.Pair.Delete(town.Admin, Town.NoKey(), deleted, null, default));

        foreach (var unknown in (TicketId[])[new(Guid.CreateVersion7()), elsewhere.Id, deleted, one])
        {
            var link = await town.Pair.Link(town.Agent, Town.NoKey(), one, unknown, LinkKind.RelatesTo, default);
            var merge = await town.Pair.Merge(town.Agent, Town.NoKey(), one, unknown, null, default);
            (link.Refusal?.Fields.Single(), merge.Refusal?.Fields.Single()).ShouldBe((Unknown("/ticket"), Unknown("/target")));
            var absent = await town.Pair.Link(
                town.Agent, Town.NoKey(), unknown == one ? new(Guid.CreateVersion7()) : unknown, one, LinkKind.RelatesTo, default);
            absent.Refusal?.Code.ShouldBe("not-found");
        }

        (await town.History(one)).Count.ShouldBe(1);

        static FieldError Unknown(string pointer) => FieldCode.UnknownTicket.At(pointer);
    }

    [Fact]
    public async Task Customers_can_do_nothing_of_it_and_learn_nothing_by_trying()
    {
        var mine = (await town.Open()).Id;

        foreach (var other in (TicketId[])[one, new(Guid.CreateVersion7())])
        {
            (await town.Pair.Link(town.Customer, Town.NoKey(), mine, new(other.Value), LinkKind.RelatesTo, default)).Refusal?.Code.ShouldBe(
                "staff-only");
            (await town.Pair.Merge(town.Customer, Town.NoKey(), mine, new(other.Value), null, default)).Refusal?.Code.ShouldBe(
                "staff-only");
        }
    }

    [Fact]
    public async Task A_merge_is_told_to_a_customer_who_has_both_tickets_and_to_no_other()
    {
        var foreign = (await town.Open(town.Is(Role.Customer))).Id;
        Town.Accepted(await town.Pair.Merge(town.Agent, Town.NoKey(), one, two, null, default));
        var three = (await town.Open()).Id;
        Town.Accepted(await town.Pair.Merge(town.Agent, Town.NoKey(), three, foreign, null, default));

        (await town.Read(one, town.Customer)).Ticket.MergedInto.ShouldSatisfyAllConditions(
            merge => merge!.Target.ShouldBe(two), merge => merge!.TargetNumber.ShouldBe("MUST-000002"));
        (await town.Read(three, town.Customer)).Ticket.MergedInto.ShouldBeNull();
        (await town.Read(three)).Ticket.MergedInto?.Target.ShouldBe(foreign);
    }

    [Fact]
    public async Task A_refused_merge_leaves_no_trace_and_is_judged_anew()
    {
        Town.Accepted(await town.Ticket(two).Close(town.Agent, Town.NoKey(), "Erledigt", null, default));
        var key = Town.Key();

        (await Merge(key)).Refusal?.Code.ShouldBe("ticket-closed");
        (await town.History(one)).Count.ShouldBe(1);
        (await town.History(two)).Count.ShouldBe(2);
        Town.Accepted(await town.Ticket(two).Reopen(town.Agent, Town.NoKey(), null, default));

        var merged = Town.Accepted(await Merge(key));
        (merged.Replayed, merged.View.Ticket.MergedInto?.Target).ShouldBe((false, two));
        Town.Accepted(await Merge(key)).Replayed.ShouldBeTrue();
    }

    [Fact]
    public async Task A_retry_after_the_act_was_undone_does_not_do_it_again()
    {
        var (linking, merging) = (Town.Key(), Town.Key());
        Town.Accepted(await Link(linking));
        Town.Accepted(await town.Pair.Unlink(town.Agent, Town.NoKey(), one, two, LinkKind.Blocks, default));
        Town.Accepted(await Merge(merging));
        Town.Accepted(await town.Pair.Unmerge(town.Agent, Town.NoKey(), one, default));
        var (before, there) = (await town.History(one), await town.History(two));

        Town.Accepted(await Link(linking)).View.Ticket.Links.Length.ShouldBe(1);
        Town.Accepted(await Merge(merging)).View.Ticket.MergedInto?.Target.ShouldBe(two);

        (await town.History(one)).ShouldBe(before);
        (await town.History(two)).ShouldBe(there);
    }

    [Fact]
    public async Task A_deleted_ticket_is_gone_from_the_tickets_it_was_linked_with_and_merged_into()
    {
        var three = (await town.Open()).Id;
        Town.Accepted(await Link(Town.NoKey()));
        Town.Accepted(await town.Pair.Link(town.Agent, Town.NoKey(), three, one, LinkKind.RelatesTo, default));
        Town.Accepted(await Merge(Town.NoKey()));
        (await town.Pair.Delete(town.Admin, Town.NoKey(), two, null, default)).Refusal?.Code.ShouldBe("ticket-has-merged");

        Town.Accepted(await town.Pair.Delete(town.Admin, Town.NoKey(), one, null, default));

        foreach (var left in (TicketId[])[two, three])
        {
            (await town.Read(new(left.Value))).Ticket.Links.ShouldBeEmpty();
            (await town.Read(new(left.Value))).Ticket.Absorbed.ShouldBeEmpty();
        }
    }

    [Theory]
    [MemberData(nameof(Acts))]
    public async Task Whatever_a_crash_leaves_half_done_is_settled_without_anybodys_retry(string act)
    {
        for (var calls = 1; ; calls++)
        {
            (one, two) = ((await town.Open()).Id, (await town.Open()).Id);
            await Prepare(act);
            var (key, crashed) = (Town.Key(), false);
            silo.Store.Mend();
            silo.Store.Before = number => number <= calls ? Task.CompletedTask : throw Crash();

            var answer = await Run(act, key);
            silo.Store.Mend();
            await FollowFeed();

            await BothHalvesAgree();
            if (answer.Refusal is { } refusal)
                refusal.Code.ShouldBe("storage-unavailable");
            var retried = Town.Accepted(await Run(act, key));
            await BothHalvesAgree();
            if (!answer.Refused(out _, out var accepted))
                retried.View.ShouldBeEquivalentTo(accepted.View);
            await FollowFeed();
            await BothHalvesAgree();
            if (!crashed)
                return;

            Exception Crash()
            {
                crashed = true;
                return FaultyTicketStore.Fault();
            }
        }
    }

    [Fact]
    public async Task Merges_of_all_into_all_at_once_end_without_chains_and_with_both_halves()
    {
        var tickets = new List<TicketId>();
        for (var i = 0; i < 5; i++)
            tickets.Add((await town.Open()).Id);
        var pairs = (from source in tickets from target in tickets where source != target select (source, target)).ToList();

        for (var round = 0; round < 5; round++)
        {
            await Task.WhenAll(pairs.Select(pair => town.Pair.Merge(town.Agent, Town.NoKey(), pair.source, pair.target, null, default)));
            foreach (var (source, target) in pairs)
                await town.Pair.SettleMerge(town.Admin with { Account = null }, source, target, default);

            foreach (var (source, target) in pairs)
            {
                var (from, into) = (await town.Read(source), await town.Read(target));
                var isMerged = from.Ticket.MergedInto?.Target == target;
                into.Ticket.Absorbed.Any(absorbed => absorbed.Ticket == source).ShouldBe(isMerged);
                if (isMerged)
                    into.Ticket.MergedInto.ShouldBeNull();
            }

            foreach (var ticket in tickets)
                await town.Pair.Unmerge(town.Agent, Town.NoKey(), ticket, default);
        }
    }

    // As it will come, and everything twice: a consumer gets each event at least once.
    private async Task FollowFeed()
    {
        var settling = silo.Settling;
        var wanted = (await town.Feed()).Where(happened => settling.Kinds.Contains(happened.Kind)).ToList();
        foreach (var happened in wanted.Concat(wanted))
            await settling.Handle(happened, default);
    }

    private async Task Prepare(string act)
    {
        if (act is "unlink" or "delete linked")
            Town.Accepted(await Link(Town.NoKey()));
        if (act is "unmerge" or "delete merged")
            Town.Accepted(await Merge(Town.NoKey()));
    }

    private Task<Result<TicketOutcome>> Run(string act, CommandId key) => act switch
    {
        "link" => Link(key),
        "unlink" => town.Pair.Unlink(town.Agent, key, one, two, LinkKind.Blocks, default),
        "merge" => Merge(key),
        "unmerge" => town.Pair.Unmerge(town.Agent, key, one, default),
        _ => town.Pair.Delete(town.Admin, key, one, null, default),
    };

    private Task<Result<TicketOutcome>> Link(CommandId key) => town.Pair.Link(town.Agent, key, one, two, LinkKind.Blocks, default);

    private Task<Result<TicketOutcome>> Merge(CommandId key) => town.Pair.Merge(town.Agent, key, one, two, null, default);

    private async Task BothHalvesAgree()
    {
        var near = (await town.Ticket(one).Read(town.Agent, 0, default)).Refused(out _, out var read) ? null : read.View.Ticket;
        var far = (await town.Read(two)).Ticket;
        far.Links.Any(link => link.Other == one).ShouldBe(near?.Links.Any(link => link.Other == two) == true);
        far.Absorbed.Any(absorbed => absorbed.Ticket == one).ShouldBe(near?.MergedInto?.Target == two);
    }
}
