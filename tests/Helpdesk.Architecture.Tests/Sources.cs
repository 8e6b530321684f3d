using Helpdesk.Postgres;

namespace Helpdesk.Architecture.Tests;

/// <summary>The checkout's own files, without what builds put there.</summary>
internal static class Sources
{
    public static string Root { get; } = RepositoryRoot.Find() ?? throw new InvalidOperationException("The tests run inside the checkout.");

    public static IReadOnlyList<SourceFile> Under(params string[] folders) =>
    [
        .. folders.Select(folder => Path.Combine(Root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}node_modules{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => new SourceFile(Path.GetRelativePath(Root, file).Replace('\\', '/'), File.ReadAllText(file))),
    ];
}

/// <param name="Path">From the root of the checkout, with slashes.</param>
internal sealed record SourceFile(string Path, string Text)
{
    public string Folder => Path[..Path.LastIndexOf('/')];

    public string Name => Path[(Path.LastIndexOf('/') + 1)..];
}
