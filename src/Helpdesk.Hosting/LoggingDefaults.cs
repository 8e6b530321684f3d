using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.Memory;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Hosting;

public static class LoggingDefaults
{
    /// <summary>
    /// What is logged unless the section <c>Logging</c> says otherwise: our own events, and of the framework what went wrong. Left alone
    /// the framework writes five lines a request, at nearly half of the processor time that the request takes. And while the database or a
    /// silo is away, the first line of a sort and then how many there were (<see cref="OutageLines"/>).
    /// </summary>
    public static WebApplicationBuilder AddLoggingDefaults(this WebApplicationBuilder builder)
    {
        // First in the order of sources, so that every other one has the last word.
        ((IConfigurationBuilder)builder.Configuration).Sources.Insert(0, new MemoryConfigurationSource
        {
            InitialData =
            [
                new("Logging:LogLevel:Default", "Information"),
                new("Logging:LogLevel:Microsoft.AspNetCore", "Warning"),
                new("Logging:LogLevel:Microsoft.EntityFrameworkCore", "Warning"),
                new("Logging:LogLevel:OpenIddict", "Warning"),
                // Orleans places each new grain through a resilience pipeline that writes two lines a time.
                new("Logging:LogLevel:Polly", "Warning"),
            ],
        });
        builder.Services.AddSingleton<LoggerFactory>();
        builder.Services.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(
            services => new OutageLoggerFactory(services.GetRequiredService<LoggerFactory>(), TimeProvider.System)));
        return builder;
    }
}
