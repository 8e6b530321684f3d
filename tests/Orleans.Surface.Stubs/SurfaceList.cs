using System.Text.RegularExpressions;

namespace Orleans.Surface.Stubs;

/// <summary>The packages' public API as text: a line for a type, indented lines for its members.</summary>
public sealed class SurfaceList
{
    private SurfaceList(IReadOnlyList<SurfaceType> types) => Types = types;

    public IReadOnlyList<SurfaceType> Types { get; }

    public static SurfaceList Read(params string[] files)
    {
        var types = new List<SurfaceType>();
        foreach (var line in files.SelectMany(File.ReadLines).Where(line => line.Length > 0 && line[0] != '#'))
        {
            if (line[0] != ' ')
                types.Add(SurfaceType.Parse(line));
            else
                types[^1].Members.Add(line.Trim());
        }

        return new(types);
    }
}

/// <param name="Kind">As in <c>sealed class</c>.</param>
/// <param name="Name">With namespace, nesting and type parameters.</param>
public sealed partial record SurfaceType(string Assembly, string Kind, string Name, IReadOnlyList<string> Bases)
{
    public List<string> Members { get; } = [];

    public static SurfaceType Parse(string line)
    {
        var match = Line().Match(line);
        return match.Success
            ? new(match.Groups["assembly"].Value, match.Groups["kind"].Value, match.Groups["name"].Value, [.. SplitTop(match.Groups["bases"].Value)])
            : throw new FormatException($"Not a type: {line}");
    }

    /// <summary>Parts between commas that are not inside brackets.</summary>
    public static IEnumerable<string> SplitTop(string text)
    {
        var (depth, start) = (0, 0);
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] is '<' or '(' ? 1 : text[index] is '>' or ')' ? -1 : 0;
            if (text[index] != ',' || depth > 0)
                continue;
            yield return text[start..index].Trim();
            start = index + 1;
        }

        if (text[start..].Trim() is { Length: > 0 } last)
            yield return last;
    }

    [GeneratedRegex(@"^(?<assembly>[\w.]+): (?<kind>(?:sealed |static |abstract )*(?:class|interface|struct|enum|delegate)) (?<name>[\w.]+(?:<[^>]*>)?(?:\.\w+)?)(?: : (?<bases>.*))?$")]
    private static partial Regex Line();
}
