using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>What is wrong with a request around its body: told with the faults of the body, since it would be refused next.</summary>
internal static class RequestFaults
{
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
