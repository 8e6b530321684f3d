namespace Helpdesk.House;

/// <param name="Path">From the root of the checkout, with slashes.</param>
/// <param name="IsProduct">What is delivered; the rest is tests and their tools.</param>
internal sealed record SourceFile(string Path, string[] Lines, bool IsProduct)
{
    private static readonly string[] Product = ["src", "api", "silo"];
    private static readonly string[] NotOurs = ["bin", "obj", "node_modules", "artifacts"];

    public static IReadOnlyList<SourceFile> Under(string root) =>
    [
        .. Product.Append("tests").Select(folder => System.IO.Path.Combine(root, folder)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(file => (File: file, Path: System.IO.Path.GetRelativePath(root, file).Replace('\\', '/')))
            .Where(found => !found.Path.Split('/').Intersect(NotOurs).Any())
            .Select(found => new SourceFile(found.Path, File.ReadAllLines(found.File), Product.Contains(found.Path.Split('/')[0])))
            .OrderBy(file => file.Path, StringComparer.Ordinal),
    ];
}
