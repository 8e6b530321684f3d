using System.Reflection;
using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

public sealed partial class SqlTests
{
    [Fact]
    public void The_scan_sees_SQL_where_it_belongs() =>
        TextsOf(typeof(Postgres.Sql.Database).Assembly).Count(IsSql).ShouldBeGreaterThan(20);

    [Theory]
    [InlineData(typeof(Domain.Error))]
    [InlineData(typeof(Contracts.GrainKeys))]
    [InlineData(typeof(Grains.Tickets.TicketGrain))]
    [InlineData(typeof(Api.Http.Problems))]
    public void No_SQL_stands_outside_Postgres(Type inAssembly) => TextsOf(inAssembly.Assembly).Where(IsSql).ShouldBeEmpty();

    private static List<string> TextsOf(Assembly assembly)
    {
        using var code = CompiledCode.Of(assembly);
        return [.. code.Texts()];
    }

    private static bool IsSql(string text) => Statement().IsMatch(text);

    [GeneratedRegex(
        @"\A\s*(select\s+(\d|.*\bfrom\b)|insert\s+into\b|update\s+\w+\s+(\w+\s+)?set\b|delete\s+from\b|"
        + @"with\s+\w+\s+as\s*\(|(create|alter|drop|truncate)\s+(table|index|policy|role|database)\b|"
        + @"set\s+(local\s+)?\w+\s*(=|to)\s|listen\s+\w+$|notify\s+\w+)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Statement();
}
