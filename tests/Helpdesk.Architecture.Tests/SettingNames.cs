using System.Text.RegularExpressions;

namespace Helpdesk.Architecture.Tests;

/// <summary>Names of settings that a text uses.</summary>
internal static partial class SettingNames
{
    public static IEnumerable<string> In(string text) => Environment().Matches(text).Select(match => match.Value);

    /// <summary>
    /// As a test or a command line gives them: <c>"Helpdesk:Links:Port"</c>, <c>--Helpdesk:Data=…</c>; in the form of the environment.
    /// </summary>
    public static IEnumerable<string> InCode(string text) =>
        In(text).Concat(Configuration().Matches(text)
            .Select(match => match.Groups["name"].Value.Replace(":", "__", StringComparison.Ordinal)));

    [GeneratedRegex(@"\bHelpdesk__\w+", RegexOptions.CultureInvariant)]
    private static partial Regex Environment();

    [GeneratedRegex(@"(?:""|--)(?<name>Helpdesk(?::[A-Z]\w*|:\d+)+)(?=""|=)", RegexOptions.CultureInvariant)]
    private static partial Regex Configuration();
}
