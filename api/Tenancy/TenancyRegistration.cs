using Helpdesk.Api.Tenants;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenancy;

internal static class TenancyRegistration
{
    public static WebApplicationBuilder AddTenancy(this WebApplicationBuilder builder)
    {
        builder.AddTenancyOptions();
        builder.Services.AddSingleton<TenantCache>().AddSingleton<OwnHosts>();
        return builder;
    }

    public static IHostApplicationBuilder AddTenancyOptions(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddSingleton<IValidateOptions<TenancyOptions>, TenancyOptionsValidator>();
        builder.Services.AddOptions<TenancyOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.Domain = environment.IsDevelopment() ? "localhost" : "")
            .BindConfiguration(TenancyOptions.Section).ValidateOnStart();
        return builder;
    }

    public static WebApplication UseTenancy(this WebApplication app)
    {
        app.UseMiddleware<TenancyMiddleware>();
        return app;
    }
}
