using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Postgres.Migrations;

/// <summary>One function of the database, with rights and triggers. Runs after the migrations, and again when its text changed.</summary>
/// <param name="Migration">Number of the migration that it stands on: when that one is undone, the function goes first.</param>
/// <param name="Checksum">The checksum of <paramref name="Text"/>.</param>
public sealed partial record FunctionScript(int Migration, string Name, string Text, string Down, string Checksum)
{
    /// <summary>All functions of this program, in order: the files <c>Functions/NNNN_name.sql</c> and <c>NNNN_name.down.sql</c>.</summary>
    public static IReadOnlyList<FunctionScript> All { get; } = Load();

    public override string ToString() => Name;

    internal static FunctionScript Of(int migration, string name, string text, string down) =>
        new(migration, name, text, down, Migrations.Migration.ChecksumOf(text));

    private static List<FunctionScript> Load() =>
    [
        .. Resources.Names
            .Select(resource => File().Match(resource))
            .Where(match => match.Success)
            .OrderBy(match => match.Value, StringComparer.Ordinal)
            .Select(match => Of(
                int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["name"].Value,
                Resources.Text(match.Value),
                Resources.Text($"function.{match.Groups["number"]}_{match.Groups["name"]}.down.sql"))),
    ];

    [GeneratedRegex(@"^function\.(?<number>\d{4})_(?<name>[a-z0-9_]+)\.sql\z")]
    private static partial Regex File();
}
