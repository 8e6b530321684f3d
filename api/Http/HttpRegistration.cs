using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

internal static class HttpRegistration
{
    public static WebApplicationBuilder AddHttp(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureEndpointDefaults(static endpoint =>
            {
                endpoint.Protocols = HttpProtocols.Http1;
                ConnectionLimit.Count(endpoint);
            });
            HttpLimits.Set(kestrel.Limits);

            // The wish for a language is passed over where it cannot be read; every other header must be UTF-8.
            kestrel.RequestHeaderEncodingSelector = name =>
                name.Equals(HeaderNames.AcceptLanguage, StringComparison.OrdinalIgnoreCase) ? Encoding.Latin1 : null;
        });

        // No request of ours blocks its thread, so it may run on the one that read it: two changes of threads less. "Unsafe" is for those
        // that do.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);

        ConnectionLimit.Add(builder.Services);
        Compression.Add(builder.Services);
        builder.Services.AddSingleton<Cursors>();
        builder.Services.AddHealthChecks();
        return builder;
    }

    /// <summary>The layers around every endpoint, from the outside in.</summary>
    public static WebApplication UseHttp(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        Compression.Use(app);
        app.UseMiddleware<ErrorHandling>();
        app.Use(ConnectionLimit.Check);
        app.Use(static (context, next) =>
        {
            HttpLimits.Check(context);
            if (context.Request.Path.Value is { } path && !System.Text.Ascii.IsValid(path))
                context.Request.Path = Text.Composed(path);
            return next(context);
        });
        app.Use(AnswerUnversionedAsFirst);
        app.Use(AnswerHeadAsGet);
        app.UseRouting();
        app.Use(Methods.RefuseUnknown);
        return app;
    }

    /// <summary>
    /// After access, so that strangers learn nothing from it: an operation that takes no query parameters refuses all of them. Where a body
    /// is read, its faults are told with them.
    /// </summary>
    public static WebApplication UseDeclaredQueries(this WebApplication app)
    {
        app.Use(static (context, next) =>
        {
            var metadata = context.GetEndpoint()?.Metadata;
            if (context.Request.QueryString.HasValue
                && metadata?.GetMetadata<OperationName>() is not null && metadata.GetMetadata<QueryParameters>() is null
                && metadata.GetMetadata<RefusesParameters>() is null)
                new QueryReader(context.Request).Done();
            return next(context);
        });
        return app;
    }

    // /api/tickets is /api/v1/tickets.
    private static Task AnswerUnversionedAsFirst(HttpContext context, RequestDelegate next)
    {
        if (context.Request.Path.StartsWithSegments("/api", out var rest)
            && !rest.StartsWithSegments("/v1") && !rest.StartsWithSegments("/docs"))
            context.Request.Path = "/api/v1" + rest;
        return next(context);
    }

    // The server leaves out the body of an answer to HEAD by itself, whatever the endpoint thinks that it answers.
    private static Task AnswerHeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (HttpMethods.IsHead(context.Request.Method))
        {
            context.Request.Method = HttpMethods.Get;
            context.Items[HeadersOnly] = true;
        }

        return next(context);
    }

    /// <summary>Whether nobody will read a body: one without end must not be begun.</summary>
    public static bool WantsHeadersOnly(this HttpContext context) => context.Items.ContainsKey(HeadersOnly);

    private static readonly object HeadersOnly = new();
}
