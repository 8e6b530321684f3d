using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Local;

namespace Orleans.Hosting;

public static class SiloBuilderReminderExtensions
{
    /// <summary>The reminder service, without a table yet.</summary>
    public static ISiloBuilder AddReminders(this ISiloBuilder builder)
    {
        builder.Services.AddReminders();
        return builder;
    }

    public static void AddReminders(this IServiceCollection services) => services.AddReminderService();

    /// <summary>Reminders in a database, in the table of the ADO.NET provider.</summary>
    public static ISiloBuilder UseAdoNetReminderService(this ISiloBuilder builder, Action<AdoNetReminderTableOptions> configureOptions) =>
        builder.UseAdoNetReminderService(options => options.Configure(configureOptions));

    /// <summary>The same, for options that need services.</summary>
    public static ISiloBuilder UseAdoNetReminderService(
        this ISiloBuilder builder, Action<OptionsBuilder<AdoNetReminderTableOptions>> configureOptions)
    {
        configureOptions(builder.Services.AddOptions<AdoNetReminderTableOptions>());
        builder.Services.Replace(ServiceDescriptor.Singleton<IReminderTable, AdoNetReminderTable>());
        return builder.AddReminders();
    }
}

public static class SiloBuilderReminderMemoryExtensions
{
    /// <summary>Reminders in memory, gone with the process: for tests.</summary>
    public static ISiloBuilder UseInMemoryReminderService(this ISiloBuilder builder)
    {
        builder.Services.Replace(ServiceDescriptor.Singleton<IReminderTable, MemoryReminderTable>());
        return builder.AddReminders();
    }
}
