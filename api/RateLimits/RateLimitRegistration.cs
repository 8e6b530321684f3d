using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.Api.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.RateLimits;

internal static class RateLimitRegistration
{
    public static WebApplicationBuilder AddRateLimits(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<IValidateOptions<RateLimitOptions>, RateLimitOptionsValidator>();
        services.AddOptions<RateLimitOptions>()
            .Configure(options =>
            {
                if (builder.Environment.IsDevelopment())
                    options.UseDevelopmentDefaults();
            })
            .BindConfiguration(RateLimitOptions.Section).ValidateOnStart();
        services.AddSingleton<LookupLimits>();
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<RateLimitOptions>>((limiter, limits) =>
        {
            limiter.GlobalLimiter = RateLimits.Of(limits.Value);
            limiter.OnRejected = Refuse;
        });
        return builder;
    }

    private static ValueTask Refuse(OnRejectedContext rejected, CancellationToken cancellation)
    {
        if (rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            rejected.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return new(Problems.Write(rejected.HttpContext, HttpErrors.RateLimited));
    }
}
