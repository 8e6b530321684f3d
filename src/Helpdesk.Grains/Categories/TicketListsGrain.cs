using Helpdesk.Contracts;
using Helpdesk.Contracts.Categories;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Grains.Categories;

/// <summary>Loads a tenant's lists, asks the rules, appends what follows.</summary>
public sealed class TicketListsGrain(
    ITicketListsStore store, ISlaPolicyStore policies, ISlaSituations situations, IMemberDirectory members, TimeProvider time, ILogger<TicketListsGrain> log)
    : AggregateGrain<TicketLists, TicketListEvent>(store, time, log), ITicketListsGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{TicketLists.Kind}");

    protected override TicketLists Unbegun => TicketLists.Seeded;

    public Task<Result<IReadOnlyList<ListEntryView>>> Entries(Caller caller, ListKind kind, CancellationToken cancellation) =>
        Ask<IReadOnlyList<ListEntryView>>(async () =>
        {
            var lists = await Load(cancellation) ?? TicketLists.Seeded;
            if (caller.ToMember().IsStaff)
                return new([.. lists.Of(kind).Select((entry, at) => ViewOf(entry, at))]);
            if (kind != ListKind.Category)
                return TicketErrors.StaffOnly;

            return new([.. lists.Categories.Where(entry => !entry.IsArchived).Select((entry, at) => ViewOf(entry with { Queue = null }, at))]);
        });

    public Task<Result<ListEntryView>> Add(
        Caller caller, CommandId id, ListKind kind, ListEntryMessage entry, int? at, CancellationToken cancellation) =>
        Save(caller, id, kind, entry, lists => TicketListChanges.Add(lists, kind, ToDomain(entry), at, caller.ToMember()), cancellation);

    public Task<Result<ListEntryView>> Change(
        Caller caller, CommandId id, ListKind kind, ListEntryMessage entry, int? at, int revision, CancellationToken cancellation) =>
        Save(caller, id, kind, entry, lists => TicketListChanges.Change(lists, kind, ToDomain(entry), at, revision, caller.ToMember()), cancellation);

    public Task<Result<bool>> Remove(
        Caller caller, CommandId id, ListKind kind, string key, int? revision, CancellationToken cancellation) => Ask<bool>(async () =>
    {
        var isCarried = await store.IsCarried(Tenant, kind, key, cancellation);
        var book = await policies.Load(Tenant, CommandId.Derive($"{Tenant}|{SlaPolicyBook.Kind}"), cancellation) ?? SlaPolicyBook.Seeded;
        var result = await Execute(
            caller, id,
            (present, _) => TicketListChanges.Remove(present ?? TicketLists.Seeded, kind, key, revision, isCarried, book, caller.ToMember()), cancellation);
        return result.Refused(out var why, out _) ? why : true;
    });

    protected override void Committed(IReadOnlyList<Recorded<TicketListEvent>> events) => situations.Forget(Tenant);

    private Task<Result<ListEntryView>> Save(
        Caller caller, CommandId id, ListKind kind, ListEntryMessage entry, Func<TicketLists, Decision<TicketListEvent>> decide,
        CancellationToken cancellation) => Ask<ListEntryView>(async () =>
    {
        var strangers = await Strangers(entry, cancellation);
        var result = await Execute(
            caller, id,
            (present, _) => decide(present ?? TicketLists.Seeded) is var decision && decision.Refusal is null && strangers is not null ? strangers : decision,
            cancellation);
        if (result.Refused(out var why, out var effect))
            return why;

        var saved = effect.State.Of(kind);
        var at = saved.ToList().FindIndex(one => one.Key == entry.Key);
        return ViewOf(saved[at], at);
    });

    // Whoever joins a team serves the tenant; who leaves the tenant later is passed over and need not be taken out first.
    private async Task<Error?> Strangers(ListEntryMessage entry, CancellationToken cancellation)
    {
        if (entry.Members.Count > TicketListChanges.MostMembers)
            return null;
        var known = (await Load(cancellation))?.Find(ListKind.Team, entry.Key)?.Members ?? [];
        for (var at = 0; at < entry.Members.Count; at++)
        {
            var account = new AccountId(entry.Members[at]);
            if (!known.Contains(account) && await members.Find(Tenant, account, cancellation) is not { Serves: true })
                return TicketErrors.NotStaff($"/members/{at}");
        }

        return null;
    }

    private static ListEntry ToDomain(ListEntryMessage message) => new(message.Key, message.NameDe, message.NameEn)
    {
        IsArchived = message.IsArchived,
        Queue = message.Queue,
        Team = message.Team,
        Members = [.. message.Members.Select(member => new AccountId(member))],
        Email = message.Email,
    };

    private static ListEntryView ViewOf(ListEntry entry, int at) => new(
        new(
            entry.Key, entry.NameDe, entry.NameEn, entry.IsArchived, entry.Queue, entry.Team, [.. entry.Members.Select(member => member.Value)], entry.Email),
        at, entry.Revision);
}
