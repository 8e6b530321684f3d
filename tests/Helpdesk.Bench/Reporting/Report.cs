using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Helpdesk.Bench.Reporting;

/// <summary>Prints each table as soon as it is there, and at the end writes all of them into one file.</summary>
internal sealed class Report(TextWriter output, bool quick)
{
    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly DateTimeOffset began = DateTimeOffset.UtcNow;
    private readonly List<Table> tables = [];
    private readonly List<Aim> aims = [];

    public void Say(string line) => output.WriteLine(line);

    public void Add(Table table)
    {
        tables.Add(table);
        Print(table);
    }

    /// <summary>For the file only: too long for a screen.</summary>
    public void AddUnprinted(Table table) => tables.Add(table);

    public void Add(Aim aim) => aims.Add(aim);

    /// <summary>The last words: every aim with what was reached.</summary>
    public void PrintAims()
    {
        if (aims.Count == 0)
            return;
        var table = new Table("aims", "Aims", new("what", "aim"), new("value", "reached", "N2"), new("bound", "wanted"), new("met", ""));
        foreach (var aim in aims)
            table.Add(aim.What, aim.Value, BoundOf(aim), aim.IsMet ? "met" : "NOT MET");
        Print(table);
    }

    public async Task Write(string path, Machine machine)
    {
        var document = new JsonObject
        {
            ["began_at"] = began,
            ["took_seconds"] = Math.Round((DateTimeOffset.UtcNow - began).TotalSeconds, 1),
            ["quick"] = quick,
            ["machine"] = JsonSerializer.SerializeToNode(machine, MachineJson.Default.Machine),
            ["tables"] = new JsonObject(tables.Select(table => KeyValuePair.Create(table.Name, (JsonNode?)JsonOf(table)))),
            ["aims"] = new JsonArray([.. aims.Select(JsonOf)]),
        };
        await File.WriteAllTextAsync(path, document.ToJsonString(Indented) + "\n");
    }

    private void Print(Table table)
    {
        var cells = table.Rows.Select(row => row.Select((cell, column) => Text(cell, table.Columns[column])).ToArray()).ToList();
        var widths =
            table.Columns.Select((column, index) => cells.Select(row => row[index].Length).Append(column.Header.Length).Max()).ToArray();
        output.WriteLine();
        output.WriteLine(table.Title);
        output.WriteLine(Line([.. table.Columns.Select(column => column.Header)]));
        for (var row = 0; row < cells.Count; row++)
            output.WriteLine(Line(cells[row], table.Rows[row]));
        output.Flush();

        string Line(string[] texts, IReadOnlyList<object?>? values = null)
        {
            var line = new StringBuilder();
            for (var column = 0; column < texts.Length; column++)
            {
                // Words stand at the left, numbers and what is above them at the right.
                var isWord = values is null ? table.Rows.Any(row => row[column] is string) : values[column] is string;
                line.Append("  ").Append(isWord ? texts[column].PadRight(widths[column]) : texts[column].PadLeft(widths[column]));
            }

            return line.ToString().TrimEnd();
        }
    }

    private static string Text(object? cell, Column column) => cell switch
    {
        null => "",
        string word => word,
        IFormattable number => number.ToString(column.Format, CultureInfo.InvariantCulture),
        _ => cell.ToString() ?? "",
    };

    private static string BoundOf(Aim aim) => aim switch
    {
        { Least: { } least, Most: null } => string.Create(CultureInfo.InvariantCulture, $">= {least:0.##}"),
        { Least: null, Most: { } most } => string.Create(CultureInfo.InvariantCulture, $"<= {most:0.##}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{aim.Least:0.##} to {aim.Most:0.##}"),
    };

    private static JsonArray JsonOf(Table table) => new([.. table.Rows.Select(row =>
        new JsonObject(row.Select((cell, column) => KeyValuePair.Create(table.Columns[column].Name, ValueOf(cell)))))]);

    private static JsonObject JsonOf(Aim aim) => new()
    {
        ["what"] = aim.What,
        ["value"] = ValueOf(aim.Value),
        ["least"] = aim.Least,
        ["most"] = aim.Most,
        ["met"] = aim.IsMet,
    };

    private static JsonNode? ValueOf(object? cell) => cell switch
    {
        null => null,
        double number => double.IsFinite(number) ? Math.Round(number, 4) : null,
        int number => number,
        long number => number,
        bool truth => truth,
        _ => cell.ToString(),
    };
}
