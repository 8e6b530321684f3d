using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tenants;

internal static class TenancyRegistration
{
    public static WebApplicationBuilder AddTenancy(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<TenancyOptions>, TenancyOptionsValidator>();
        builder.Services.AddOptions<TenancyOptions>().BindConfiguration(TenancyOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<TenantCache>();
        return builder;
    }

    public static WebApplication UseTenancy(this WebApplication app)
    {
        app.UseMiddleware<TenancyMiddleware>();
        return app;
    }
}
