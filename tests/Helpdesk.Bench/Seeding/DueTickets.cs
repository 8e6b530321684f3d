using System.Collections.Immutable;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Sql;
using Helpdesk.Postgres.Tickets;
using Npgsql;

namespace Helpdesk.Bench.Seeding;

/// <summary>Open tickets under the seeded policy, with the due times that the product's own rules give them.</summary>
internal static class DueTickets
{
    /// <summary>What the seeded policy promises for urgent tickets.</summary>
    private static readonly Duration Promised = Duration.FromHours(4);

    private static readonly SlaSituation Situation = new(
        SlaPolicyBook.Seeded, ImmutableDictionary<Guid, BusinessCalendar>.Empty, SlaRules.Seeded, null);

    /// <summary>Assigned, warned of long ago, and breaching at that very moment.</summary>
    public static Task Breaching(Town town, int first, int count, Instant dueAt, Database database, NpgsqlDataSource superuser) =>
        Copy(town, first, count, Priority.Urgent, _ => dueAt - Promised, warned: true, database, superuser);

    /// <summary>Opened during the last day, with days to go until anything happens.</summary>
    public static Task Open(Town town, int first, int count, Instant now, Database database, NpgsqlDataSource superuser) =>
        Copy(town, first, count, Priority.Low, place => now - Duration.FromSeconds(place % 86_400), warned: false, database, superuser);

    private static async Task Copy(
        Town town, int first, int count, Priority priority, Func<int, Instant> openedAt, bool warned, Database database,
        NpgsqlDataSource superuser)
    {
        var store = new TicketStore(database);
        await using var copying = new Copying(superuser);
        for (var place = 0; place < count; place++)
        {
            await using var batch = store.StatementsOf(Append(town, first + place, priority, openedAt(place), warned));
            await copying.Add(batch);
        }

        await copying.Complete();
    }

    private static Append<Ticket, TicketEvent> Append(Town town, int number, Priority priority, Instant openedAt, bool warned)
    {
        var history = new List<Recorded<TicketEvent>>();
        Ticket? ticket = null;
        var opened = new TicketEvent.Opened
        {
            Number = TicketNumber.Of(TicketNumber.PrefixFor(town.Slug), number),
            Subject = "Anmeldung am Redaktionssystem schlägt fehl",
            Description = "Seit heute früh. Bitte um Rückruf.",
            Priority = priority,
            Category = "it",
            Queue = null,
            Team = null,
            Requester = town.Agent,
            Channel = "api",
        };
        Happen(openedAt, town.Agent, [opened, new TicketEvent.Assigned(null, town.Agent)]);
        if (warned && ticket!.Plan.NextLook is { } warning)
            Happen(warning, null, TicketPlanning.Look(ticket, Situation, TicketLists.Seeded, warning).Events);
        return new(town.Id, Guid.CreateVersion7(openedAt.ToDateTimeOffset()), null, ticket!, history,
            new(Guid.CreateVersion7(), ""), "bench");

        void Happen(Instant at, AccountId? actor, IReadOnlyList<TicketEvent> decided)
        {
            var after = Fold(decided, at, actor, out _);
            ticket = Fold(TicketPlanning.Complete(decided, after, Situation, at), at, actor, out var recorded);
            history.AddRange(recorded);
        }

        Ticket Fold(IReadOnlyList<TicketEvent> what, Instant at, AccountId? actor, out List<Recorded<TicketEvent>> recorded)
        {
            recorded = [.. what.Select((one, index) => new Recorded<TicketEvent>(history.Count + index + 1, at, actor, one))];
            return recorded.Aggregate(ticket, Ticket.Apply)!;
        }
    }
}
