using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Sql;
using Helpdesk.Postgres.Tickets;
using Npgsql;

namespace Helpdesk.Bench.Seeding;

/// <summary>The tickets of the last year, for lists to find their way through. The same ones in every run.</summary>
internal static class OldTickets
{
    private static readonly string[] Subjects =
    [
        "Drucker im Bürgerbüro druckt nicht", "Formular „Hundesteuer“ lässt sich nicht absenden",
            "Anmeldung am Redaktionssystem schlägt fehl",
        "Bilder der Startseite fehlen seit dem Update", "Ratsinformation: Tagesordnung wird doppelt angezeigt",
        "Bitte um Schulung für neue Kollegin",
        "Suche findet keine Bekanntmachungen", "Terminvereinbarung zeigt falsche Öffnungszeiten", "Newsletter wurde nicht versandt",
        "Barrierefreiheit: Kontrast der Menüs zu gering",
    ];

    private static readonly string[] Categories = ["it", "website", "formulare", "schulung"];

    /// <param name="upTo">When the newest one was opened.</param>
    public static async Task Copy(Town town, int count, Instant upTo, Database database, NpgsqlDataSource superuser)
    {
        var store = new TicketStore(database);
        var random = new Random(count);
        var between = Duration.FromDays(365) / count;
        await using var copying = new Copying(superuser);
        for (var number = 1; number <= count; number++)
        {
            var openedAt = WholeMicroseconds(upTo - (between * (count - number)));
            await using var batch = store.StatementsOf(Append(town, number, openedAt, random));
            await copying.Add(batch);
        }

        await copying.Complete();
        await ReserveNumbers(town, count, superuser);
    }

    private static Append<Ticket, TicketEvent> Append(Town town, int number, Instant openedAt, Random random)
    {
        var requester = new AccountId(new Guid(random.Next(1, 500), 0, 0, new byte[8]));
        var opened = new TicketEvent.Opened
        {
            Number = TicketNumber.Of(TicketNumber.PrefixFor(town.Slug), number),
            Subject = Subjects[random.Next(Subjects.Length)],
            Description = "Seit heute früh. Bitte um Rückruf.",
            Priority = (Priority)random.Next(4),
            Category = Categories[random.Next(Categories.Length)],
            Queue = null,
            Team = null,
            Requester = requester,
            Channel = "api",
        };
        TicketEvent[] whatFollowed = random.Next(10) switch
        {
            < 3 => [],
            < 5 => [new TicketEvent.Assigned(null, town.Agent), new TicketEvent.StatusChanged(TicketStatus.Open, TicketStatus.InProgress)],
            < 6 => [new TicketEvent.Assigned(null, town.Agent), new TicketEvent.StatusChanged(
                TicketStatus.Open, TicketStatus.WaitingOnCustomer)],
            _ => [new TicketEvent.Assigned(null, town.Agent), new TicketEvent.Closed(TicketStatus.Open, "Erledigt.")],
        };
        TicketEvent[] all = [opened, .. whatFollowed];
        var events = all
            .Select((what, index) => new Recorded<TicketEvent>(index + 1, openedAt + Duration.FromMinutes(index), index == 0
                ? requester : town.Agent, what)).ToList();
        var ticket = events.Aggregate((Ticket?)null, (state, recorded) => Ticket.Apply(state, recorded))!;
        return new(town.Id, Guid.CreateVersion7(openedAt.ToDateTimeOffset()), null, ticket, events,
            new(Guid.CreateVersion7(), ""), "bench");
    }

    private static async Task ReserveNumbers(Town town, int count, NpgsqlDataSource superuser)
    {
        await using var command = superuser.CreateCommand("insert into ticket_number (tenant_id, reserved) values ($1, $2)");
        command.Parameters.Add(new() { Value = town.Id.Value });
        command.Parameters.Add(new() { Value = (long)count });
        await command.ExecuteNonQueryAsync();
    }

    // As PostgreSQL keeps them.
    private static Instant WholeMicroseconds(Instant moment) => Instant.FromUnixTimeTicks(moment.ToUnixTimeTicks() / 10 * 10);
}
