namespace Helpdesk.Grains.Tests.Tickets;

/// <summary>Two activations of one ticket, and a database that fails at the worst moment.</summary>
public sealed class TicketFaultTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private readonly FakeMembers members = new();
    private TicketSilo silo = null!;
    private TicketSilo other = null!;
    private Town town = null!;
    private Town elsewhere = null!;

    public async Task InitializeAsync()
    {
        silo = await TicketSilo.Start(postgres, members);
        other = await TicketSilo.Start(postgres, members);
        town = await Town.Found(postgres, members, silo);
        elsewhere = town.At(other);
    }

    public async Task DisposeAsync()
    {
        await silo.DisposeAsync();
        await other.DisposeAsync();
    }

    /// <summary>Every command, and how it is prepared.</summary>
    public static TheoryData<string> Commands() => ["open", "comment", "change", "close", "confirm", "reopen", "delete", "change nothing"];

    [Fact]
    public async Task The_second_of_two_activations_reads_again_and_decides_again()
    {
        var ticket = await town.Open();
        await elsewhere.Read(ticket.Id);
        Town.Accepted(
            await town.Ticket(ticket.Id).Comment(town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "hier", Visibility.Public), default));

        var there = Town.Accepted(await elsewhere.Ticket(ticket.Id).Comment(
            town.Agent, Town.NoKey(), new(Guid.CreateVersion7(), "dort", Visibility.Public), default));

        there.View.Ticket.Version.ShouldBe(3);
        Town.Accepted(await elsewhere.Ticket(ticket.Id).Read(town.Agent, 50, default)).Comments.Items.Select(comment =>
            comment.Comment.Body).ShouldBe(["hier", "dort"]);
        (await town.History(ticket.Id)).Select(recorded => recorded.Version).ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_the_database_has_undone_because_it_took_too_long_is_answered_once_and_not_tried_again()
    {
        var ticket = await town.Open();
        var appends = 0;
        silo.Store.BeforeAppend = () =>
        {
            appends++;
            throw new StorageException("A row is locked.", new TimeoutException()) { IsUndone = true };
        };

        var refused = await town.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "hier", null, default);

        refused.Refusal.ShouldBe(FeedErrors.Unreachable);
        appends.ShouldBe(1);
        silo.Store.Mend();
        Town.Accepted(await town.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "hier", null, default));
    }

    [Fact]
    public async Task Of_two_closings_by_two_activations_one_is_refused()
    {
        var ticket = await town.Open();
        await elsewhere.Read(ticket.Id);

        var answers = await Task.WhenAll(
            town.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "hier", null, default),
            elsewhere.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "dort", null, default));

        answers.Select(answer => answer.Refusal?.Code).ShouldBe([null, "ticket-already-closed"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_change_on_a_version_that_is_history_elsewhere_is_stale()
    {
        var ticket = await town.Open();
        await elsewhere.Read(ticket.Id);
        Town.Accepted(
            await town.Ticket(ticket.Id).Change(town.Agent, Town.NoKey(), Change with { Priority = Priority.Urgent }, 1, default));

        var there = await elsewhere.Ticket(ticket.Id).Change(town.Agent, Town.NoKey(), Change with { Priority = Priority.Low }, 1, default);

        there.Refusal?.Code.ShouldBe("stale-version");
        (await elsewhere.Read(ticket.Id)).Ticket.Priority.ShouldBe(Priority.Urgent);
    }

    [Fact]
    public async Task Who_loses_twice_gives_up_and_nothing_is_recorded()
    {
        var ticket = await town.Open();
        silo.Store.BeforeAppend = () => town.WriteBehind(ticket.Id, TicketHistory.Said("dazwischen"));

        var lost = await town.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "Kabel getauscht", null, default);
        silo.Store.Mend();

        (lost.Refusal?.Kind, lost.Refusal?.Code).ShouldBe((Domain.ErrorKind.Conflict, "contended"));
        (await town.History(ticket.Id)).Skip(1).ShouldAllBe(recorded => recorded.Event is TicketEvent.Commented);
        (await town.Read(ticket.Id)).Ticket.PublicComments.ShouldBe(2);
    }

    [Fact]
    public async Task Who_loses_once_wins_on_the_second_try()
    {
        var ticket = await town.Open();
        var times = 0;
        silo.Store.BeforeAppend = () => times++ == 0 ? town.WriteBehind(ticket.Id, TicketHistory.Said("dazwischen")) : Task.CompletedTask;

        var closed = Town.Accepted(await town.Ticket(ticket.Id).Close(town.Agent, Town.NoKey(), "Kabel getauscht", null, default));
        silo.Store.Mend();

        (closed.View.Ticket.Version, closed.View.Ticket.PublicComments, closed.View.Ticket.Status).ShouldBe((3, 1, TicketStatus.Closed));
    }

    [Fact]
    public async Task A_replay_from_another_activation_does_not_leave_an_old_state_in_memory()
    {
        var ticket = await town.Open();
        await elsewhere.Read(ticket.Id);
        var key = Town.Key();
        Town.Accepted(
            await town.Ticket(ticket.Id).Comment(town.Agent, key, new(Guid.CreateVersion7(), "hier", Visibility.Public), default));

        Town.Accepted(await elsewhere.Ticket(ticket.Id)
            .Comment(town.Agent, key, new(Guid.CreateVersion7(), "hier", Visibility.Public), default)).Replayed.ShouldBeTrue();

        Town.Accepted(await elsewhere.Ticket(ticket.Id).Read(town.Agent, 50, default)).Comments.Items.Count.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Each_command_is_wholly_there_or_wholly_absent_whichever_call_fails_and_its_retry_has_one_effect(string command)
    {
        for (var broken = 1; await FailsAt(command, broken, answerIsLost: false, lines: 1); broken++)
        {
        }

        for (var broken = 1; await FailsAt(command, broken, answerIsLost: true, lines: 1); broken++)
        {
        }

        for (var broken = 1; await FailsAt(command, broken, answerIsLost: false, lines: int.MaxValue); broken++)
        {
        }

        for (var broken = 1; await FailsAt(command, broken, answerIsLost: true, lines: int.MaxValue); broken++)
        {
        }
    }

    // Cuts the line at one call, or from that call on. False: the command needs fewer calls than that.
    private async Task<bool> FailsAt(string command, int broken, bool answerIsLost, int lines)
    {
        var ticket = Guid.CreateVersion7();
        await Prepare(command, new(ticket));
        var before = await town.History(new(ticket));
        var (key, hit) = (Town.Key(), false);
        Func<int, Task> cut = number =>
        {
            if (number < broken || number - broken >= lines)
                return Task.CompletedTask;
            hit = true;
            throw FaultyTicketStore.Fault();
        };
        silo.Store.Mend();
        if (answerIsLost)
            silo.Store.After = cut;
        else
            silo.Store.Before = cut;
        var first = await Run(command, ticket, key);
        silo.Store.Mend();
        var between = await town.History(new(ticket));
        var memory = await town.Ticket(new(ticket)).Read(town.Admin, 50, default);

        if (first.Refusal is { } refusal)
            refusal.Code.ShouldBe("storage-unavailable");
        else
            between.Count.ShouldBe(before.Count + Effects(command));
        between.Count.ShouldBeOneOf(before.Count, before.Count + Effects(command));
        if (!memory.Refused(out _, out var read))
            (read.View.Ticket.Version, read.Comments.Items.Count).ShouldBe(
                (between.Count, between.Count(recorded => recorded.Event is TicketEvent.Commented)));

        Town.Accepted(await Run(command, ticket, key));
        Town.Accepted(await Run(command, ticket, key)).Replayed.ShouldBeTrue();
        var after = await town.History(new(ticket));
        after.Count.ShouldBe(before.Count + Effects(command));
        after.Select(recorded => recorded.Version).ShouldBe(Enumerable.Range(1, after.Count));
        return hit;
    }

    private async Task Prepare(string command, TicketId ticket)
    {
        if (command == "open")
            return;
        Town.Accepted(await elsewhere.Intake.Open(town.Customer, Town.NoKey(), ticket, Town.Opening(), default));
        if (command == "reopen")
            Town.Accepted(await elsewhere.Ticket(ticket).Close(town.Agent, Town.NoKey(), "Kabel getauscht", null, default));
    }

    private Task<Result<TicketOutcome>> Run(string command, Guid id, CommandId key)
    {
        var ticket = town.Ticket(new(id));
        return command switch
        {
            "open" => town.Intake.Open(town.Customer, key, new(id), Town.Opening(), default),
            "comment" => ticket.Comment(town.Agent, key, new(Guid.CreateVersion7(), "Kommt gleich jemand.", Visibility.Public), default),
            "change" => ticket.Change(
                town.Agent, key, Change with { Assignee = town.Agent.Account, Status = TicketStatus.InProgress }, null, default),
            "change nothing" => ticket.Change(town.Agent, key, Change with { Priority = Priority.Medium }, null, default),
            "close" => ticket.Close(town.Agent, key, "Kabel getauscht", null, default),
            "confirm" => ticket.Confirm(town.Customer, key, "Danke", default),
            "reopen" => ticket.Reopen(town.Agent, key, "Kam wieder", default),
            "delete" => ticket.Delete(town.Admin, key, null, default),
            _ => throw new ArgumentOutOfRangeException(nameof(command), command, null),
        };
    }

    private static int Effects(string command) => command switch
    {
        "change" or "confirm" or "reopen" => 2,
        "change nothing" => 0,
        _ => 1,
    };

    private static readonly ChangeTicket Change = new();
}
