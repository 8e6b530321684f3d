using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Api.Documentation;

/// <summary>The problems that follow from what an endpoint is, so that none has to declare them.</summary>
internal static class ImpliedRefusals
{
    /// <param name="pathIds">How many ids and other names the path holds, the tenant's included.</param>
    public static IEnumerable<Error> Of(IList<object> metadata, string method, int pathIds)
    {
        var errors = OperationSecurity.RefusalsOf(metadata, method).Append(HttpErrors.RateLimited).Append(HttpErrors.Internal);
        if (!metadata.OfType<AtAnyHost>().Any())
            errors = errors.Concat(AtAHost);
        if (!HttpMethods.IsGet(method) && !metadata.OfType<EvenExpired>().Any())
            errors = errors.Append(TenantErrors.LicenceExpired);
        if (metadata.OfType<NeedsProviderAccess>().Any())
            errors = errors.Append(TenantErrors.ProviderAccessRequired);
        if (pathIds > 0)
            errors = errors.Append(AccessErrors.NotFound);
        if (metadata.OfType<IAcceptsMetadata>().Any())
            errors = errors.Concat(OfBodies);
        errors = errors.Concat(OfQueries(metadata.OfType<QueryParameters>().LastOrDefault() ?? QueryParameters.None));
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            errors = errors.Concat(OfCommands);
        return errors.Concat(OfVersions(metadata.OfType<TakesIfMatch>().LastOrDefault()?.Use ?? IfMatchUse.None));
    }

    private static readonly Error[] AtAHost =
    [
        HttpErrors.UnknownHost, TenantErrors.Unknown, TenantErrors.Suspended, FeedErrors.Unreachable, FeedErrors.Locked,
        FeedErrors.StateUnreadable,
        HttpErrors.Timeout, HttpErrors.Overloaded, HttpErrors.Interrupted, HttpErrors.EngineRefuses, HttpErrors.TooManyAtOnce,
    ];

    private static readonly Error[] OfBodies =
    [
        HttpErrors.BodyRequired, InputErrors.MalformedJson, HttpErrors.BadRequest, HttpErrors.UnsupportedMediaType, HttpErrors.TooLarge,
        HttpErrors.RequestTimeout, InputErrors.Invalid,
    ];

    private static readonly Error[] OfCommands = [HttpErrors.InvalidIdempotencyKey, FeedErrors.KeyReused, FeedErrors.Contended];

    private static IEnumerable<Error> OfQueries(QueryParameters query) =>
        query.All.Count == 0 ? [HttpErrors.InvalidQuery]
        : query.Has(QueryParameter.Cursor.Name) ? [HttpErrors.InvalidQuery, HttpErrors.RepeatedParameter, HttpErrors.InvalidCursor]
        : [HttpErrors.InvalidQuery, HttpErrors.RepeatedParameter];

    private static IEnumerable<Error> OfVersions(IfMatchUse use) => use switch
    {
        IfMatchUse.None => [],
        IfMatchUse.Optional => [HttpErrors.InvalidIfMatch, HttpErrors.IfMatchAny, FeedErrors.Stale],
        _ => [HttpErrors.InvalidIfMatch, HttpErrors.IfMatchAny, FeedErrors.Stale, HttpErrors.IfMatchRequired],
    };
}
