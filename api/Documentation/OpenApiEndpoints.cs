using System.Text;
using Helpdesk.Api.Live;
using Helpdesk.Api.Tenancy;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>The OpenAPI document. It is the same for everybody and is made once per process.</summary>
internal static class OpenApiEndpoints
{
    private const string Name = "v1";
    public const string Path = $"/openapi/{Name}.json";

    public static IServiceCollection AddOpenApiDocument(this IServiceCollection services) => services
        .AddSingleton<DocumentBytes>()
        .AddOpenApi(Name, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer<SchemaDescription>();
            options.AddOperationTransformer<OperationDescription>();
            options.AddDocumentTransformer<DocumentDescription>();
            options.AddDocumentTransformer<LiveSchemas>();
            options.AddDocumentTransformer<AnyValues>();
        })
        .ConfigureHttpJsonOptions(json => DescribedJson.Configure(json.SerializerOptions));

    public static void MapOpenApiDocument(this IEndpointRouteBuilder app) => app
        .MapGet(Path, async (DocumentBytes document, HttpContext context) =>
        {
            context.Response.ContentType = "application/json";
            await context.Response.BodyWriter.WriteAsync(await document.Json, context.RequestAborted);
        })
        .ExcludeFromDescription()
        .WithMetadata(new AtAnyHost())
        .AllowAnonymous();

    private sealed class DocumentBytes(IServiceProvider services)
    {
        private readonly Lazy<Task<byte[]>> json = new(() => Make(services));

        public Task<byte[]> Json => json.Value;

        private static async Task<byte[]> Make(IServiceProvider services)
        {
            await using var scope = services.CreateAsyncScope();
            var document = await scope.ServiceProvider.GetRequiredKeyedService<IOpenApiDocumentProvider>(Name).GetOpenApiDocumentAsync();
            return Encoding.UTF8.GetBytes(await document.SerializeAsJsonAsync(OpenApiSpecVersion.OpenApi3_1));
        }
    }
}
