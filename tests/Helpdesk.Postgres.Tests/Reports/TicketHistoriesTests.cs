using Helpdesk.Domain.Reports;

namespace Helpdesk.Postgres.Tests.Reports;

public sealed class TicketHistoriesTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly Instant Start = Instant.FromUtc(2020, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2100, 1, 1, 0, 0);

    private readonly ITicketHistories histories = postgres.Port<ITicketHistories>();
    private readonly ITicketStore store = postgres.Port<ITicketStore>();
    private readonly TenantId tenant = Some.Tenant();

    [Fact]
    public async Task Each_ticket_of_the_tenant_comes_with_its_whole_history_and_without_texts()
    {
        var (first, second, foreign) = (new TicketHistory(tenant), new TicketHistory(tenant), new TicketHistory(Some.Tenant()));
        foreach (var history in new[] { first, second, foreign })
        {
            await store.Append(history.Next(TicketHistory.Opened()), default);
            await store.Append(history.Next(TicketHistory.Said(), new TicketEvent.Closed(TicketStatus.Open, "Fertig")), default);
        }

        var read = await Read(new(Start, End));

        read.Count.ShouldBe(2);
        read.ShouldAllBe(history => history.Select(recorded => recorded.Version).SequenceEqual(new[] { 1, 2, 3 }));
        read.SelectMany(history => history).Select(recorded => recorded.Event).OfType<TicketEvent.Commented>().ShouldAllBe(
            said => said.Body == null);
    }

    [Fact]
    public async Task What_was_over_before_the_period_or_opened_after_it_or_deleted_does_not_come()
    {
        var (over, open, deleted) = (new TicketHistory(tenant), new TicketHistory(tenant), new TicketHistory(tenant));
        await store.Append(over.Next(TicketHistory.Opened()), default);
        await store.Append(over.Next(new TicketEvent.Closed(TicketStatus.Open, "Fertig")), default);
        await store.Append(deleted.Next(TicketHistory.Opened()), default);
        await store.Append(deleted.Next(new TicketEvent.Deleted()), default);
        await store.Append(open.Next(TicketHistory.Opened()), default);

        var later = open.State!.UpdatedAt + Duration.FromDays(1);
        (await Read(new(later, End))).ShouldHaveSingleItem().Count.ShouldBe(1);
        (await Read(new(Start, over.State!.CreatedAt))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_deleted_comes_where_it_was_final_by_then()
    {
        var history = new TicketHistory(tenant);
        await store.Append(history.Next(TicketHistory.Opened()), default);
        await store.Append(history.Next(new TicketEvent.Deleted()), default);
        var final = history.State!.UpdatedAt - ReportFinality.After;

        (await Read(new(final, End))).ShouldHaveSingleItem().Count.ShouldBe(2);
        (await Read(new(final + Duration.FromTicks(10), End))).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_came_of_it_after_the_period_is_there_up_to_now()
    {
        var history = new TicketHistory(tenant);
        await store.Append(history.Next(TicketHistory.Opened()), default);
        await store.Append(history.Next(new TicketEvent.Closed(TicketStatus.Open, "Fertig")), default);
        var closed = history.State!.ClosedAt!.Value;

        (await Read(new(Start, closed))).ShouldHaveSingleItem().Select(recorded => recorded.Event.GetType()).ShouldBe(
            [typeof(TicketEvent.Opened), typeof(TicketEvent.Closed)]);
        (await Read(new(Start, closed), known: closed)).ShouldHaveSingleItem()
            .ShouldHaveSingleItem().Event.ShouldBeOfType<TicketEvent.Opened>();
    }

    private async Task<List<IReadOnlyList<Recorded<TicketEvent>>>> Read(ReportPeriod period, Instant? known = null)
    {
        var read = new List<IReadOnlyList<Recorded<TicketEvent>>>();
        await foreach (var history in histories.Read(tenant, period, known ?? End, default))
            read.Add(history);
        return read;
    }
}
