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
    public async Task Write(IEnumerable<SearchSubject> subjects, ISearchIndex? index, CancellationToken cancellation)
    {
        foreach (var together in subjects.Chunk(ISearchIndex.MostAtOnce))
        {
            var documents = new List<SearchDocument>(together.Length);
            foreach (var subject in together)
            {
                // Erased: what was written of it went as well.
                if (await Read(subject, cancellation) is { } document)
                    documents.Add(document);
            }

            foreach (var one in index is null ? indexes : [index])
                await one.Put(documents, cancellation);
        }
    }

    /// <summary>Writes anew all that a tenant has. Beside a running platform: what is newer meanwhile is kept.</summary>
    /// <param name="index">Only this one; <c>null</c>: all.</param>
    /// <returns>How many documents.</returns>
    public async Task<int> WriteAll(ISearchSources sources, TenantId tenant, ISearchIndex? index, CancellationToken cancellation)
    {
        var count = 0;
        foreach (var type in Enum.GetValues<SearchType>())
        {
            Guid? last = null;
            do
            {
                var page = await sources.Ids(tenant, type, last, PageSize, cancellation);
                await Write(page.Select(id => new SearchSubject(tenant, type, id)), index, cancellation);
                count += page.Count;
                last = page.Count == PageSize ? page[^1] : null;
            }
            while (last is not null);
        }

        return count;
    }

    private Task<SearchDocument?> Read(SearchSubject subject, CancellationToken cancellation) => subject.Type is SearchType.Ticket
        ? Ticket(subject.Tenant, new(subject.Id), cancellation) : Person(subject.Tenant, new(subject.Id), cancellation);

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

/// <summary>What a document is made of.</summary>
public sealed record SearchSubject(TenantId Tenant, SearchType Type, Guid Id);
