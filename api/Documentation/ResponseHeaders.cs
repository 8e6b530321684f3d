using Microsoft.Net.Http.Headers;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>Headers of answers, in words.</summary>
internal static class ResponseHeaders
{
    /// <exception cref="KeyNotFoundException">Nobody has described that header.</exception>
    public static IOpenApiHeader Of(string name) => new OpenApiHeader
    {
        Description = Means[name].Text,
        Schema = new OpenApiSchema { Type = Means[name].Type },
    };

    public static IDictionary<string, IOpenApiHeader>? OfProblem(int status) => status switch
    {
        StatusCodes.Status405MethodNotAllowed => One(HeaderNames.Allow),
        StatusCodes.Status429TooManyRequests or StatusCodes.Status503ServiceUnavailable => One(HeaderNames.RetryAfter),
        _ => null,
    };

    private static Dictionary<string, IOpenApiHeader> One(string name) => new() { [name] = Of(name) };

    private static readonly Dictionary<string, (string Text, JsonSchemaType Type)> Means = new(StringComparer.Ordinal)
    {
        [HeaderNames.ETag] = ("The version, to be sent back in `If-Match`.", JsonSchemaType.String),
        [HeaderNames.ContentDisposition] = ("Name of the file.", JsonSchemaType.String),
        [HeaderNames.Location] = ("Address of what was made.", JsonSchemaType.String),
        [Idempotency.ReplayedHeader] =
            ("`true`: this command had had its effect before; the answer is the one of that time.", JsonSchemaType.String),
        [HeaderNames.RetryAfter] = ("Seconds after which a retry can succeed.", JsonSchemaType.Integer),
        [HeaderNames.Allow] = ("The methods that this address knows.", JsonSchemaType.String),
        [HeaderNames.SetCookie] = ("The session; not readable by scripts.", JsonSchemaType.String),
    };
}
