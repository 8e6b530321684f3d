using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>What the document says as a whole: what this is, and the shape that every refusal has.</summary>
internal sealed class DocumentDescription : IOpenApiDocumentTransformer
{
    public const string ProblemSchema = "Problem";

    public Task TransformAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken cancellationToken)
    {
        document.Info = new OpenApiInfo { Title = "Helpdesk", Version = "1", Description = Description };
        document.Servers = [new OpenApiServer { Url = "/", Description = "The host that serves this document." }];
        document.Components ??= new OpenApiComponents();
        document.Components.Schemas ??= new Dictionary<string, IOpenApiSchema>();
        document.Components.Schemas[ProblemSchema] = Problem(document);
        document.Components.SecuritySchemes = OperationSecurity.Schemes;
        document.Tags = TagDescriptions.All.Select(tag => new OpenApiTag { Name = tag.Key, Description = tag.Value }).ToHashSet();
        return Task.CompletedTask;
    }

    private const string Description = """
        Helpdesk of many municipalities. Each has its own host, `{slug}.{domain}`; agents of several work at `desk.{domain}`, operators at
        `console.{domain}`. At those two the path names the tenant: `/api/v1/tenants/{tenant}/…`. `x-hosts` tells where an operation exists.

        Refusals are `application/problem+json`; branch on `code`, and read what it means at its `type`. A thing of another tenant answers like one
        that does not exist. Updates name the version they were made on (`If-Match`); commands may carry an `Idempotency-Key`, which makes a retry
        harmless. Lists go on at `next_cursor`. Members and parameters that are not described here are refused.

        All that is wrong with a body is told at once, each place once and in the order of the body: what cannot be read, what is against a rule, and
        words and ids of nothing, as far as a good body would have been told; up to 20, of imports up to 200. Parameters of the address and headers
        that would be refused next stand before them, by their names. What is judged by a member that cannot be read is not judged. Nothing has
        happened, whatever `If-Match` said.

        `Accept-Language` (`de` or `en`) decides the words of a refusal; without it the language of the signed-in account does. Programs with a valid
        key or token read English, and everybody else the first language of the municipality (`languages` of its settings), German as a rule. Beyond
        128 KiB of address or headers, and where it is no HTTP at all, the server hangs up with a bare status, without a document.
        `Content-Language` says which it became. Each `code` in `errors` has its page at `/problems/fields/{code}`.
        """;

    private static OpenApiSchema Problem(OpenApiDocument document) => new()
    {
        Type = JsonSchemaType.Object,
        Description = "A refusal (RFC 9457).",
        Required = new HashSet<string> { "type", "title", "status", "detail", "code", "trace_id" },
        AdditionalPropertiesAllowed = false,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["type"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = "uri",
                Description = "Address of the page that explains the code."
            },
            ["title"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "The code in words; in one language always the same."
            },
            ["status"] = new OpenApiSchema { Type = JsonSchemaType.Integer },
            ["detail"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "This occurrence, for people, in the language of `Content-Language`."
            },
            ["code"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Pattern = "^[a-z][a-z0-9-]*$",
                Description = "Stable, for programs."
            },
            ["trace_id"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "Helps the operators to find this request." },
            ["errors"] = new OpenApiSchema { Type = JsonSchemaType.Array, Items = Fault, Description = "What exactly is not valid." },
            ["draft"] = new OpenApiSchema
            {
                AnyOf =
                [
                    new OpenApiSchemaReference(nameof(Tickets.DraftResponse), document),
                    new OpenApiSchemaReference(nameof(Tickets.NewTicketDraftResponse), document),
                ],
                Description = "The draft that is there, as it is read: with `stale-version`, where a draft is saved or discarded."
            },
            ["comments"] = new OpenApiSchema
            {
                AnyOf = [new OpenApiSchemaReference(nameof(Tickets.CommentListResponse), document)],
                Description = "What others wrote since, the newest 20 of it at most, from the oldest on: with `newer-comment`."
            },
            ["error"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "The code as RFC 6749 spells it; at the addresses of OpenID Connect only."
            },
            ["error_description"] =
                new OpenApiSchema
                {
                    Type = JsonSchemaType.String,
                    Description = "The detail in English under the name of RFC 6749; there only."
                },
        },
        Examples = [Example(Error.Invalid(FieldError.Required("/subject")))],
    };

    private static JsonObject Example(Error error) => new()
    {
        ["type"] = $"https://musterstadt.helpdesk.example/problems/{error.Code}",
        ["title"] = error.EnglishTitle,
        ["status"] = Problems.StatusOf(error.Kind),
        ["detail"] = error.Message,
        ["code"] = error.Code,
        ["trace_id"] = "4bf92f3577b34da6a3ce929d0e0e4736",
        ["errors"] = new JsonArray(
            [.. error.Fields.Select(field => new JsonObject
            {
                ["pointer"] = field.Pointer,
                ["code"] = field.Code,
                ["detail"] = field.Message,
            })]),
    };

    private static OpenApiSchema Fault => new()
    {
        Type = JsonSchemaType.Object,
        Required = new HashSet<string> { "pointer", "code", "detail" },
        AdditionalPropertiesAllowed = false,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["pointer"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "JSON pointer into the body, or the name of a parameter or header."
            },
            ["code"] = new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Description = "Stable, for programs; explained at `/problems/fields/{code}`."
            },
            ["detail"] = new OpenApiSchema { Type = JsonSchemaType.String, Description = "As `detail` above." },
        },
    };
}
