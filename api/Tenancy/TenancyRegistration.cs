using Helpdesk.Hosting.Tenancy;

namespace Helpdesk.Api.Tenancy;

internal static class TenancyRegistration
{
    public static WebApplicationBuilder AddTenancy(this WebApplicationBuilder builder)
    {
        builder.AddTenancyOptions();
        builder.Services.AddSingleton<TenantCache>().AddSingleton<OwnHosts>()
            .AddSingleton<IPlacesLanguage, PlacesLanguage>();
        return builder;
    }

    public static WebApplication UseTenancy(this WebApplication app)
    {
        app.UseMiddleware<TenancyMiddleware>();
        return app;
    }
}
