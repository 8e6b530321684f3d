using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>
/// The headers of a flag that is put: <c>If-None-Match: *</c> makes one, <c>If-Match</c> changes the one that was read, and one of the two
/// must be there.
/// </summary>
internal static class FlagHeaders
{
    public static bool IsCreation(HttpContext context) => context.Request.Headers.IfNoneMatch.Count > 0;

    /// <summary>Parameters of the address and headers that are wrong, by their names.</summary>
    public static IReadOnlyList<FieldError> Faults(HttpContext context) =>
    [
        .. RequestFaults.OfQuery(context), .. Refusals(context).Select(one => FieldError.Of(one.Header, one.Why)),
    ];

    /// <summary>
    /// What a good document is refused for before the flags are asked; <c>null</c>: nothing. One header has a status of its own, several
    /// are told together.
    /// </summary>
    public static Error? Refusal(HttpContext context) => Refusals(context).ToList() switch
    {
        [] => null,
        [var one] => one.Why,
        _ => Error.Invalid(Faults(context)),
    };

    private static IEnumerable<(string Header, Error Why)> Refusals(HttpContext context)
    {
        // Only a flag that is put has them; one that is tried out is put nowhere.
        if (!HttpMethods.IsPut(context.Request.Method))
            yield break;
        var headers = context.Request.Headers;
        if (headers.IfNoneMatch.Count > 0 && (headers.IfNoneMatch is not ["*"] || headers.IfMatch.Count > 0))
            yield return (HeaderNames.IfNoneMatch, FlagRequestErrors.InvalidIfNoneMatch);
        else if (headers.IfNoneMatch.Count == 0 && headers.IfMatch.Count == 0)
            yield return (HeaderNames.IfMatch, HttpErrors.IfMatchRequired);
        else if (context.IfMatchRefusal() is { } unmatched)
            yield return (HeaderNames.IfMatch, unmatched);
        if (Idempotency.KeyRefusal(context) is { } unfit)
            yield return (Idempotency.Header, unfit);
    }
}
