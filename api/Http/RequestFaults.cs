using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>What is wrong with a request around its body: told with the faults of the body, since it would be refused next.</summary>
internal static class RequestFaults
{
    /// <summary>
    /// What a request with a good body is refused for before its act is asked; <c>null</c>: nothing. A single header has a status of its
    /// own (428 without <c>If-Match</c>), what stands beside others is told as 422 with them.
    /// </summary>
    public static Error? Refusal(HttpContext context)
    {
        var faults = Around(context).ToList();
        if (faults.Count == 0)
            return null;
        return OfQuery(context).Any() ? HttpErrors.InvalidQuery with { Fields = faults }
            : faults.Count > 1 ? Error.Invalid(faults)
            : context.IfMatchRefusal() ?? Idempotency.KeyRefusal(context);
    }

    /// <summary>Parameters of the address and headers, by their names.</summary>
    public static IEnumerable<FieldError> Around(HttpContext context)
    {
        foreach (var unknown in OfQuery(context))
            yield return unknown;
        if (context.IfMatchRefusal() is { } unmatched)
            yield return FieldError.Of(HeaderNames.IfMatch, unmatched);
        if (Idempotency.KeyRefusal(context) is { } unfit)
            yield return FieldError.Of(Idempotency.Header, unfit);
    }

    /// <summary>Parameters that the operation does not know, where it knows none; those that know some read them by themselves.</summary>
    public static IEnumerable<FieldError> OfQuery(HttpContext context) =>
        QueryParameters.Of(context) is { All.Count: 0 } none ? QueryReader.Unknown(context.Request, none) : [];
}

/// <summary>Marks endpoints that refuse unknown parameters together with their body.</summary>
internal sealed record RefusesParameters;
