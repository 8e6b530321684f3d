using System.Reflection;

namespace Helpdesk.Architecture.Tests;

/// <summary>Time and chance come in from outside, so that every decision can be repeated.</summary>
public sealed class BannedCallTests
{
    private static readonly string[] Banned =
    [
        "System.DateTime.get_Now", "System.DateTime.get_UtcNow", "System.DateTime.get_Today", "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow", "System.TimeProvider.get_System", "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64",
        "System.Diagnostics.Stopwatch.", "System.Guid.NewGuid", "System.Guid.CreateVersion7", "System.Random.",
        "System.Security.Cryptography.RandomNumberGenerator.", "NodaTime.SystemClock.", "System.Threading.Thread.Sleep",
    ];

    [Fact]
    public void The_scan_sees_such_calls_where_they_are_made() => CallsOf(typeof(Api.Http.Problems).Assembly).ShouldNotBeEmpty();

    [Theory]
    [InlineData(typeof(Domain.Error))]
    [InlineData(typeof(Grains.Tickets.TicketGrain))]
    public void Rules_and_grains_read_neither_clock_nor_chance(Type inAssembly) => CallsOf(inAssembly.Assembly).ShouldBeEmpty();

    private static List<string> CallsOf(Assembly assembly)
    {
        using var code = CompiledCode.Of(assembly);
        return [.. code.CalledMembers().Where(
            member => Banned.Any(banned => banned.EndsWith('.') ? member.StartsWith(banned, StringComparison.Ordinal) : member == banned))];
    }
}
