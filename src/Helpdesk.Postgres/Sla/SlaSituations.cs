using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Postgres.Caching;

namespace Helpdesk.Postgres.Sla;

/// <summary>
/// What tenants promise, in memory: the present versions for a few seconds, old ones for good, since a version never changes. A ticket
/// under the present versions therefore costs no query; one under an older version costs one the first time.
/// </summary>
/// <remarks>What else a tenant chose about its tickets comes along: whoever opens one needs it, and one read brings it all.</remarks>
internal sealed class SlaSituations(Database database, TimeProvider time) : ISlaSituations, IListsInForce, ICustomerReplies
{
    // Promises of yesterday are better than none: a ticket can be opened while this cannot be read.
    private readonly ShortLivedCache<TenantId, Present> present = new(
        life: TimeSpan.FromSeconds(2), capacity: 10_000, time, new(TimeSpan.FromDays(1), _ => true, EvenUnreadable: true),
        database.Silence, database.OwnChanges.Of);

    // Old versions of one tenant are few; tenants are many, and not all are busy at once.
    private readonly ShortLivedCache<(TenantId, int), SlaPolicyBook> books = new(
        TimeSpan.FromHours(12), capacity: 20_000, time, silence: database.Silence);

    private readonly ShortLivedCache<(TenantId, CalendarRef), BusinessCalendar> calendars =
        new(TimeSpan.FromHours(12), capacity: 20_000, time, silence: database.Silence);

    public async ValueTask<ListsInForce> Of(TenantId tenant, CancellationToken cancellation) =>
        (await PresentOf(tenant, cancellation)).Lists;

    public async ValueTask<CustomerReplies> RepliesTo(TenantId tenant, CancellationToken cancellation) =>
        (await PresentOf(tenant, cancellation)).Replies;

    public async ValueTask<SlaSituation> For(TenantId tenant, SlaClock? clock, CancellationToken cancellation)
    {
        var now = await PresentOf(tenant, cancellation);
        if (clock is null || Fits(clock, now.Situation))
            return now.Situation;

        var (neededBooks, neededCalendars) = SlaRules.Needed(clock);
        var rules = new SlaRules(
            await Task.WhenAll(neededBooks.Append(now.Situation.Book.Version).Distinct().Select(
                version => Book(tenant, version, now.Situation.Book, cancellation))),
            await Task.WhenAll(neededCalendars.Union(now.Situation.Calendars.Values.Select(calendar => calendar.Origin!.Value)).Select(
                version => Calendar(tenant, version, cancellation))));
        return now.Situation with { Rules = rules };
    }

    private static bool Fits(SlaClock clock, SlaSituation situation) => clock.Eras.All(era =>
        era.Terms.Book == situation.Book.Version &&
        era.Terms.Calendars.All(used => situation.InForce.TryGetValue(used.Key, out var version) && version == used.Value));

    private ValueTask<Present> PresentOf(TenantId tenant, CancellationToken cancellation) => present.Get(tenant, Read, cancellation);

    private async Task<Present> Read(TenantId tenant)
    {
        var (rows, own) = await Storage.Ask(() => Rows(tenant));
        var (book, lists) = (SlaPolicyBook.Seeded, TicketLists.Seeded);
        var open = new List<BusinessCalendar>();
        foreach (var (stream, kind, json) in rows)
        {
            if (kind == SlaPolicyBook.Kind)
                book = await State<SlaPolicyBook, SlaPolicyEvent>(tenant, stream, json) ?? SlaPolicyBook.Seeded;
            else if (kind == TicketLists.Kind)
                lists = await State<TicketLists, TicketListEvent>(tenant, stream, json) ?? TicketLists.Seeded;
            else if (await State<CalendarDocument, CalendarEvent>(tenant, stream, json) is { IsRemoved: false } document)
                open.Add(await Compiled(tenant, stream, document));
        }

        var settings = own is null ? new() : await Settings(tenant, own);
        var byId = open.ToDictionary(calendar => calendar.Origin!.Value.Id);
        return new(
            new(book, byId, new SlaRules([book], open), settings.AutoClose), new(lists, settings.StrictCategories),
            CustomerReplies.Of(settings));
    }

    private async Task<(List<(Guid Stream, string Kind, string State)> Rows, string? Settings)> Rows(TenantId tenant)
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select stream_id, kind, state from aggregate where tenant_id = $1 and kind = any ($2)")
            .With(tenant.Value).With(new[] { SlaPolicyBook.Kind, CalendarDocument.Kind, TicketLists.Kind });
        batch.Add("select settings from tenant where id = $1").With(tenant.Value);
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        var rows = new List<(Guid, string, string)>();
        while (await reader.ReadAsync(CancellationToken.None))
            rows.Add((reader.GetGuid(0), reader.GetString(1), reader.GetString(2)));
        await reader.NextResultAsync(CancellationToken.None);
        return (rows, await reader.ReadAsync(CancellationToken.None) ? reader.GetString(0) : null);
    }

    // All tickets of a tenant need these. What cannot be read is had from its events, or from those that can be read; else it is as if
    // the tenant had changed nothing. Nothing is written from here.
    private async ValueTask<TState?> State<TState, TEvent>(TenantId tenant, Guid stream, string json)
        where TState : class, IAggregate<TState, TEvent> =>
        database.States.ReadOrLeaveOut<TState>(tenant, TState.Kind, stream, json)
            ?? await database.RoughlyRebuilt<TState, TEvent>(tenant, stream);

    // They stand in a column of their own, beside the state that they are part of.
    private async ValueTask<TenantSettings> Settings(TenantId tenant, string json) =>
        database.States.ReadOrLeaveOut<TenantSettings>(tenant, Tenant.Kind, tenant.Value, json)
            ?? (await database.RoughlyRebuilt<Tenant, TenantEvent>(tenant, tenant.Value))?.Settings ?? new();

    private async Task<SlaPolicyBook> Book(TenantId tenant, int version, SlaPolicyBook current, CancellationToken cancellation)
    {
        if (version == current.Version)
            return current;
        if (version == SlaPolicyBook.Seeded.Version)
            return SlaPolicyBook.Seeded;

        return await books.Get((tenant, version), async _ =>
        {
            var history = await History<SlaPolicyBook, SlaPolicyEvent>(tenant, null, version);
            return history.Aggregate((SlaPolicyBook?)null, SlaPolicyBook.Apply)!;
        }, cancellation);
    }

    private async Task<BusinessCalendar> Calendar(TenantId tenant, CalendarRef version, CancellationToken cancellation) =>
        await calendars.Get((tenant, version), async _ =>
        {
            var history = await History<CalendarDocument, CalendarEvent>(tenant, version.Id, version.Version);
            return Compiled(version, history.Aggregate((CalendarDocument?)null, CalendarDocument.Apply)!);
        }, cancellation);

    // A tenant has one stream of policies, so its kind names it.
    private Task<IReadOnlyList<Recorded<TEvent>>> History<TState, TEvent>(
        TenantId tenant, Guid? stream, int version)
        where TState : class, IAggregate<TState, TEvent> => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select e.version, e.at, e.actor, e.kind, e.data from aggregate a join event e on e.tenant_id = a.tenant_id
                and e.stream_id = a.stream_id
            where a.tenant_id = $1 and a.kind = $2 and ($3::uuid is null or a.stream_id = $3) and e.version <= $4 order by e.version
            """).With(tenant.Value).With(TState.Kind).With(stream).With(version);
        await using var reader = await batch.ReadAsync(CancellationToken.None);
        var history = new List<Recorded<TEvent>>();
        while (await reader.ReadAsync(CancellationToken.None))
            history.Add(AggregateStore<TState, TEvent>.ReadEvent(reader, 0));
        return (IReadOnlyList<Recorded<TEvent>>)history;
    });

    // The same version compiled before has its years computed already.
    private ValueTask<BusinessCalendar> Compiled(TenantId tenant, Guid id, CalendarDocument document)
    {
        var version = new CalendarRef(id, document.Version);
        return calendars.Get((tenant, version), _ => Task.FromResult(Compiled(version, document)), CancellationToken.None);
    }

    // What was saved was checked; another version of this program may refuse it.
    private static BusinessCalendar Compiled(CalendarRef version, CalendarDocument document) =>
        BusinessCalendar.Compile(document.Definition, version) is { IsOk: true } compiled
            ? compiled.Value : throw new UnreadableException("It is no calendar.");

    private sealed record Present(SlaSituation Situation, ListsInForce Lists, CustomerReplies Replies);
}
