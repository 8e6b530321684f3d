using System.Data.Common;

namespace Helpdesk.Postgres.Sql;

/// <summary>Names every fault at once, in terms of the setting.</summary>
internal sealed class DatabaseOptionsValidator(IHostEnvironment environment) : IValidateOptions<DatabaseOptions>
{
    public ValidateOptionsResult Validate(string? name, DatabaseOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(DatabaseOptions options)
    {
        foreach (var (setting, text) in new[] { ("", options.Application), (":Worker", options.Worker), (":Owner", options.Owner) })
            if (text is not null && ConnectionFault(text) is { } fault)
                yield return $"{DatabaseOptions.Section}{setting} is not a connection string: {fault}";

        if (options.Application is null && (options.Worker ?? options.Owner) is not null)
            yield return $"{DatabaseOptions.Section} itself must be a connection string where :Worker or :Owner is one.";
        if (string.IsNullOrWhiteSpace(options.Data))
            yield return "Helpdesk:Data must name a folder.";
        if (options.ApplicationPool is < 1 or > 1000)
            yield return $"{DatabaseOptions.Section}:ApplicationPool must be 1 to 1,000.";
        if (options.WorkerPool is < 1 or > 1000)
            yield return $"{DatabaseOptions.Section}:WorkerPool must be 1 to 1,000.";
        if (options.EnginePool is < 2 or > 1000)
            yield return $"{DatabaseOptions.Section}:EnginePool must be 2 to 1,000.";
        if (!WholeSeconds(options.ConnectTimeout, TimeSpan.FromMinutes(1)))
            yield return $"{DatabaseOptions.Section}:ConnectTimeout must be whole seconds from 00:00:01 to 00:01:00.";
        if (!WholeSeconds(options.CommandTimeout, TimeSpan.FromMinutes(10)))
            yield return $"{DatabaseOptions.Section}:CommandTimeout must be whole seconds from 00:00:01 to 00:10:00.";
        if (!WholeSeconds(options.Silence, TimeSpan.FromMinutes(1)))
            yield return $"{DatabaseOptions.Section}:Silence must be whole seconds from 00:00:01 to 00:01:00.";
        if (options.PreparedStatements is < 0 or > 1000)
            yield return $"{DatabaseOptions.Section}:PreparedStatements must be 0 to 1,000.";
        if (options.MayLoseCommits && !environment.IsDevelopment())
            yield return $"{DatabaseOptions.Section}:MayLoseCommits is for Development only.";
    }

    private static bool WholeSeconds(TimeSpan time, TimeSpan longest) =>
        time >= TimeSpan.FromSeconds(1) && time <= longest && time.Ticks % TimeSpan.TicksPerSecond == 0;

    private static string? ConnectionFault(string text)
    {
        try
        {
            var parsed = new NpgsqlConnectionStringBuilder(text);
            return string.IsNullOrEmpty(parsed.Host)
                ? "it names no Host." : string.IsNullOrEmpty(parsed.Database) ? "it names no Database." : null;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or DbException)
        {
            // The message of a parser may quote what it read, and that may be a password.
            return "it cannot be parsed.";
        }
    }
}
