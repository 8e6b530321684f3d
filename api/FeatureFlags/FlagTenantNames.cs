using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>Tenants in flag documents: slugs towards people, ids in the database. Made for one request.</summary>
internal sealed class FlagTenantNames(CompiledFlags snapshot) : ITenantNames
{
    private readonly Dictionary<string, TenantId> bySlug =
        snapshot.Tenants.ToDictionary(tenant => tenant.Slug, tenant => tenant.Id, StringComparer.Ordinal);

    private readonly HashSet<string> missed = new(StringComparer.Ordinal);

    public TenantId? Find(string name)
    {
        name = Slug.Spelled(name);
        if (bySlug.TryGetValue(name, out var tenant))
            return tenant;

        missed.Add(name);
        return null;
    }

    /// <summary>A tenant that is gone shows its id.</summary>
    public string Of(TenantId tenant) => snapshot.SourceOf(tenant)?.Tenant.Slug ?? tenant.ToString();

    public string Outward(FlagDefinition flag) => FlagDocument.Text(flag, this);

    /// <summary>Reads what a person wrote. A tenant that is younger than the snapshot is looked up in the database.</summary>
    public async Task<ReadFlag> Inward(string json, ITenantDirectory directory, CancellationToken cancellation)
    {
        var flag = FlagDocument.Read(json, this, out var reason, out var readable);
        if (flag.IsOk || missed.Count == 0)
            return new(flag, reason, readable);

        foreach (var slug in missed.Take(20))
        {
            if (Slug.MayExist(slug)
                && await directory.FindBySlug(slug, cancellation) is { Tenant.Status: not TenantStatus.Deleted } found)
                bySlug[slug] = found.Id;
        }

        flag = FlagDocument.Read(json, this, out reason, out readable);
        return new(flag, reason, readable);
    }
}

/// <param name="Readable">See <see cref="FlagDocument"/>.</param>
internal sealed record ReadFlag(Result<FlagDefinition> Flag, string? Reason, FlagDefinition? Readable)
{
    /// <summary>
    /// Why it cannot be read, with what other flags and people have against the rest, in the order of the document; first of all whether
    /// the caller may change flags.
    /// </summary>
    public async Task<Error> Refusal(string json, Ask ask, string key)
    {
        var faults = Flag.Error;
        if (FlagAccess.ChangeRefusal(ask.Caller.ToMember()) is { } forbidden)
            return forbidden;
        if (faults.Kind is not ErrorKind.Invalid)
            return faults;
        if (Readable is null)
            return faults with { Fields = [.. FlagHeaders.Faults(ask.Context), .. faults.Fields] };
        // What stands in for something unreadable is judged there as well: that has been told.
        var judged = await FlagEndpoints.Flags(ask).TryPut(ask.Caller, key, Readable, ask.Aborted);
        var known = FlagRules.Faults(Readable).Select(fault => fault.Pointer).ToHashSet();
        using var document = System.Text.Json.JsonDocument.Parse(json);
        return faults with
        {
            Fields =
            [
                .. FlagHeaders.Faults(ask.Context),
                .. new IncompleteBody(document.RootElement, faults.Fields).With(
                    judged.Refusal is { Kind: ErrorKind.Invalid } more ? more.Fields.Where(fault => !known.Contains(fault.Pointer)) : []),
            ],
        };
    }
}
