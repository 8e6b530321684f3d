using System.Globalization;
using System.Threading.RateLimiting;
using Helpdesk.Api.Tenancy;
using Helpdesk.Postgres.Sql;
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
        services.AddSingleton(provider =>
        {
            var (options, database) = (provider.GetRequiredService<IOptions<RateLimitOptions>>().Value,
                provider.GetRequiredService<IOptions<DatabaseOptions>>().Value);
            return new Admission(LoadShares.Of(options, database.ApplicationPool), options);
        });
        return builder;
    }

    /// <summary>
    /// Not the framework's <c>UseRateLimiter</c>: its middleware makes one more limiter, for policies by name, which we have none of.
    /// Nobody ever disposes that one, and its timer, ten times a second, keeps the host in memory for as long as the process runs.
    /// </summary>
    public static void UseRateLimits(this IApplicationBuilder app)
    {
        var limits = app.ApplicationServices.GetRequiredService<PartitionedRateLimiter<HttpContext>>();
        var admission = app.ApplicationServices.GetRequiredService<Admission>();
        app.Use((context, next) => Limit(limits, admission, context, next));
    }

    private static async Task Limit(
        PartitionedRateLimiter<HttpContext> limits, Admission admission, HttpContext context, RequestDelegate next)
    {
        using (var lease = limits.AttemptAcquire(context))
        {
            if (!lease.IsAcquired)
            {
                await Refuse(context, lease);
                return;
            }
        }

        if (StreamedBody.Is(context))
        {
            await next(context);
            return;
        }

        await context.Arrived();
        using var admitted = await admission.Enter(context);
        // Nobody keeps places by reading the answer slowly; a file is made while it is read.
        if (!HeavyRequest.Is(context))
            context.Response.OnStarting(admitted.Leave);
        await (admitted.Refusal is { } why ? Problems.Write(context, why) : next(context));
    }

    private static Task Refuse(HttpContext context, RateLimitLease lease)
    {
        if (lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
            context.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Problems.Write(context, HttpErrors.RateLimited);
    }
}
