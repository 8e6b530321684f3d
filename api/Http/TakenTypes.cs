using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing.Template;

namespace Helpdesk.Api.Http;

/// <summary>Says which types of body an address takes, to whoever sent another one.</summary>
internal static class TakenTypes
{
    private static readonly string[] Usual = ["application/json"];

    public static Error Refusal(HttpContext context)
    {
        var accepts = context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() ?? Sought(context);
        var types = string.Join(", ", (accepts?.ContentTypes ?? Usual).Select(type => Usual.Contains(type) ? $"{type} in UTF-8" : type));
        var isWorkbook = context.Request.ContentType is { } sent
            && Workbooks.Any(type => sent.StartsWith(type, StringComparison.OrdinalIgnoreCase))
            && accepts?.ContentTypes.Contains("text/csv") is true;
        return HttpErrors.UnsupportedMediaType.SayingOnly(
            $"Angenommen wird hier {types}, ohne Content-Encoding."
                + (isWorkbook ? " Eine Arbeitsmappe (.xlsx, .ods) speichern Sie bitte als „CSV UTF-8“." : ""),
            $"This address takes {types}, without Content-Encoding." + (isWorkbook ? " Save a workbook (.xlsx, .ods) as “CSV UTF-8”."
                : ""));
    }

    private static readonly string[] Workbooks =
        ["application/vnd.openxmlformats-officedocument.spreadsheetml", "application/vnd.oasis.opendocument.spreadsheet"];

    // Where routing itself refuses a type, what it answers with knows nothing of the address any more.
    private static IAcceptsMetadata? Sought(HttpContext context) => context.RequestServices.GetRequiredService<EndpointDataSource>()
        .Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(context.Request.Method) is true
            && endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null
            && new TemplateMatcher(new(endpoint.RoutePattern), []).TryMatch(context.Request.Path, []))
        .OrderBy(endpoint => endpoint.RoutePattern.InboundPrecedence)
        .FirstOrDefault()?.Metadata.GetMetadata<IAcceptsMetadata>();
}
