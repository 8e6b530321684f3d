namespace Helpdesk.House;

/// <summary>Blocks of lines that stand in two places.</summary>
internal static class Repeats
{
    /// <summary>A block counts from this length on; lines without a letter or digit, and usings, do not count.</summary>
    private const int Shortest = 11;

    public static IReadOnlyList<(string First, string Second, int Lines)> In(IReadOnlyList<SourceFile> files)
    {
        var texts = files.Select(Telling).ToList();
        var places = new Dictionary<string, (int File, int Line)>();
        var found = new List<(string, string, int)>();
        for (var file = 0; file < texts.Count; file++)
        {
            var skipTo = 0;
            for (var line = 0; line + Shortest <= texts[file].Count; line++)
            {
                var block = string.Join('\n', texts[file].Skip(line).Take(Shortest).Select(told => told.Text));
                if (!places.TryAdd(block, (file, line)) && line >= skipTo
                    && places[block] is var first && (first.File, first.Line) != (file, line))
                {
                    var length = Common(texts[first.File], first.Line, texts[file], line);
                    skipTo = line + length;
                    found.Add((Place(first.File, first.Line), Place(file, line), length));
                }
            }
        }

        return found;

        string Place(int file, int line) => $"{files[file].Path}:{texts[file][line].Number}";
    }

    private static int Common(List<(int Number, string Text)> one, int from, List<(int Number, string Text)> other, int at)
    {
        var length = 0;
        while (from + length < one.Count && at + length < other.Count && one[from + length].Text == other[at + length].Text)
            length++;
        return length;
    }

    private static List<(int Number, string Text)> Telling(SourceFile file) =>
    [
        .. file.Lines.Select((line, index) => (index + 1, line.Trim()))
            .Where(line => line.Item2.Any(char.IsLetterOrDigit) && !line.Item2.StartsWith("using ", StringComparison.Ordinal)),
    ];
}
