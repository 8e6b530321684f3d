using Helpdesk.Api.Hosting;
using Helpdesk.Domain.Search;
using Helpdesk.Grains.Search;
using Helpdesk.Hosting.Search;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Sql;

namespace Helpdesk.Api.Search;

/// <summary>
/// <c>Helpdesk.Api search reindex</c>: writes the search index anew from tickets and memberships, beside a running platform or not. What is
/// there stays in use meanwhile.
/// </summary>
internal static class SearchCommand
{
    public const string Usage = "search reindex [--tenant SLUG]";

    /// <summary>The exit code, or <c>null</c> when the command line is about something else. Call it first in <c>Program</c>.</summary>
    public static async Task<int?> TryRunAsync(string[] args, TextWriter output, TextWriter errors) =>
        args is not ["search", .. var words] ? null : await OwnCommand.Run(words, errors, (plain, host) =>
        {
            var slug = Parse(plain);
            host.Services.AddStores();
            host.AddAccounts();
            host.Services.AddSearchWriter();
            host.AddSearchEngine();
            return services => Reindex(services, slug, output);
        });

    private static async Task<int> Reindex(IServiceProvider services, string? slug, TextWriter output)
    {
        await DatabaseCommands.RequireCurrentAsync(services.GetRequiredService<Database>());
        var (sources, writer) = (services.GetRequiredService<ISearchSources>(), services.GetRequiredService<SearchWriter>());
        var tenants = (await sources.Tenants(CancellationToken.None)).Where(tenant => slug is null || tenant.Slug == slug).ToList();
        if (tenants.Count == 0)
            throw new StartupRefusedException($"There is no tenant {slug}.");
        foreach (var index in services.GetServices<ISearchIndex>())
        {
            await output.WriteLineAsync($"{index.Consumer}:");
            // One tenant's words lie among those of others: they are written over, in what is in use.
            if (slug is null)
                await index.Rebuild(Write, CancellationToken.None);
            else
                await Write(CancellationToken.None);

            async Task Write(CancellationToken cancellation)
            {
                foreach (var (tenant, name) in tenants)
                    await output.WriteLineAsync(
                        $"{name}: {await writer.WriteAll(sources, tenant, index, cancellation)} tickets and people");
            }
        }

        return 0;
    }

    private static string? Parse(string[] words) => words switch
    {
        ["reindex"] => null,
        ["reindex", "--tenant", var slug] => slug,
        _ => throw new StartupRefusedException(Usage),
    };
}
