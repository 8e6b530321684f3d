namespace Helpdesk.Postgres.Sql;

/// <summary>Where this program keeps files of its own: the private server, mail written in Development, attachments on disk.</summary>
public static class DataDirectory
{
    /// <summary>The full path of <see cref="DatabaseOptions.Data"/>.</summary>
    public static string Of(DatabaseOptions options, IHostEnvironment environment) =>
        Path.GetFullPath(options.Data, RepositoryRoot.Find() ?? environment.ContentRootPath);
}
