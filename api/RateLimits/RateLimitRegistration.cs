using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.Api.Tenancy;
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
        services.AddSingleton(provider => RateLimits.Of(provider.GetRequiredService<IOptions<RateLimitOptions>>().Value));
        return builder;
    }

    /// <summary>
    /// Not the framework's <c>UseRateLimiter</c>: its middleware makes one more limiter, for policies by name, which we have none of.
    /// Nobody ever disposes that one, and its timer, ten times a second, keeps the host in memory for as long as the process runs.
    /// </summary>
    public static void UseRateLimits(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        app.Use((context, next) => IsExempt(context) ? next(context) : Limit(limits, context, next));
    }

    private static bool IsExempt(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<DisableRateLimitingAttribute>() is not null;

    // The lease is held until the answer is written: it is one of the requests that a tenant has under way.
    private static async Task Limit(PartitionedRateLimiter<HttpContext> limits, HttpContext context, RequestDelegate next)
    {
        using var lease = limits.AttemptAcquire(context);
        await (lease.IsAcquired ? next(context) : Refuse(context, lease));
    }

    private static Task Refuse(HttpContext context, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.Write(context, HttpErrors.RateLimited);
    }
}
