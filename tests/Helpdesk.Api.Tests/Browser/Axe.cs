using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Helpdesk.Api.Tests.Browser;

/// <summary>
/// axe, run in the page itself. What its library for .NET does takes longer: it sends all that was looked at, right or wrong, to a second
/// page and from there to here.
/// </summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>What is wrong with the page by axe's rules, each with the first place where it is.</summary>
    public static async Task<IReadOnlyList<Violation>> Violations(this IPage page)
    {
        await page.EvaluateAsync(Script);
        var found = await page.EvaluateAsync<string[][]>("""
            async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(one => [one.id, one.nodes[0].html])
            """);
        return [.. found.Select(each => new Violation(each[0], each[1]))];
    }
}

internal sealed record Violation(string Id, string Html);
