using System.Collections.Immutable;
using Helpdesk.Contracts.Categories;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Categories;

/// <summary>Loads a tenant's lists, asks the rules, appends what follows.</summary>
public sealed class TicketListsGrain(
    ITicketListsStore store, ISlaPolicyStore policies, IMemberDirectory members, TimeProvider time,
    ILogger<TicketListsGrain> log)
    : AggregateGrain<TicketLists, TicketListEvent>(store, time, log), ITicketListsGrain
{
    // More are told of no body.
    private const int MostStrangers = 20;

    protected override Guid Stream => CommandId.Derive($"{Tenant}|{TicketLists.Kind}");

    protected override TicketLists Unbegun => TicketLists.Seeded;

    public Task<Result<ImmutableArray<PlacedEntry>>> Entries(Caller caller, ListKind kind, CancellationToken cancellation) =>
        Ask(async () => (await Load(cancellation) ?? TicketLists.Seeded).For(caller.ToMember(), kind));

    public Task<Result<Outcome<PlacedEntry>>> Add(
        Caller caller, CommandId id, ListKind kind, ListEntry entry, int? at, CancellationToken cancellation) =>
        Save(caller, id, kind, entry, lists => TicketListChanges.Add(lists, kind, entry, at, caller.ToMember()), cancellation);

    public Task<Result<Outcome<PlacedEntry>>> Change(
        Caller caller, CommandId id, ListKind kind, ListEntry entry, int? at, int revision, CancellationToken cancellation) =>
        Save(caller, id, kind, entry, lists => TicketListChanges.Change(lists, kind, entry, at, revision, caller.ToMember()), cancellation);

    public Task<Result<Outcome<string>>> Remove(
        Caller caller, CommandId id, ListKind kind, string key, int? revision, CancellationToken cancellation) =>
        Ask<Outcome<string>>(async () =>
    {
        var isCarried = (await store.Carried(Tenant, kind, [key], cancellation)).Count > 0;
        var book = await policies.Load(Tenant, CommandId.Derive($"{Tenant}|{SlaPolicyBook.Kind}"), cancellation) ?? SlaPolicyBook.Seeded;
        var result = await Execute(
            caller, id,
            (present, _) => TicketListChanges.Remove(
                present ?? TicketLists.Seeded, kind, key, revision, isCarried, book, caller.ToMember()), cancellation);
        return result.Select(effect => new Outcome<string>(key, effect.Replayed));
    });

    private Task<Result<Outcome<PlacedEntry>>> Save(
        Caller caller, CommandId id, ListKind kind, ListEntry entry, Func<TicketLists, Decision<TicketListEvent>> decide,
        CancellationToken cancellation) => Ask<Outcome<PlacedEntry>>(async () =>
    {
        var strangers = await Strangers(entry, cancellation);
        var result = await Execute(
            caller, id,
            (present, _) => decide(present ?? TicketLists.Seeded) is var decision && strangers is not null
                ? Error.Together(decision.Refusal, strangers)! : decision,
            cancellation);
        return result.Select(effect => new Outcome<PlacedEntry>(effect.State.Placed(kind, entry.Key), effect.Replayed));
    });

    // Whoever joins a team serves the tenant; who leaves the tenant later is passed over and need not be taken out first.
    private async Task<Error?> Strangers(ListEntry entry, CancellationToken cancellation)
    {
        if (entry.Members.Length > TicketListFaults.MostMembers)
            return null;
        var known = (await Load(cancellation))?.Find(ListKind.Team, entry.Key)?.Members ?? [];
        Error? strangers = null;
        for (var at = 0; at < entry.Members.Length && strangers?.Fields.Count is null or < MostStrangers; at++)
        {
            if (!known.Contains(entry.Members[at]) && await members.Find(Tenant, entry.Members[at], cancellation) is not { Serves: true })
                strangers = Error.Together(strangers, TicketErrors.NotStaff($"/members/{at}"));
        }

        return strangers;
    }
}
