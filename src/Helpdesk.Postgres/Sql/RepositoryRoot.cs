namespace Helpdesk.Postgres.Sql;

/// <summary>
/// The checkout that this program was built in, so that <c>dotnet run</c> and tests find the same data directory from any folder.
/// </summary>
public static class RepositoryRoot
{
    /// <summary>The folder above the program that holds <c>Helpdesk.sln</c>; <c>null</c> for an installed program.</summary>
    public static string? Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Helpdesk.sln")))
            folder = folder.Parent;
        return folder?.FullName;
    }
}
