using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting.Tenancy;
using Helpdesk.Postgres.Caching;
using Helpdesk.Postgres.Sql;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenants;

/// <summary>
/// Which texts a tenant has, for the time that <see cref="TenancyOptions.Freshness"/> allows: every page asks before anybody has signed in.
/// While the database is away, what was known last goes on being told.
/// </summary>
internal sealed class ReadableTexts(
    ITenantTexts texts, IOptions<TenancyOptions> options, TimeProvider time, DatabaseSilence silence, OwnChanges changes)
{
    private const int Most = 10_000;

    private readonly ShortLivedCache<TenantId, IReadOnlyList<(TenantTextKey, IReadOnlyList<string>)>> known = new(
        options.Value.Freshness, Most, time, new(TimeSpan.FromDays(1), _ => true), silence, changes.Of);

    public ValueTask<IReadOnlyList<(TenantTextKey Key, IReadOnlyList<string> Languages)>> At(
        TenantId tenant, CancellationToken cancellation) => known.Get(
        tenant, async one => TenantTextDefaults.Readable(await texts.Written(one, CancellationToken.None)), cancellation);
}
