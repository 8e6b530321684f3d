using Helpdesk.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Http;

/// <summary>
/// A process without descriptors accepts nobody and tells nobody: callers hang. So it stops before: who comes when all places are taken is
/// told so and hung up, and what comes faster than it can be told is hung up at once.
/// </summary>
internal sealed class ConnectionLimit(IOptions<ConnectionOptions> options)
{
    private readonly int most = options.Value.Most(OpenFiles.Limit());
    private int open;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<IValidateOptions<ConnectionOptions>, ConnectionOptionsValidator>();
        services.AddOptions<ConnectionOptions>().BindConfiguration(ConnectionOptions.Section).ValidateOnStart();
        services.AddSingleton<ConnectionLimit>();
        services.AddOptions<KestrelServerOptions>().Configure<ConnectionLimit>(static (kestrel, limit) =>
            kestrel.Limits.MaxConcurrentConnections = limit.most + Math.Max(16, limit.most / 8));
    }

    /// <summary>Counts the connections of an endpoint.</summary>
    public static void Count(ListenOptions endpoint)
    {
        var limit = endpoint.ApplicationServices.GetRequiredService<ConnectionLimit>();
        endpoint.Use(next => async connection =>
        {
            if (Interlocked.Increment(ref limit.open) > limit.most)
                connection.Features.Set(new OneTooMany());
            try
            {
                await next(connection);
            }
            finally
            {
                Interlocked.Decrement(ref limit.open);
            }
        });
    }

    /// <summary>Tells who is too many, whatever they ask for.</summary>
    public static Task Check(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<OneTooMany>() is null)
            return next(context);
        context.Response.Headers.Connection = "close";
        return Problems.Write(context, HttpErrors.Overloaded);
    }

    /// <summary>Marks connections.</summary>
    private sealed class OneTooMany;
}
