namespace Helpdesk.Postgres.Sql;

/// <summary>SQL files that travel inside the assembly.</summary>
internal static class Resources
{
    public static IEnumerable<string> Names => typeof(Resources).Assembly.GetManifestResourceNames();

    /// <summary>With line ends as in the repository, however it was checked out.</summary>
    public static string Text(string name)
    {
        using var stream = typeof(Resources).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No resource {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
