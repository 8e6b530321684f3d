namespace Helpdesk.Grains.Tests.Sla;

/// <summary>Answers that leave at their moment, on the real engine and the real database.</summary>
public sealed class ScheduledAnswerTests(PostgresFixture database) : InAnSlaTown(database)
{
    [Fact]
    public async Task It_leaves_at_its_moment_and_never_before_once_as_its_authors_words()
    {
        var ticket = await town.Open(Priority.Low);
        var (answer, at) = await Schedule(ticket.Id, hours: 2);
        (await town.Due(ticket.Id)).ShouldContain((TicketScheduling.SendLook, at));

        await town.SweepAt(at.AddMicroseconds(-1));
        (await Said(ticket.Id)).ShouldBeEmpty();

        await town.SweepAt(at);
        await town.Sweep();

        var said = (await Said(ticket.Id)).ShouldHaveSingleItem();
        (said.Actor, ((TicketEvent.Commented)said.Event).Id, said.At.ToDateTimeOffset()).ShouldBe((town.People.Agent.Account, answer, at));
        (await town.Stored(ticket.Id)).Scheduled.ShouldBeEmpty();
        (await town.Due(ticket.Id)).ShouldNotContain(due => due.Kind == TicketScheduling.SendLook);
    }

    [Fact]
    public async Task Two_engines_at_once_send_it_once()
    {
        var tickets = new List<(TicketId Ticket, Guid Answer)>();
        for (var i = 0; i < 10; i++)
        {
            var ticket = (await town.Open(Priority.Low)).Id;
            tickets.Add((ticket, (await Schedule(ticket, hours: 2)).Answer));
        }

        await using var other = await town.AnotherSilo();
        town.Time.MoveTo(town.Now.AddHours(3));
        await Task.WhenAll(town.Sweep(), town.Sweep(other));
        foreach (var (ticket, answer) in tickets)
        {
            await town.People.Ticket(ticket).Look(TicketScheduling.SendLook, default);
            await town.People.At(other).Ticket(ticket).Look(TicketScheduling.SendLook, default);
            ((TicketEvent.Commented)(await Said(ticket)).ShouldHaveSingleItem().Event).Id.ShouldBe(answer);
        }
    }

    [Fact]
    public async Task Where_the_customer_wrote_meanwhile_it_is_held_back_and_its_author_told()
    {
        var ticket = await town.Open(Priority.Low);
        var (_, at) = await Schedule(ticket.Id, hours: 2);
        Town.Accepted(await town.People.Ticket(ticket.Id).Comment(
            town.People.Customer, Town.NoKey(), new(Guid.CreateVersion7(), "Es hat sich erledigt.", Visibility.Public), default));

        await town.SweepAt(at);
        await town.Sweep();

        (await Said(ticket.Id)).Count.ShouldBe(1);
        (await town.Stored(ticket.Id)).Scheduled.Single().Held.ShouldBe(HeldBecause.CustomerWrote);
        (await town.People.History(ticket.Id)).Count(recorded => recorded.Event is TicketEvent.ScheduleHeld).ShouldBe(1);
        (await town.Due(ticket.Id)).ShouldNotContain(due => due.Kind == TicketScheduling.SendLook);
    }

    [Fact]
    public async Task Whoever_serves_no_longer_sends_nothing()
    {
        var ticket = await town.Open(Priority.Low);
        var (_, at) = await Schedule(ticket.Id, hours: 2);
        town.People.Change(town.People.Agent, Role.Customer, isActive: true);

        await town.SweepAt(at);

        (await Said(ticket.Id)).ShouldBeEmpty();
        (await town.Stored(ticket.Id)).Scheduled.Single().Held.ShouldBe(HeldBecause.AuthorLeft);
    }

    [Fact]
    public async Task A_file_that_is_gone_holds_it_back()
    {
        var ticket = await town.Open(Priority.Low);
        var (answer, at) = await Schedule(ticket.Id, hours: 2);
        var scheduled = (await town.Stored(ticket.Id)).Scheduled.Single();
        await town.People.WriteBehind(ticket.Id, new TicketEvent.ScheduleTakenBack(answer));
        await Write(ticket.Id, scheduled with { Attachments = [Guid.CreateVersion7()] });

        await town.SweepAt(at);

        (await town.Stored(ticket.Id)).Scheduled.Single().Held.ShouldBe(HeldBecause.Refused);
    }

    private async Task<(Guid Answer, DateTimeOffset At)> Schedule(TicketId ticket, int hours)
    {
        var at = town.Now.AddHours(hours);
        var said = new AddComment(Guid.CreateVersion7(), "Morgen kommt jemand.", Visibility.Public) { SendAt = Instant.FromDateTimeOffset(at) };
        Town.Accepted(await town.People.Ticket(ticket).Comment(town.People.Agent, Town.NoKey(), said, default)).Scheduled!.Id.ShouldBe(said.Id);
        return (said.Id, at);
    }

    private Task Write(TicketId ticket, ScheduledAnswer answer) => town.People.WriteBehind(
        ticket, new TicketEvent.AnswerScheduled(answer.Id, answer.Body, answer.SendAt) { Attachments = answer.Attachments }, answer.By);

    private async Task<IReadOnlyList<Recorded<TicketEvent>>> Said(TicketId ticket) =>
        [.. (await town.People.History(ticket)).Where(recorded => recorded.Event is TicketEvent.Commented)];
}
