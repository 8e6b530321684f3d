using Helpdesk.Domain.Search;

namespace Helpdesk.Adapters.Search;

/// <summary>
/// Keeps the indices. Every write goes to each index of its group: to the one that is searched, and to one that is being built beside it.
/// So an index that was begun before a document was read gets that document or a newer one, whoever writes it.
/// </summary>
internal sealed class ElasticIndex(ElasticDoor door, ElasticNames names) : ISearchIndex
{
    public string Consumer => $"search-elasticsearch-{names.Rules}";

    public async Task Put(IReadOnlyCollection<SearchDocument> documents, CancellationToken cancellation)
    {
        // What was dropped between the two is looked up again; then it is not named any more.
        if (documents.Count > 0 && !await TryPut(documents, cancellation) && !await TryPut(documents, cancellation))
            throw new TimeoutException("The indices of Elasticsearch change just now.");
    }

    public Task Erase(TenantId tenant, CancellationToken cancellation) => door.Forget(tenant, cancellation);

    /// <summary>
    /// A group of which there is no index, neither one that is searched nor one that was begun, is filled from the feed's start: it is new,
    /// or Elasticsearch lost it, or a process with other rules dropped it.
    /// </summary>
    public async Task Begin(Func<Task> fromStart, CancellationToken cancellation)
    {
        foreach (var group in names.Groups)
        {
            var there = await door.Indices(group, cancellation);
            if (there.Values.Any(isSearched => isSearched) || there.ContainsKey(ElasticNames.FirstIndexOf(group)))
                continue;
            // In this order: an index that is begun says that its consumer is on the way from the start.
            await fromStart();
            await door.Create(ElasticNames.FirstIndexOf(group), cancellation);
        }
    }

    /// <summary>
    /// Only now is what was begun with the feed's first event searched. Indices of older rules, which an older process may still use, go
    /// at the next start after that.
    /// </summary>
    /// <exception cref="TimeoutException">What was begun is gone: the next turn begins it anew.</exception>
    public async Task CatchUp(CancellationToken cancellation)
    {
        var published = true;
        foreach (var group in names.Groups)
        {
            var indices = await door.Indices(group, cancellation);
            if (indices.Values.Any(isSearched => isSearched))
                continue;
            if (!indices.ContainsKey(ElasticNames.FirstIndexOf(group)))
                throw Gone();
            published = false;
            await door.Publish(group, ElasticNames.FirstIndexOf(group), [], cancellation);
        }

        if (published)
            await DropOlder(cancellation);
    }

    public async Task Rebuild(Func<CancellationToken, Task> write, CancellationToken cancellation)
    {
        var fresh = names.Groups.ToDictionary(group => group, ElasticNames.NewIndexOf);
        try
        {
            foreach (var index in fresh.Values)
                await door.Create(index, cancellation);
            await write(cancellation);
        }
        catch
        {
            foreach (var index in fresh.Values)
                await door.Drop(index, CancellationToken.None);
            throw;
        }

        foreach (var (group, index) in fresh)
        {
            var others = (await door.Indices(group, cancellation)).Keys.Where(other => other != index);
            await door.Publish(group, index, others, cancellation);
        }
    }

    private async Task<bool> TryPut(IReadOnlyCollection<SearchDocument> documents, CancellationToken cancellation)
    {
        var places = new List<(SearchDocument, string)>();
        foreach (var group in documents.GroupBy(document => names.GroupOf(document.Tenant)))
        {
            var indices = await door.Indices(group.Key, cancellation);
            if (indices.Count == 0)
                throw Gone();
            places.AddRange(group.SelectMany(document => indices.Keys.Select(index => (document, index))));
        }

        return await door.Write(places, cancellation);
    }

    // Made here it would be taken for one that has everything.
    private static TimeoutException Gone() => new("Elasticsearch has no index to write to: it is begun anew.");

    private async Task DropOlder(CancellationToken cancellation)
    {
        foreach (var index in (await door.Indices(cancellation)).Where(names.IsOlder))
            await door.Drop(index, cancellation);
    }
}
