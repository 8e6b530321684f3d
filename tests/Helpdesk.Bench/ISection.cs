using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench;

/// <summary>
/// One subject of the bench: measures, adds tables and aims to the report. A new one is added to the list in Program.cs, that is all.
/// </summary>
internal interface ISection
{
    /// <summary>For <c>--only</c>.</summary>
    string Name { get; }

    Task Run(Bench bench);
}

/// <summary>What sections work with.</summary>
/// <param name="Servers">Product, limit and their database; started when a section asks for the first time.</param>
internal sealed record Bench(BenchOptions Options, Report Report, Lazy<Task<BenchServers>> Servers);
