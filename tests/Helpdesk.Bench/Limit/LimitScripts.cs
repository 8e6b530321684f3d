using System.Collections.Concurrent;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Sql;
using Helpdesk.Postgres.Tickets;

namespace Helpdesk.Bench.Limit;

/// <summary>The product's statements for the four operations, taken from the product's own stores and made repeatable.</summary>
internal sealed record LimitScripts(
    Script Open, Script Comment, int CommentRows, int CommentEvents, Script Read, IReadOnlyDictionary<string, Script> Lists)
{
    public static async Task<LimitScripts> Make(Database database, LimitPlan plan)
    {
        var store = new TicketStore(database);
        var (tenant, stream) = (new TenantId(plan.Sample.Tenant), plan.Sample.Ticket);
        var history = await store.History(tenant, stream, plan.Sample.Commented, CancellationToken.None);
        var opened = Fold(null, history.Where(recorded => recorded.Version <= plan.Sample.Opened));
        var commented = Fold(opened, history.Where(recorded => recorded.Version > plan.Sample.Opened));
        var createdAt = opened.CreatedAt.ToDateTimeUtc();

        return new(
            Write(new(tenant, stream, null, opened, [.. history.Take(plan.Sample.Opened)], new(Guid.CreateVersion7(), ""), Origin), new(
                stream, opened.Number, default, 0)),
            Write(
                new(tenant, stream, opened, commented, [.. history.Skip(plan.Sample.Opened)], new(Guid.CreateVersion7(), ""), Origin),
                new(stream, opened.Number, createdAt, plan.Sample.Opened)),
            CommentRows: plan.Sample.Commented - plan.Sample.Opened + 2,
            CommentEvents: plan.Sample.Commented - plan.Sample.Opened,
            Script.Of(store.StatementsToLoad(tenant, stream, comments: 50), new(stream, "", default, 0)),
            plan.Towns.ToDictionary(
                town => town.Key,
                town => Script.Of(new TicketList(database).StatementsOf(
                    new TicketQuery { Tenants = [new(town.Value)], Limit = LimitProgram.PageSize }))));

        Script Write(Append<Ticket, TicketEvent> append, Script.Turn sample) =>
            Script.Of(store.StatementsOf(append), sample, new(append.Operation.Id, append.Events[^1].At.ToDateTimeUtc()));
    }

    private const string Origin = "127.0.0.1 token";

    private static Ticket Fold(Ticket? state, IEnumerable<Recorded<TicketEvent>> events) =>
        events.Aggregate(state, (folded, recorded) => Ticket.Apply(folded, recorded))!;
}

/// <summary>The tickets that the limit comments on: which version each has is all that it remembers.</summary>
internal sealed class LimitTickets
{
    private readonly ConcurrentDictionary<Guid, Script.Turn> next = new();

    /// <param name="sampleVersion">The version that the sample was commented at.</param>
    public static async Task<LimitTickets> Load(Database database, LimitPlan plan, int sampleVersion)
    {
        var tickets = new LimitTickets();
        await using var batch = database.ForTenant(new(plan.Sample.Tenant));
        batch.Add("select id, number, created_at, version from ticket where tenant_id = $1 and id = any ($2)")
            .With(plan.Sample.Tenant).With(plan.Commented.ToArray());
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        while (await reader.ReadAsync())
            tickets.next[reader.GetGuid(0)] = new(
                reader.GetGuid(0), reader.GetString(1), reader.GetDateTime(2), reader.GetInt32(3) - sampleVersion);
        return tickets;
    }

    public Script.Turn? Next(Guid ticket, int events)
    {
        if (!next.TryGetValue(ticket, out var turn))
            return null;
        next[ticket] = turn with { Versions = turn.Versions + events };
        return turn;
    }
}
