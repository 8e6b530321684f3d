using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>
/// A member that may hold any value may hold null. As "either null or anything" no null would be valid: it would fit both, and must fit
/// one.
/// </summary>
internal sealed class AnyValues : IOpenApiDocumentTransformer
{
    private const string Anything = "JsonElement";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var schema in document.Components?.Schemas?.Values.OfType<OpenApiSchema>() ?? [])
            foreach (var (name, member) in schema.Properties?.ToList() ?? [])
                if (member.OneOf is { Count: 2 } choices
                    && choices.OfType<OpenApiSchemaReference>().Any(choice => choice.Reference.Id == Anything))
                    schema.Properties![name] = new OpenApiSchemaReference(Anything, document) { Description = member.Description };
        return Task.CompletedTask;
    }
}
