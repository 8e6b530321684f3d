using Helpdesk.Postgres.Clocks;
using Helpdesk.Postgres.Engine;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres;

public static class DatabaseRegistration
{
    /// <summary>
    /// Registers <see cref="Database"/> and the step that starts a private server (if no connection string is set), migrates (in
    /// Development) and opens the pools before any other hosted service starts. From then on the time is the database's.
    /// </summary>
    public static IHostApplicationBuilder AddHelpdeskDatabase(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<DatabaseOptions>, DatabaseOptionsValidator>();
        builder.Services.AddOptions<DatabaseOptions>().Configure(options => Read(builder.Configuration, options)).ValidateOnStart();
        builder.Services.AddSingleton<Database>();
        builder.Services.AddSingleton(services => services.GetRequiredService<Database>().Silence);
        builder.Services.AddSingleton(services => services.GetRequiredService<Database>().OwnChanges);
        builder.Services.AddSingleton<EngineDatabase>();
        builder.Services.AddSingleton<DatabaseStartup>();
        builder.Services.AddHostedService(services => services.GetRequiredService<DatabaseStartup>());
        builder.Services.WatchClock();
        builder.Services.AddHostedService<DatabasePulse>();
        builder.Services.AddHostedService<EmbeddedWatch>();
        return builder;
    }

    internal static void Read(IConfiguration configuration, DatabaseOptions options)
    {
        var section = configuration.GetSection(DatabaseOptions.Section);
        section.Bind(options);
        options.Application = Given(section.Value);
        options.Worker = Given(options.Worker);
        options.Owner = Given(options.Owner);
        options.Data = configuration["Helpdesk:Data"] ?? options.Data;
    }

    /// <summary>Set but empty, as `docker compose` passes an unset variable on, means not set.</summary>
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
