using Helpdesk.Postgres.Sql;

namespace Helpdesk.Architecture.Tests;

/// <summary>The checkout's own files, without what builds put there.</summary>
internal static class Sources
{
    public static string Root { get; } = RepositoryRoot.Find() ?? throw new InvalidOperationException("The tests run inside the checkout.");

    // What builds, tools and people's own runs leave behind.
    private static readonly string[] NotOurs = [".git", "artifacts", "node_modules", ".data", ".vs", "bin", "obj", "dist"];

    /// <summary>One file, by its path from the root.</summary>
    public static string Text(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Every file of the checkout, whatever its kind.</summary>
    public static IReadOnlyList<SourceFile> Tree() => [.. Files(Root).Select(Read)];

    public static IReadOnlyList<SourceFile> Under(params string[] folders) =>
    [
        .. folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file =>
                !file.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(Read),
    ];

    private static IEnumerable<string> Files(string folder) =>
    [
        .. Directory.EnumerateFiles(folder).Where(file => Path.GetFileName(file) != ".git"),
        .. Directory.EnumerateDirectories(folder).Where(inner => !NotOurs.Contains(Path.GetFileName(inner))).SelectMany(Files),
    ];

    private static SourceFile Read(string file) => new(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file));
}

/// <param name="Path">From the root of the checkout, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
