using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Http;

/// <summary>
/// JSON, compressed for whoever takes it: a list of two hundred tickets is a tenth as long. Not for what a page of another origin makes a
/// browser ask: the length of a compressed answer would tell that page something of what stands in it.
/// </summary>
internal static class Compression
{
    // Below that the effort is not worth it.
    private const int Least = 1024;

    public static void Add(IServiceCollection services)
    {
        services.AddResponseCompression(static compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = ["application/json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(static brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(static gzip => gzip.Level = CompressionLevel.Fastest);
        services.AddSingleton<IResponseCompressionProvider, OfLongAnswers>();
    }

    public static void Use(WebApplication app) => app.UseWhen(IsOfOwnPageOrProgram, static own => own.UseResponseCompression());

    // Programs do not say where they come from.
    private static bool IsOfOwnPageOrProgram(HttpContext context) =>
        context.Request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"] or ["none"];

    private sealed class OfLongAnswers(IServiceProvider services, IOptions<ResponseCompressionOptions> options)
        : ResponseCompressionProvider(services, options)
    {
        public override bool ShouldCompressResponse(HttpContext context) =>
            context.Response.ContentLength is not < Least && base.ShouldCompressResponse(context);
    }
}
