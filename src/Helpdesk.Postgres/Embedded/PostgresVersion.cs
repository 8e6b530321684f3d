using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Postgres.Embedded;

internal static partial class PostgresVersion
{
    /// <summary>15 from <c>initdb (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)</c>, 18 from <c>… 18beta1</c>.</summary>
    public static int? Major(string? printed) =>
        Pattern().Match(printed ?? "") is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"\(PostgreSQL\) (\d+)")]
    private static partial Regex Pattern();
}
