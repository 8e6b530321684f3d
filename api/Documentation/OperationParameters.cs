using System.Globalization;
using System.Text.Json.Nodes;
using Helpdesk.Api.Tenancy;
using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>Parameters in path, query and headers.</summary>
internal static class OperationParameters
{
    /// <summary>The parameters in query and headers, from what the endpoint declares.</summary>
    public static IEnumerable<IOpenApiParameter> Of(IList<object> metadata)
    {
        foreach (var parameter in metadata.OfType<QueryParameters>().LastOrDefault()?.All ?? [])
            yield return InQuery(parameter);
        if (metadata.OfType<TakesIfMatch>().LastOrDefault() is { Use: not IfMatchUse.None } versions)
            yield return IfMatch(required: versions.Use == IfMatchUse.Required);
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            yield return IdempotencyKey();
        if (metadata.OfType<TakesContentRange>().Any())
            yield return ContentRange();
        if (metadata.OfType<TakesLastEventId>().Any())
            yield return LastEventId();
    }

    /// <param name="value"><c>null</c>: an id, or the tenant's slug.</param>
    public static OpenApiParameter InPath(string name, PathValueAttribute? value) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = name == TenancyMiddleware.PathTenant ? "Slug of the tenant." : null,
        Schema = value switch
        {
            { Words.Count: > 0 } => Text(value.Words),
            { } => new OpenApiSchema { Type = JsonSchemaType.String, Pattern = value.Pattern },
            null when name == TenancyMiddleware.PathTenant =>
                new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^[A-Za-z0-9][A-Za-z0-9-]{1,38}[A-Za-z0-9]$" },
            null => new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
        },
        Example = value?.Example ?? (name == TenancyMiddleware.PathTenant ? "musterstadt" : "0198c0de-7a11-7000-8000-00000000002a"),
    };

    public static OpenApiParameter OfTicket(string name) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = "Id of the ticket, or its number such as MUST-000123.",
        Schema = new OpenApiSchema
        {
            AnyOf =
            [
                new OpenApiSchema { Type = JsonSchemaType.String, Format = "uuid" },
                new OpenApiSchema { Type = JsonSchemaType.String, Pattern = TicketNumber.Pattern },
            ],
        },
        Example = "0198c0de-7a11-7000-8000-00000000002a",
    };

    private static OpenApiParameter InQuery(QueryParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Required = parameter.IsRequired,
        // An example of its own would be filled in by pages that try the API: a list that was not asked for by anything would seem empty.
        Description = parameter.Example is { } example ? $"{parameter.Means} For example `{example}`." : parameter.Means,
        Schema = parameter.Several
            ? new OpenApiSchema { Type = JsonSchemaType.Array, Items = SchemaOf(parameter), MaxItems = parameter.MostValues }
            : SchemaOf(parameter),
        Style = parameter.Several ? ParameterStyle.Form : null,
        Explode = !parameter.Several,
    };

    private static OpenApiParameter ContentRange() => new()
    {
        Name = HeaderNames.ContentRange,
        In = ParameterLocation.Header,
        Required = true,
        Description = "Which part it is: its first and its last byte, from 0, and how long the whole is.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^bytes [0-9]+-[0-9]+/[0-9]+$" },
        Example = "bytes 0-8388607/20000000",
    };

    private static OpenApiSchema SchemaOf(QueryParameter parameter)
    {
        if (parameter.Words.Count > 0)
            return Text(parameter.Words);
        if (parameter.Number is not var (least, most, preset))
        {
            return new OpenApiSchema
            {
                Type = JsonSchemaType.String,
                Format = parameter.Format,
                MaxLength = parameter.LongestText,
                Pattern = parameter.Pattern,
            };
        }

        return new OpenApiSchema
        {
            Type = JsonSchemaType.Integer,
            Minimum = least.ToString(CultureInfo.InvariantCulture),
            Maximum = most.ToString(CultureInfo.InvariantCulture),
            Default = preset,
        };
    }

    private static OpenApiParameter IfMatch(bool required) => new()
    {
        Name = HeaderNames.IfMatch,
        In = ParameterLocation.Header,
        Required = required,
        Description = "The `ETag` of the version that the change was made on. 412 `stale-version` if it has changed since."
            + (required ? " 428 without it." : " Without it the change is made on whatever is there."),
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, Pattern = "^\"[0-9]+\"$" },
        Example = "\"7\"",
    };

    private static OpenApiParameter IdempotencyKey() => new()
    {
        Name = Idempotency.Header,
        In = ParameterLocation.Header,
        Description =
            "Makes a retry harmless: within 72 hours the same key with the same request has its effect once and answers as the first time. "
            + "Choose a new one for every command, such as the UUID `6f1c1f0e-2f0b-4c3e-9d5a-5b8f4f6f0a11`.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MinLength = 1, MaxLength = 255, Pattern = "^[!-~]+$" },
    };

    private static OpenApiParameter LastEventId() => new()
    {
        Name = TakesLastEventId.Header,
        In = ParameterLocation.Header,
        Description = "The `id` of the last block that was read: what has happened since comes first. One that is too old or cannot be "
            + "read is answered with the event `reset`. Fits the account and the address that it was given to.",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = Cursors.Longest },
    };

    private static OpenApiSchema Text(IEnumerable<string> words) => new()
    {
        Type = JsonSchemaType.String,
        Enum = [.. words.Select(word => (JsonNode)word)],
    };
}
