using Helpdesk.Domain.People;
using Helpdesk.Domain.Search;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Search;

/// <summary>
/// Reads a ticket or a person as they are now, and has every index know it. In whatever order and however often it happens.
/// </summary>
public sealed class SearchWriter(
    ITicketStore tickets, ITicketFiles files, IPeopleStore people, IEnumerable<ISearchIndex> indexes)
{
    private const int PageSize = 200;

    /// <param name="index">Only this one; <c>null</c>: all.</param>
    public async Task Write(
        TenantId tenant, SearchType type, Guid id, ISearchIndex? index, CancellationToken cancellation)
    {
        var document = type is SearchType.Ticket
            ? await Ticket(tenant, new(id), cancellation)
            : await Person(tenant, new(id), cancellation);
        if (document is null)
            return; // erased: what was written of it went as well
        foreach (var one in index is null ? indexes : [index])
            await one.Put([document], cancellation);
    }

    /// <summary>Writes anew all that a tenant has. Beside a running platform: what is newer meanwhile is kept.</summary>
    /// <returns>How many documents.</returns>
    public async Task<int> WriteAll(ISearchSources sources, TenantId tenant, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var type in Enum.GetValues<SearchType>())
        {
            Guid? last = null;
            do
            {
                var page = await sources.Ids(tenant, type, last, PageSize, cancellation);
                foreach (var id in page)
                    await Write(tenant, type, id, null, cancellation);
                count += page.Count;
                last = page.Count == PageSize ? page[^1] : null;
            }
            while (last is not null);
        }

        return count;
    }

    private async Task<SearchDocument?> Ticket(TenantId tenant, TicketId id, CancellationToken cancellation)
    {
        if (await tickets.LoadWithComments(tenant, id.Value, int.MaxValue, cancellation) is not { } stored)
            return null;
        var attached = stored.Ticket.Files.IsEmpty ? [] : await files.Of(tenant, [id.Value], includeInternal: true, cancellation);
        return SearchDocument.Of(tenant, id, stored.Ticket, stored.Comments, attached);
    }

    private async Task<SearchDocument?> Person(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        (await people.Load(tenant, account, null, cancellation)).Target is { } person ? SearchDocument.Of(person) : null;
}
