using System.Globalization;
using System.Text.RegularExpressions;

namespace Helpdesk.Postgres.Migrations;

/// <summary>One step of the schema, with its way back.</summary>
/// <param name="Checksum">
/// The checksum of <paramref name="Up"/>: an applied migration never changes, what follows is a new one.
/// </param>
public sealed partial record Migration(int Number, string Name, string Up, string Down, string Checksum)
{
    /// <summary>
    /// All migrations of this program, in order: the files <c>NNNN_name.sql</c> and <c>NNNN_name.down.sql</c> beside this one.
    /// </summary>
    public static IReadOnlyList<Migration> All { get; } = Load();

    public override string ToString() => $"{Number:D4}_{Name}";

    internal static Migration Of(int number, string name, string up, string down) =>
        new(number, name, up, down, ChecksumOf(up));

    internal static string ChecksumOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static List<Migration> Load()
    {
        var migrations = Resources.Names
            .Select(resource => UpFile().Match(resource))
            .Where(match => match.Success)
            .Select(match => Of(
                int.Parse(match.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["name"].Value,
                Resources.Text(match.Value),
                Resources.Text($"{match.Groups["number"]}_{match.Groups["name"]}.down.sql")))
            .OrderBy(migration => migration.Number)
            .ToList();

        var twice = migrations.GroupBy(migration => migration.Number).FirstOrDefault(group => group.Count() > 1);
        return twice is null ? migrations : throw new InvalidOperationException($"Two migrations have the number {twice.Key}.");
    }

    [GeneratedRegex(@"^(?<number>\d{4})_(?<name>[a-z0-9_]+)\.sql\z")]
    private static partial Regex UpFile();
}
