namespace Helpdesk.Grains.Tests.Tickets;

public sealed class TicketGrainTests(PostgresFixture database) : InATown(database)
{
    [Fact]
    public async Task What_is_done_is_answered_read_and_recorded_alike()
    {
        var opened = Town.Accepted(
            await town.Intake.Open(town.Customer, Town.NoKey(), new(Guid.CreateVersion7()), Town.Opening(), default));
        var (id, agent) = (opened.View.Id, town.Agent);
        var taken = Town.Accepted(await town.Ticket(id).Change(agent, Town.NoKey(), Taking(agent), 1, default));
        var said = Town.Accepted(await town.Ticket(id).Comment(
            agent, Town.NoKey(), new(Guid.CreateVersion7(), "Kommt gleich jemand.", Visibility.Public), default));
        var closed = Town.Accepted(await town.Ticket(id).Close(agent, Town.NoKey(), "Kabel getauscht", said.View.Ticket.Version, default));

        (opened.View.Ticket.Number, opened.View.Ticket.Version, opened.View.Ticket.Status).ShouldBe(("MUST-000001", 1, TicketStatus.Open));
        (taken.View.Ticket.Status, taken.View.Ticket.Assignee).ShouldBe((TicketStatus.InProgress, agent.Account));
        said.Comment.ShouldNotBeNull().Comment.Body.ShouldBe("Kommt gleich jemand.");
        var read = Town.Accepted(await town.Ticket(id).Read(agent, 50, default));
        read.View.ShouldBeEquivalentTo(closed.View);
        read.Comments.Items.Single().ShouldBe(said.Comment);
        (await town.History(id)).Select(recorded => recorded.Version).ShouldBe(Enumerable.Range(1, closed.View.Ticket.Version));
    }

    [Fact]
    public async Task A_retry_with_the_same_key_gets_the_answer_of_the_first_time_and_has_no_effect()
    {
        var ticket = await town.Open();
        var key = Town.Key();
        var first = Town.Accepted(await town.Ticket(ticket.Id).Close(town.Agent, key, "Kabel getauscht", null, default));
        Town.Accepted(await town.Ticket(ticket.Id).Reopen(town.Agent, Town.NoKey(), null, default));

        var again = Town.Accepted(await town.Ticket(ticket.Id).Close(town.Agent, key, "Kabel getauscht", null, default));

        again.Replayed.ShouldBeTrue();
        again.View.ShouldBeEquivalentTo(first.View);
        (await town.Read(ticket.Id)).Ticket.Status.ShouldBe(TicketStatus.Open);
        (await town.History(ticket.Id)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_command_of_which_not_all_could_be_read_is_judged_and_never_recorded()
    {
        var (one, other, agent) = (await town.Open(), await town.Open(), town.Agent);
        var before = ((await town.History(one.Id)).Count, (await town.History(other.Id)).Count);
        static CommandId Incomplete() => CommandId.OfIncomplete(Guid.CreateVersion7());

        Result<TicketOutcome>[] right =
        [
            await town.Intake.Open(town.Customer, Incomplete(), new(Guid.CreateVersion7()), Town.Opening(), default),
            await town.Ticket(one.Id).Change(agent, Incomplete(), Taking(agent), Versions.Any, default),
            await town.Ticket(one.Id).Comment(agent, Incomplete(), new(Guid.CreateVersion7(), "Text", Visibility.Public), default),
            await town.Ticket(one.Id).Close(agent, Incomplete(), "Kabel getauscht", Versions.Any, default),
            await town.Pair.Link(agent, Incomplete(), one.Id, other.Id, LinkKind.Blocks, default),
            await town.Pair.Merge(agent, Incomplete(), one.Id, other.Id, Versions.Any, default),
        ];
        Result<TicketOutcome>[] wrong =
        [
            await town.Intake.Open(
                agent, Incomplete(), new(Guid.CreateVersion7()), Town.Opening() with { Subject = "", Assignee = Some.Account() }, default),
            await town.Pair.Link(agent, Incomplete(), one.Id, new(Guid.CreateVersion7()), LinkKind.Blocks, default),
        ];
        var stranger = await town.Ticket(one.Id).Close(town.Is(Role.Customer), Incomplete(), "Text", Versions.Any, default);

        right.ShouldAllBe(answer => answer.Error.Kind == ErrorKind.Invalid && answer.Error.Fields.Count == 0);
        wrong.Select(answer => string.Join(' ', answer.Error.Fields.Select(fault => fault.Pointer))).ShouldBe(
            ["/subject /assignee", "/ticket"]);
        stranger.Error.ShouldBe(AccessErrors.NotFound);
        ((await town.History(one.Id)).Count, (await town.History(other.Id)).Count).ShouldBe(before);
        (await town.Open()).Ticket.Number.ShouldBe("MUST-000003", "no number was drawn");
    }

    [Fact]
    public async Task The_same_key_for_something_else_is_a_mistake()
    {
        var ticket = await town.Open();
        var key = Town.Key("one");
        Town.Accepted(await town.Ticket(ticket.Id).Close(town.Agent, key, "Kabel getauscht", null, default));

        var comment = await town.Ticket(ticket.Id).Comment(
            town.Agent, key with { Fingerprint = "another" }, new(Guid.CreateVersion7(), "Text", Visibility.Internal), default);
        var refusedAnyway = await town.Ticket(ticket.Id).Close(town.Agent, key with { Fingerprint = "another" }, "Text", null, default);

        (comment.Refusal?.Code, refusedAnyway.Refusal?.Code).ShouldBe(("idempotency-key-reused", "idempotency-key-reused"));
    }

    [Fact]
    public async Task A_command_that_was_refused_is_judged_anew()
    {
        var ticket = await town.Open();
        var key = Town.Key();
        (await town.Ticket(ticket.Id).Reopen(town.Agent, key, null, default)).Refusal?.Code.ShouldBe("ticket-not-resolved");
        Town.Accepted(await town.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "Kabel getauscht", null, default));

        var again = Town.Accepted(await town.Ticket(ticket.Id).Reopen(town.Agent, key, null, default));

        (again.Replayed, again.View.Ticket.Status).ShouldBe((false, TicketStatus.Open));
    }

    [Fact]
    public async Task The_retry_of_a_command_that_changed_nothing_changes_nothing_either()
    {
        var ticket = await town.Open();
        var key = Town.Key();
        var first = Town.Accepted(
            await town.Ticket(ticket.Id).Change(town.Agent, key, Nothing with { Priority = Priority.Medium }, null, default));
        Town.Accepted(
            await town.Ticket(ticket.Id).Change(town.Agent, Town.NoKey(), Nothing with { Priority = Priority.Urgent }, null, default));

        var again = Town.Accepted(
            await town.Ticket(ticket.Id).Change(town.Agent, key, Nothing with { Priority = Priority.Medium }, null, default));

        (again.Replayed, again.View.Ticket.Priority, again.View.Ticket.Version).ShouldBe(
            (true, Priority.Medium, first.View.Ticket.Version));
        (await town.Read(ticket.Id)).Ticket.Priority.ShouldBe(Priority.Urgent);
    }

    [Fact]
    public async Task A_retry_is_recognised_though_the_person_it_named_has_left()
    {
        var colleague = town.Is(Role.Agent);
        var (key, first) = (Town.Key(), new TicketId(Guid.CreateVersion7()));
        var opened = Town.Accepted(await town.Intake.Open(town.Agent, key, first, Town.Opening(colleague.Account), default));
        town.Change(colleague, Role.Agent, isActive: false);

        var again = Town.Accepted(
            await town.Intake.Open(town.Agent, key, new(Guid.CreateVersion7()), Town.Opening(colleague.Account), default));
        var anew = await town.Intake.Open(town.Agent, Town.Key(), new(Guid.CreateVersion7()), Town.Opening(colleague.Account), default);

        (again.Replayed, again.View.Id, again.View.Ticket.Number).ShouldBe((true, first, opened.View.Ticket.Number));
        anew.Refusal?.Fields.Single().Code.ShouldBe("not-staff");
    }

    [Fact]
    public async Task A_hundred_openings_with_one_key_open_one_ticket()
    {
        var key = Town.Key();

        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(
            _ => town.Intake.Open(town.Customer, key, new(Guid.CreateVersion7()), Town.Opening(), default)));

        answers.Select(answer => Town.Accepted(answer).View.Id).Distinct().Count().ShouldBe(1);
        answers.Count(answer => !answer.Value!.Replayed).ShouldBe(1);
    }

    [Fact]
    public async Task Openings_side_by_side_get_numbers_of_their_own()
    {
        const int many = 60; // the first block has ten

        var answers = await Task.WhenAll(Enumerable.Range(0, many).Select(
            _ => town.Intake.Open(town.Customer, Town.NoKey(), new(Guid.CreateVersion7()), Town.Opening(), default)));

        answers.Select(answer => Town.Accepted(answer).View.Ticket.Number).Distinct().Count().ShouldBe(many);
    }

    [Fact]
    public async Task The_answer_of_an_earlier_time_is_not_for_somebody_who_may_not_read_it_any_more()
    {
        var ticket = await town.Open();
        var key = Town.Key();
        Town.Accepted(
            await town.Ticket(ticket.Id).Comment(town.Agent, key, new(Guid.CreateVersion7(), "Notiz", Visibility.Internal), default));

        var asCustomer = await town.Ticket(ticket.Id).Comment(
            town.Agent with { Role = Role.Customer }, key, new(Guid.CreateVersion7(), "Notiz", Visibility.Internal), default);

        asCustomer.Refusal?.Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task A_version_that_was_not_read_is_stale_and_strangers_do_not_learn_even_that()
    {
        var ticket = await town.Open();
        var stranger = town.Is(Role.Customer);
        Town.Accepted(await town.Ticket(ticket.Id).Comment(
            town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "Notiz", Visibility.Internal), default));

        var (staff, customer, other) = (
            await town.Ticket(ticket.Id).Change(town.Agent, Town.NoKey(), Nothing with { Subject = "Neu" }, 1, default),
            await town.Ticket(ticket.Id).Change(town.Customer, Town.NoKey(), Nothing with { Subject = "Neu" }, 1, default),
            await town.Ticket(ticket.Id).Change(stranger, Town.NoKey(), Nothing with { Subject = "Neu" }, 1, default));

        staff.Refusal?.Code.ShouldBe("stale-version");
        (customer.Value.View.Ticket.Version, customer.Value.View.Ticket.InternalComments).ShouldBe((2, 0));
        other.Refusal?.Code.ShouldBe("not-found");
    }

    [Fact]
    public async Task Only_active_staff_can_be_assigned_and_only_active_members_can_be_requesters()
    {
        var ticket = await town.Open();
        foreach (var (role, isActive) in (IEnumerable<(Role, bool)>)[(Role.Customer, true), (Role.Operator, true), (Role.Agent, false)])
        {
            var who = town.Is(role, isActive);
            var changed = await town.Ticket(ticket.Id).Change(
                town.Agent, Town.NoKey(), Nothing with { Assignee = who.Account }, null, default);
            (changed.Refusal?.Kind, changed.Refusal?.Fields.Single().Pointer).ShouldBe((Domain.ErrorKind.Invalid, "/assignee"));
        }

        var left = town.Is(Role.Customer, isActive: false);
        foreach (var requester in (Guid[])[left.Account!.Value.Value, Guid.CreateVersion7()])
        {
            var opened = await town.Intake.Open(
                town.Agent, Town.NoKey(), new(Guid.CreateVersion7()), Town.Opening(requester: new AccountId(requester)), default);
            opened.Refusal?.Fields.Single().ShouldBe(TicketErrors.UnknownMember("/requester").Fields.Single());
        }

        Town.Accepted(await town.Intake.Open(
            town.Agent, Town.NoKey(), new(Guid.CreateVersion7()), Town.Opening(requester: town.Customer.Account), default))
            .View.Ticket.Requester.ShouldBe(town.Customer.Account!.Value);
    }

    [Fact]
    public async Task A_ticket_whose_assignee_has_left_can_still_be_changed()
    {
        var (colleague, ticket) = (town.Is(Role.Agent), await town.Open());
        Town.Accepted(
            await town.Ticket(ticket.Id).Change(town.Agent, Town.NoKey(), Nothing with { Assignee = colleague.Account }, null, default));
        town.Change(colleague, Role.Agent, isActive: false);

        Town.Accepted(await town.Ticket(ticket.Id).Change(
            town.Agent, Town.NoKey(), Nothing with { Assignee = colleague.Account, Priority = Priority.High }, null, default));
    }

    [Fact]
    public async Task A_conversation_is_the_same_from_memory_and_from_the_record_and_its_last_page_is_the_last()
    {
        await using var other = await TicketSilo.Start(postgres, members);
        foreach (var count in (int[])[3, 49, 50, 51, 120])
        {
            var ticket = await town.Open();
            for (var i = 0; i < count; i++)
            {
                Town.Accepted(await town.Ticket(ticket.Id).Comment(
                    town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), $"{i}", i % 3 == 0 ? Visibility.Internal : Visibility.Public),
                    default));
            }

            foreach (var reader in (Caller[])[town.Agent, town.Customer])
            {
                var expected = Enumerable.Range(0, count).Where(i => reader == town.Agent || i % 3 != 0).Select(i => $"{i}").ToList();
                foreach (var limit in (int[])[1, 2, 50, 200])
                {
                    (await Pages(town, ticket.Id, reader, limit)).ShouldBe(expected);
                    (await Pages(town.At(other), ticket.Id, reader, limit)).ShouldBe(expected);
                }
            }
        }
    }

    [Fact]
    public async Task A_conversation_too_long_to_keep_is_still_read_whole()
    {
        var ticket = await town.Open();
        foreach (var letter in "abc")
            Town.Accepted(await town.Ticket(ticket.Id).Comment(
                town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), new string(letter, 40_000), Visibility.Public), default));

        var read = Town.Accepted(await town.Ticket(ticket.Id).Read(town.Customer, 50, default));

        read.Comments.Items.Select(comment => comment.Comment.Body[0]).ShouldBe("abc");
    }

    [Fact]
    public async Task Staff_read_the_conversation_of_a_merged_ticket_along_and_lose_it_when_the_merge_is_undone()
    {
        var (source, target) = (await town.Open(), await town.Open());
        await Say(source.Id, "in der Quelle");
        await Say(target.Id, "im Ziel");
        (await Bodies(target.Id, town.Agent)).ShouldBe(["im Ziel"]);

        Town.Accepted(await town.Pair.Merge(town.Agent, Town.NoKey(), source.Id, target.Id, null, default));
        (await Bodies(target.Id, town.Agent)).ShouldBe(["in der Quelle", "im Ziel"]);
        (await Bodies(target.Id, town.Customer)).ShouldBe(["im Ziel"]);
        (await Bodies(source.Id, town.Customer)).ShouldBe(["in der Quelle"]);

        Town.Accepted(await town.Pair.Unmerge(town.Agent, Town.NoKey(), source.Id, default));
        await Say(target.Id, "wieder allein");
        (await Bodies(target.Id, town.Agent)).ShouldBe(["im Ziel", "wieder allein"]);
    }

    private static readonly ChangeTicket Nothing = new();

    private static ChangeTicket Taking(Caller who) => Nothing with { Assignee = who.Account, Status = TicketStatus.InProgress };

    private async Task Say(TicketId ticket, string body) =>
        Town.Accepted(
            await town.Ticket(ticket).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), body, Visibility.Public), default));

    private async Task<IEnumerable<string>> Bodies(TicketId ticket, Caller reader) =>
        Town.Accepted(await town.Ticket(ticket).Read(reader, 50, default)).Comments.Items.Select(comment => comment.Comment.Body);

    // Each page but the last is full, and the last is not empty.
    private static async Task<List<string>> Pages(Town town, TicketId ticket, Caller reader, int limit)
    {
        var bodies = new List<string>();
        CommentPosition? after = null;
        do
        {
            var page = Town.Accepted(await town.Ticket(ticket).Comments(reader, after, limit, default));
            page.Items.ShouldNotBeEmpty();
            if (page.Next is not null)
                page.Items.Count.ShouldBe(limit);
            bodies.AddRange(page.Items.Select(comment => comment.Comment.Body));
            after = page.Next;
        }
        while (after is not null);
        return bodies;
    }
}
