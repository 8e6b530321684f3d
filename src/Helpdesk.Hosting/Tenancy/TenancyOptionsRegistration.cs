using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Helpdesk.Hosting.Tenancy;

public static class TenancyOptionsRegistration
{
    /// <summary>For whatever knows tenants by their hosts: requests come there, and links lead there. Any number of times.</summary>
    public static IHostApplicationBuilder AddTenancyOptions(this IHostApplicationBuilder builder)
    {
        if (builder.Services.Any(service => service.ImplementationType == typeof(TenancyOptionsValidator)))
            return builder;
        builder.Services.TryAddSingleton<IValidateOptions<TenancyOptions>, TenancyOptionsValidator>();
        builder.Services.AddOptions<TenancyOptions>()
            .Configure<IHostEnvironment>((options, environment) => options.Domain = environment.IsDevelopment() ? "localhost" : "")
            .BindConfiguration(TenancyOptions.Section).ValidateOnStart();
        return builder;
    }
}
