using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace Helpdesk.Architecture.Tests;

/// <summary>docker-compose.yml as Compose reads it: anchors merged, a key that stands twice refused.</summary>
internal sealed partial class ComposeFile
{
    private readonly string text;

    /// <exception cref="YamlException">It is not YAML, or a key stands twice.</exception>
    public ComposeFile(string text)
    {
        this.text = text;
        // Merged, a key that a service overrides stands twice: duplicates are looked for before.
        new YamlStream().Load(new StringReader(text));
        var root = new DeserializerBuilder().Build()
            .Deserialize<Dictionary<string, object>>(new MergingParser(new Parser(new StringReader(text))));
        Services = ((Dictionary<object, object>)root["services"])
            .ToDictionary(service => (string)service.Key, service => (Dictionary<object, object>)service.Value);
    }

    public IReadOnlyDictionary<string, Dictionary<object, object>> Services { get; }

    /// <summary>Service and name of each variable that a service is given.</summary>
    public IEnumerable<(string Service, string Name)> Environment() =>
        from service in Services
        where service.Value.ContainsKey("environment")
        from variable in (Dictionary<object, object>)service.Value["environment"]
        select (service.Key, (string)variable.Key);

    /// <summary>What it takes from <c>.env</c>; the ones without a default must be there.</summary>
    public IEnumerable<(string Name, bool IsRequired)> Asked() =>
        Variable().Matches(text).Select(match => (match.Groups["name"].Value, !match.Groups["default"].Success)).Distinct();

    [GeneratedRegex(@"\$\{(?<name>\w+)(?<default>:-[^}]*)?(?::\?[^}]*)?\}", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}

/// <summary>A file of <c>NAME=value</c> lines and comments, read as strictly as can be: anything else is a mistake.</summary>
internal static partial class EnvFile
{
    /// <exception cref="FormatException">A line is neither empty nor a comment nor an assignment, or a name stands twice.</exception>
    public static IReadOnlyDictionary<string, string> Parse(string text)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in text.Split('\n').Where(line => line.Length > 0 && line[0] != '#'))
        {
            var match = Assignment().Match(line);
            if (!match.Success || !values.TryAdd(match.Groups["name"].Value, match.Groups["value"].Value))
                throw new FormatException($"Not a variable, or given twice: {line}");
        }

        return values;
    }

    [GeneratedRegex("^(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex Assignment();
}
