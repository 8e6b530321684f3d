using System.Collections.Concurrent;
using System.Text.Json;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Postgres.Sla;

/// <summary>
/// What tenants promise, in memory: the present versions for a few seconds, old ones for good, since a version never changes. A ticket
/// under the present versions therefore costs no query; one under an older version costs one the first time.
/// </summary>
/// <remarks>The lists that tickets are sorted by come along: whoever opens a ticket needs both, and one read brings both.</remarks>
internal sealed class SlaSituations(Database database, TimeProvider time) : ISlaSituations, IListsInForce
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(2);

    // Old versions of one tenant are few; tenants are many, and not all are busy at once.
    private const int MostTenants = 10_000;
    private const int MostVersions = 20_000;

    private readonly ConcurrentDictionary<TenantId, Present> present = new();
    private readonly ConcurrentDictionary<(TenantId, int), SlaPolicyBook> books = new();
    private readonly ConcurrentDictionary<(TenantId, CalendarRef), BusinessCalendar> calendars = new();

    public void Forget(TenantId tenant) => present.TryRemove(tenant, out _);

    public async ValueTask<ListsInForce> Of(TenantId tenant, CancellationToken cancellation) =>
        (await PresentOf(tenant, cancellation)).Lists;

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

    private async ValueTask<Present> PresentOf(TenantId tenant, CancellationToken cancellation)
    {
        if (present.TryGetValue(tenant, out var known) && time.GetElapsedTime(known.Read) < Freshness)
            return known;

        try
        {
            var read = await Read(tenant, cancellation);
            if (present.Count >= MostTenants)
                present.Clear();
            return present[tenant] = read;
        }
        catch (StorageException) when (known is not null)
        {
            return known;
        }
    }

    private Task<Present> Read(TenantId tenant, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select stream_id, kind, state from aggregate where tenant_id = $1 and kind = any ($2)")
            .With(tenant.Value).With(new[] { SlaPolicyBook.Kind, CalendarDocument.Kind, TicketLists.Kind });
        batch.Add("select settings from tenant where id = $1").With(tenant.Value);
        await using var reader = await batch.ReadAsync(cancellation);

        var (book, lists) = (SlaPolicyBook.Seeded, TicketLists.Seeded);
        var open = new List<BusinessCalendar>();
        while (await reader.ReadAsync(cancellation))
        {
            if (reader.GetString(1) == SlaPolicyBook.Kind)
                book = JsonSerializer.Deserialize<SlaPolicyBook>(reader.GetString(2), RecordJson.Options)!;
            else if (reader.GetString(1) == TicketLists.Kind)
                lists = JsonSerializer.Deserialize<TicketLists>(reader.GetString(2), RecordJson.Options)!;
            else if (JsonSerializer.Deserialize<CalendarDocument>(
                reader.GetString(2), RecordJson.Options)! is { IsRemoved: false } document)
                open.Add(Remember(tenant, Compiled(reader.GetGuid(0), document)));
        }

        await reader.NextResultAsync(cancellation);
        var settings = await reader.ReadAsync(cancellation)
            ? JsonSerializer.Deserialize<TenantSettings>(reader.GetString(0), RecordJson.Options)!
            : new TenantSettings();
        Remember(tenant, book);
        var byId = open.ToDictionary(calendar => calendar.Origin!.Value.Id);
        return new Present(new(book, byId, new SlaRules([book], open), settings.AutoCloseDays), new(lists, settings.StrictCategories),
            time.GetTimestamp());
    });

    private async Task<SlaPolicyBook> Book(TenantId tenant, int version, SlaPolicyBook current, CancellationToken cancellation)
    {
        if (version == current.Version)
            return current;
        if (version == SlaPolicyBook.Seeded.Version)
            return SlaPolicyBook.Seeded;
        if (books.TryGetValue((tenant, version), out var known))
            return known;

        var history = await History<SlaPolicyBook, SlaPolicyEvent>(tenant, null, version, cancellation);
        return Remember(tenant, history.Aggregate((SlaPolicyBook?)null, SlaPolicyBook.Apply)!);
    }

    private async Task<BusinessCalendar> Calendar(TenantId tenant, CalendarRef version, CancellationToken cancellation)
    {
        if (calendars.TryGetValue((tenant, version), out var known))
            return known;

        var history = await History<CalendarDocument, CalendarEvent>(tenant, version.Id, version.Version, cancellation);
        return Remember(tenant, Compiled(version.Id, history.Aggregate((CalendarDocument?)null, CalendarDocument.Apply)!));
    }

    // A tenant has one stream of policies, so its kind names it.
    private Task<IReadOnlyList<Recorded<TEvent>>> History<TState, TEvent>(
        TenantId tenant, Guid? stream, int version, CancellationToken cancellation)
        where TState : class, IAggregate<TState, TEvent> => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("""
            select e.version, e.at, e.actor, e.kind, e.data from aggregate a join event e on e.tenant_id = a.tenant_id
                and e.stream_id = a.stream_id
            where a.tenant_id = $1 and a.kind = $2 and ($3::uuid is null or a.stream_id = $3) and e.version <= $4 order by e.version
            """).With(tenant.Value).With(TState.Kind).With(stream).With(version);
        await using var reader = await batch.ReadAsync(cancellation);
        var history = new List<Recorded<TEvent>>();
        while (await reader.ReadAsync(cancellation))
            history.Add(AggregateStore<TState, TEvent>.ReadEvent(reader, 0));
        return (IReadOnlyList<Recorded<TEvent>>)history;
    });

    private SlaPolicyBook Remember(TenantId tenant, SlaPolicyBook book)
    {
        if (books.Count >= MostVersions)
            books.Clear();
        return books[(tenant, book.Version)] = book;
    }

    private BusinessCalendar Remember(TenantId tenant, BusinessCalendar calendar)
    {
        if (calendars.Count >= MostVersions)
            calendars.Clear();
        // The same version compiled before has its years computed already.
        return calendars.GetOrAdd((tenant, calendar.Origin!.Value), calendar);
    }

    // What was saved was checked; that a later version of this program refuses it would be a defect.
    private static BusinessCalendar Compiled(Guid id, CalendarDocument document) =>
        BusinessCalendar.Compile(document.Definition, new CalendarRef(id, document.Version)).Value;

    private sealed record Present(SlaSituation Situation, ListsInForce Lists, long Read);
}
