using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Helpdesk.Api.Tenancy;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>Describes an operation from what its endpoint declares.</summary>
internal sealed partial class OperationDescription : IOpenApiOperationTransformer
{
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        var (endpoint, document) = (context.Description, context.Document!);
        var (metadata, method) = (endpoint.ActionDescriptor.EndpointMetadata, endpoint.HttpMethod!);
        Name(operation, metadata);
        operation.Parameters = [.. PathParameters(endpoint), .. OperationParameters.Of(metadata)];
        AddExamples(operation, document, endpoint);
        AddTable(operation, metadata);
        AddHeaders(operation, metadata);
        var pathIds = operation.Parameters.Count(parameter => parameter.In == ParameterLocation.Path);
        AddProblems(operation, document, metadata.OfType<Refusals>().SelectMany(refusals => refusals.Errors).Concat(
            ImpliedRefusals.Of(metadata, method, pathIds)));
        operation.Security = OperationSecurity.Of(metadata, method, document);
        return Task.CompletedTask;
    }

    private static void Name(OpenApiOperation operation, IList<object> metadata)
    {
        var name = metadata.OfType<OperationName>().LastOrDefault()?.Value;
        var inPath = metadata.OfType<NamesTenantInPath>().Any();
        operation.OperationId = inPath ? name + "InTenant" : name;
        operation.Summary ??= name is null ? null : InWords(name) + (inPath ? " of the tenant in the path" : "");
        if (metadata.OfType<OnHosts>().LastOrDefault() is { } hosts)
            Extend(operation, "x-hosts", hosts.Kinds.Select(Domain.Words<HostKind>.Of));
    }

    private static IEnumerable<IOpenApiParameter> PathParameters(ApiDescription endpoint)
    {
        foreach (Match match in PathParameter().Matches(endpoint.RelativePath!))
        {
            var name = match.Groups["name"].Value;
            var declared = endpoint.ParameterDescriptions.FirstOrDefault(parameter => parameter.Name == name)?.ParameterDescriptor;
            var value = (declared as IParameterInfoParameterDescriptor)?.ParameterInfo.GetCustomAttributes(
                typeof(PathValueAttribute), inherit: true);
            yield return name is "id" or "other" && endpoint.ActionDescriptor.EndpointMetadata.OfType<Tickets.TakesTicketNumber>().Any()
                ? OperationParameters.OfTicket(name)
                : OperationParameters.InPath(name, value is [PathValueAttribute attribute] ? attribute : null);
        }
    }

    private static void AddExamples(OpenApiOperation operation, OpenApiDocument document, ApiDescription endpoint)
    {
        if (JsonOf(operation.RequestBody?.Content) is { } request &&
            endpoint.ActionDescriptor.EndpointMetadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>()
                .LastOrDefault()?.RequestType is { } requestType)
            request.Examples = Example(document, requestType, Examples.Request(requestType));

        foreach (var answer in endpoint.SupportedResponseTypes)
        {
            if (answer.Type is { } type && JsonOf(operation.Responses?.GetValueOrDefault($"{answer.StatusCode}")?.Content) is { } response)
                response.Examples = Example(document, type, Examples.Response(type));
        }
    }

    private static Dictionary<string, IOpenApiExample>? Example(OpenApiDocument document, Type type, JsonNode? value)
    {
        if (value is null)
            return null;
        document.AddComponent(type.Name, new OpenApiExample { Value = value });
        return new() { ["example"] = new OpenApiExampleReference(type.Name, document) };
    }

    private static void AddTable(OpenApiOperation operation, IList<object> metadata)
    {
        if (metadata.OfType<AnswersCsvToo>().Any()
            && operation.Responses?.GetValueOrDefault("200") is OpenApiResponse { Content: { } content })
            content[CsvTable.ContentType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } };
    }

    private static OpenApiMediaType? JsonOf(IDictionary<string, OpenApiMediaType>? content) =>
        content is not null && content.TryGetValue("application/json", out var json) ? json : null;

    private static void AddHeaders(OpenApiOperation operation, IList<object> metadata)
    {
        foreach (var answer in metadata.OfType<AnswerHeaders>())
        {
            if (operation.Responses?.GetValueOrDefault($"{answer.Status}") is OpenApiResponse response && answer.Names.Count > 0)
                response.Headers = answer.Names.ToDictionary(name => name, ResponseHeaders.Of);
        }
    }

    private static void AddProblems(OpenApiOperation operation, OpenApiDocument document, IEnumerable<Error> refused)
    {
        var errors = refused.DistinctBy(error => error.Code).OrderBy(error => error.Code, StringComparer.Ordinal).ToList();
        Extend(operation, "x-problem-codes", errors.Select(error => error.Code));

        operation.Responses ??= [];
        foreach (var problems in errors.GroupBy(error => Problems.StatusOf(error.Kind)).OrderBy(problems => problems.Key))
        {
            var refusal = Refusal(document, problems.Key, problems);
            if (operation.Responses.GetValueOrDefault($"{problems.Key}")?.Content is { Count: > 0 } declared)
            {
                operation.Responses[$"{problems.Key}"] = Beside(declared, refusal);
                continue;
            }

            var id = string.Join('.', problems.Select(problem => problem.Code).Prepend($"{problems.Key}"));
            document.AddComponent(id, refusal);
            operation.Responses[$"{problems.Key}"] = new OpenApiResponseReference(id, document);
        }
    }

    // Another protocol's own words for a refusal stay; what lies before it still refuses in ours.
    private static OpenApiResponse Beside(IDictionary<string, OpenApiMediaType> declared, OpenApiResponse refusal)
    {
        foreach (var (type, media) in declared)
            refusal.Content!.TryAdd(type, media);
        return refusal;
    }

    private static OpenApiResponse Refusal(OpenApiDocument document, int status, IEnumerable<Error> problems) => new()
    {
        Description = string.Join(", ", problems.Select(problem => $"`{problem.Code}`")),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [Problems.ContentType] = new() { Schema = new OpenApiSchemaReference(DocumentDescription.ProblemSchema, document) },
        },
        Headers = ResponseHeaders.OfProblem(status),
    };

    private static void Extend(OpenApiOperation operation, string name, IEnumerable<string> words) =>
        (operation.Extensions ??= new Dictionary<string, IOpenApiExtension>())[name] =
            new JsonNodeExtension(new JsonArray([.. words.Select(word => (JsonNode)word)]));

    // ReadTicket: "Read ticket".
    private static string InWords(string name) => name[0] + WordStart().Replace(name[1..], " $0").ToLowerInvariant();

    [GeneratedRegex("[A-Z]", RegexOptions.NonBacktracking)]
    private static partial Regex WordStart();

    [GeneratedRegex(@"\{(?<name>[a-z_]+)[^}]*\}", RegexOptions.NonBacktracking)]
    private static partial Regex PathParameter();
}
