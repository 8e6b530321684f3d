namespace Helpdesk.Postgres.Tests.Tickets;

/// <summary>Whoever copies learns of everything, and of nothing that was never theirs.</summary>
public sealed class TicketNewsTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private readonly TicketNewsTown town = new(postgres);
    private readonly AccountId reader = Some.Account();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_copy_that_follows_is_what_a_full_list_answers_for_each_role_whatever_happens_meanwhile(int seed)
    {
        var (agent, customer, changing) = (Some.Account(), Some.Account(), Some.Account());
        await town.Becomes(new MembershipEvent.Granted(agent, Role.Agent, MembershipStatus.Active));
        await town.Becomes(new MembershipEvent.Granted(changing, Role.Agent, MembershipStatus.Active));
        var (isStaff, done) = (true, false);
        TicketCopy[] copies = [new(town, agent), new(town, customer), new(town, changing)];
        var staffsOpen = new TicketCopy(town, agent) { Filter = query => query with { Status = [TicketStatus.Open] } };

        var readers = Task.WhenAll(
            Follow(copies[0], () => true), Follow(copies[1], () => false), Follow(copies[2], () => Volatile.Read(ref isStaff)),
            Follow(staffsOpen, () => true));
        var writers = Enumerable.Range(0, 3).Select(number => Write(new Random(seed * 10 + number), [customer, changing, Some.Account()]));
        await Task.WhenAll([.. writers, ChangeRoles(new Random(seed))]);
        Volatile.Write(ref done, true);
        await readers;

        var because = $"seed {seed}";
        await copies[0].ShouldBecomeTheList(staff: true, because);
        await copies[1].ShouldBecomeTheList(staff: false, because);
        await copies[2].ShouldBecomeTheList(isStaff, because);
        await staffsOpen.ShouldBecomeTheList(staff: true, because);

        async Task Follow(TicketCopy copy, Func<bool> staff)
        {
            while (!Volatile.Read(ref done))
                await copy.Read(staff());
        }

        // What the api remembers of a role is a little older than what the database has.
        async Task ChangeRoles(Random random)
        {
            for (var turn = 0; turn < 4; turn++)
            {
                var (from, to) = turn % 2 == 0 ? (Role.Agent, Role.Customer) : (Role.Customer, Role.Agent);
                for (var wait = random.Next(12); wait > 0; wait--)
                    await town.Open(customer);
                await town.Becomes(new MembershipEvent.RoleChanged(changing, from, to));
                for (var wait = random.Next(6); wait > 0; wait--)
                    await town.Open(changing);
                Volatile.Write(ref isStaff, to == Role.Agent);
            }
        }
    }

    [Fact]
    public async Task What_was_deleted_is_told_with_its_number_and_the_moment_and_to_nobody_whose_it_never_was()
    {
        var (staff, mine) = (new TicketCopy(town, Some.Account()), new TicketCopy(town, reader));
        var theirs = new TicketCopy(town, Some.Account());
        var ticket = await town.Open(reader);
        await staff.ShouldBecomeTheList(staff: true, "opened");
        await mine.ShouldBecomeTheList(staff: false, "opened");
        await town.Happens(ticket, TicketHistory.Said(visibility: Visibility.Internal));
        await town.Happens(ticket, new TicketEvent.Deleted());

        await staff.ShouldBecomeTheList(staff: true, "deleted");
        await mine.ShouldBecomeTheList(staff: false, "deleted");
        await theirs.ShouldBecomeTheList(staff: false, "deleted");

        var expected = new GoneTicket(town.Tenant, new(ticket.Stream), ticket.State!.Number, GoneReason.Deleted, ticket.State.UpdatedAt);
        staff.Gone.Select(InSeconds).ShouldBe([InSeconds(expected)]);
        mine.Gone.Select(InSeconds).ShouldBe([InSeconds(expected)]);
        theirs.Gone.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_comes_later_is_not_told_what_was_deleted_before()
    {
        await town.Happens(await town.Open(Some.Account()), new TicketEvent.Deleted());
        var copy = new TicketCopy(town, reader);
        await town.Becomes(new MembershipEvent.Granted(reader, Role.Agent, MembershipStatus.Active));
        var later = await town.Open(Some.Account());
        await copy.ShouldBecomeTheList(staff: true, "granted");
        await town.Happens(later, new TicketEvent.Deleted());
        await copy.ShouldBecomeTheList(staff: true, "deleted");

        copy.Gone.ShouldHaveSingleItem().Id.Value.ShouldBe(later.Stream);
    }

    [Fact]
    public async Task Who_is_staff_no_longer_lets_go_of_what_they_saw_and_hears_of_nothing_newer()
    {
        await town.Becomes(new MembershipEvent.Granted(reader, Role.Agent, MembershipStatus.Active));
        var (copy, seen, own) = (new TicketCopy(town, reader), await town.Open(Some.Account()), await town.Open(reader));
        await copy.ShouldBecomeTheList(staff: true, "granted");
        await town.Becomes(new MembershipEvent.RoleChanged(reader, Role.Agent, Role.Customer));
        // Read once more as staff: the api remembers the role for some seconds.
        var meanwhile = await town.Open(Some.Account());
        await copy.ShouldBecomeTheList(staff: true, "remembered");
        await town.Open(Some.Account(), Duration.FromMinutes(1));
        await town.Happens(await town.Open(Some.Account(), Duration.FromMinutes(1)), new TicketEvent.Deleted());
        await copy.ShouldBecomeTheList(staff: false, "a customer");

        copy.Gone.ShouldAllBe(gone => gone.What == GoneReason.NoLongerVisible);
        copy.Gone.Select(gone => gone.Id.Value).ShouldBe([seen.Stream, meanwhile.Stream], ignoreOrder: true);
        copy.Held.Keys.Select(id => id.Value).ShouldBe([own.Stream]);
    }

    [Fact]
    public async Task A_merged_ticket_says_into_which_unless_that_is_somebody_elses()
    {
        var (target, mine, foreign) = (await town.Open(reader), await town.Open(reader), await town.Open(reader));
        var others = await town.Open(Some.Account());
        await town.Happens(mine, new TicketEvent.Merged(new(target.Stream), target.State!.Number, TicketStatus.Open, SameRequester: true));
        await town.Happens(foreign, new TicketEvent.Merged(new(others.Stream), others.State!.Number, TicketStatus.Open));
        var (copy, staff) = (new TicketCopy(town, reader), new TicketCopy(town, Some.Account()));
        await copy.ShouldBecomeTheList(staff: false, "merged");
        await staff.ShouldBecomeTheList(staff: true, "merged");

        copy.Held[new(mine.Stream)].MergedInto.ShouldBe(new TicketReference(new(target.Stream), target.State.Number));
        copy.Held[new(foreign.Stream)].MergedInto.ShouldBeNull();
        staff.Held[new(foreign.Stream)].MergedInto.ShouldBe(new TicketReference(new(others.Stream), others.State.Number));
    }

    [Fact]
    public async Task What_the_filters_leave_out_from_now_on_is_let_go_of()
    {
        var ticket = await town.Open(Some.Account());
        var copy = new TicketCopy(town, reader) { Filter = query => query with { Status = [TicketStatus.Open] } };
        await copy.ShouldBecomeTheList(staff: true, "open");
        copy.Held.ShouldHaveSingleItem();
        await town.Happens(ticket, new TicketEvent.Closed(TicketStatus.Open, "Erledigt."));
        await copy.ShouldBecomeTheList(staff: true, "closed");

        copy.Gone.ShouldHaveSingleItem().What.ShouldBe(GoneReason.NoLongerMatches);
    }

    [Fact]
    public async Task Customers_learn_neither_version_nor_time_nor_order_of_internal_changes()
    {
        var (copy, ticket) = (new TicketCopy(town, reader), await town.Open(reader));
        await copy.ShouldBecomeTheList(staff: false, "opened");
        var before = copy.Held.Values.Single();
        await town.Happens(ticket, TicketHistory.Said(visibility: Visibility.Internal), new TicketEvent.QueueChanged(null, "cms"));

        (await copy.Read(staff: false)).ShouldBe(0);
        await copy.ShouldBecomeTheList(staff: false, "internal");
        copy.Held.Values.Single().ShouldBe(before);
    }

    [Fact]
    public async Task A_change_that_commits_late_is_never_skipped()
    {
        var (late, copy) = (await town.Open(Some.Account()), new TicketCopy(town, reader));
        await copy.ShouldBecomeTheList(staff: true, "opened");
        await using var open = await postgres.Superuser.OpenConnectionAsync();
        await using var transaction = await open.BeginTransactionAsync();
        await using (var write = new Npgsql.NpgsqlCommand(
            "update ticket set tx = pg_current_xact_id(), subject = 'spät' where id = $1", open, transaction))
        {
            write.Parameters.Add(new() { Value = late.Stream });
            await write.ExecuteNonQueryAsync();
        }

        var early = await town.Open(Some.Account());
        (await copy.Read(staff: true)).ShouldBe(0);
        await transaction.CommitAsync();
        await copy.ShouldBecomeTheList(staff: true, "committed");

        copy.Held.Keys.Select(id => id.Value).ShouldBe([late.Stream, early.Stream], ignoreOrder: true);
    }

    private async Task Write(Random random, AccountId[] requesters)
    {
        var mine = new List<TicketHistory>();
        for (var step = 0; step < 60; step++)
        {
            if (mine.Count == 0 || random.Next(3) == 0)
                mine.Add(await town.Open(requesters[random.Next(requesters.Length)]));
            else if (mine[random.Next(mine.Count)] is { State: { IsDeleted: false, MergedInto: null } state } ticket)
                await town.Happens(ticket, What(random.Next(7), state, mine[0]));
        }
    }

    private static TicketEvent What(int choice, Ticket ticket, TicketHistory other) => choice switch
    {
        0 => new TicketEvent.Deleted(),
        1 => TicketHistory.Said(),
        2 => TicketHistory.Said(visibility: Visibility.Internal),
        3 => new TicketEvent.Tagged($"tag {Some.Number()}"),
        4 => new TicketEvent.SubjectChanged(ticket.Subject, $"Betreff {Some.Number()}"),
        5 => new TicketEvent.Merged(
            new(other.Stream), other.State!.Number, ticket.Status, ticket.Requester == other.State.Requester),
        _ => ticket.Status == TicketStatus.Open
            ? new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.WaitingOnCustomer)
            : new TicketEvent.StatusChanged(ticket.Status, TicketStatus.Open),
    };

    // The database keeps microseconds.
    private static GoneTicket InSeconds(GoneTicket gone) => gone with { At = Instant.FromUnixTimeSeconds(gone.At.ToUnixTimeSeconds()) };
}
