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

    private Task<Present> Read(TenantId tenant) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select stream_id, kind, state from aggregate where tenant_id = $1 and kind = any ($2)")
            .With(tenant.Value).With(new[] { SlaPolicyBook.Kind, CalendarDocument.Kind, TicketLists.Kind });
        batch.Add("select settings from tenant where id = $1").With(tenant.Value);
        await using var reader = await batch.ReadAsync(CancellationToken.None);

        var (book, lists) = (SlaPolicyBook.Seeded, TicketLists.Seeded);
        var open = new List<BusinessCalendar>();
        while (await reader.ReadAsync(CancellationToken.None))
        {
            var (stream, kind, state) = (reader.GetGuid(0), reader.GetString(1), reader.GetString(2));
            if (kind == SlaPolicyBook.Kind)
                book = database.States.Read<SlaPolicyBook>(tenant, kind, stream, state);
            else if (kind == TicketLists.Kind)
                lists = database.States.Read<TicketLists>(tenant, kind, stream, state);
            else if (database.States.Read<CalendarDocument>(tenant, kind, stream, state) is { IsRemoved: false } document)
                open.Add(await Compiled(tenant, stream, document));
        }

        await reader.NextResultAsync(CancellationToken.None);
        var settings = await reader.ReadAsync(CancellationToken.None)
            ? database.States.Read<TenantSettings>(tenant, Tenant.Kind, tenant.Value, reader.GetString(0))
            : new TenantSettings();
        var byId = open.ToDictionary(calendar => calendar.Origin!.Value.Id);
        return new Present(
            new(book, byId, new SlaRules([book], open), settings.AutoClose), new(lists, settings.StrictCategories),
            CustomerReplies.Of(settings));
    });

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
