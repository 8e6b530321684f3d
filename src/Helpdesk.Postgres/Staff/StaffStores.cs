using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.People;
using Helpdesk.Postgres.Tickets;

namespace Helpdesk.Postgres.Staff;

internal sealed class ExpertiseStore(Database database)
    : AggregateStore<Expertise, ExpertiseEvent>(database, new DocumentRow<Expertise, ExpertiseEvent>()), IExpertiseStore
{
    private static readonly TicketRow Tickets = new();

    // Somebody suspended at home serves nowhere. A count of each person's tickets reads these alone, however many the tenant has.
    private const string SelectCandidates = """
        select m.account_id, m.name, m.role, e.state,
            (select count(*)::int from ticket t where t.tenant_id = $1 and t.assignee = m.account_id and not t.is_over
                and not t.is_final and not t.deleted), e.stream_id
        from membership m
        join membership h on h.tenant_id = m.home_id and h.account_id = m.account_id and h.status = 'active'
        left join aggregate e on e.tenant_id = $1 and e.kind = $2 and e.state ->> 'person' = m.account_id::text
        where m.tenant_id = $1 and m.status = 'active' and m.role in ('agent', 'manager', 'admin')
        """;

    public async Task<(Ticket Ticket, IReadOnlyList<AssigneeCandidate> Candidates)?> Candidates(
        TenantId tenant, TicketId ticket, CancellationToken cancellation) =>
        await ReadCandidates(tenant, ticket, cancellation) is var (state, candidates)
            ? (await Database.OrRebuilt<Ticket, TicketEvent>(state, tenant, ticket.Value), candidates) : null;

    private Task<(Ticket? Ticket, IReadOnlyList<AssigneeCandidate> Candidates)?> ReadCandidates(
        TenantId tenant, TicketId ticket, CancellationToken cancellation) =>
        Storage.Ask<(Ticket?, IReadOnlyList<AssigneeCandidate>)?>(async () =>
        {
            await using var batch = Database.ForTenants([tenant, TenantId.Platform]);
            Tickets.AddLoad(batch, tenant, ticket.Value);
            batch.Add(SelectCandidates).With(tenant.Value).With(Expertise.Kind);
            await using var reader = await batch.ReadAsync(cancellation);
            if (!await reader.ReadAsync(cancellation))
                return null;

            var state = Database.States.ReadOrLeaveOut(tenant, Ticket.Kind, ticket.Value, () => Tickets.Read(reader));
            await reader.NextResultAsync(cancellation);
            var candidates = new List<AssigneeCandidate>();
            while (await reader.ReadAsync(cancellation))
                candidates.Add(ReadCandidate(tenant, reader));
            return (state, candidates);
        });

    private AssigneeCandidate ReadCandidate(TenantId tenant, NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)), reader.GetString(1), MembershipRow.Word<Role>(reader.GetString(2)),
        reader.GetStringOrNull(3) is { } state
            ? Database.States.ReadOrLeaveOut<Expertise>(tenant, Expertise.Kind, reader.GetGuid(5), state)?.Items ?? [] : [],
        reader.GetInt32(4));
}

internal sealed class HourlyRatesStore(Database database)
    : AggregateStore<HourlyRates, HourlyRatesEvent>(database, new DocumentRow<HourlyRates, HourlyRatesEvent>()), IHourlyRatesStore
{
    public Task<IReadOnlyDictionary<AccountId, HourlyRates>> Of(
        TenantId tenant, IReadOnlyCollection<AccountId> people, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = Database.ForTenant(tenant);
        batch.Add("select state, stream_id from aggregate where tenant_id = $1 and kind = $2 and state ->> 'person' = any ($3)")
            .With(tenant.Value).With(HourlyRates.Kind).With(people.Select(person => person.ToString()).ToArray());
        await using var reader = await batch.ReadAsync(cancellation);
        var rates = new Dictionary<AccountId, HourlyRates>();
        while (await reader.ReadAsync(cancellation))
        {
            // Without rates somebody's time costs nothing that is known: as if none had been agreed.
            if (Database.States.ReadOrLeaveOut<HourlyRates>(
                tenant, HourlyRates.Kind, reader.GetGuid(1), reader.GetString(0)) is { } one)
                rates[one.Person] = one;
        }

        return (IReadOnlyDictionary<AccountId, HourlyRates>)rates;
    });
}

internal sealed class TimeSheetStore(Database database)
    : AggregateStore<TimeSheet, TimeSheetEvent>(database, new DocumentRow<TimeSheet, TimeSheetEvent>()), ITimeSheetStore
{
    // As with tickets: nothing that is kept depends on them.
    protected override void Changed(TenantId tenant) { }
}
