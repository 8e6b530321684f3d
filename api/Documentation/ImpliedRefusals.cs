using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Tenants;
using Microsoft.AspNetCore.Http.Metadata;

namespace Helpdesk.Api.Documentation;

/// <summary>The problem codes that follow from what an endpoint is, so that none has to declare them.</summary>
internal static class ImpliedRefusals
{
    /// <param name="pathIds">How many ids and other names the path holds, the tenant's included.</param>
    public static IEnumerable<string> Of(IList<object> metadata, string method, int pathIds)
    {
        var codes = OperationSecurity.RefusalsOf(metadata, method).Append(HttpErrors.RateLimited.Code).Append(HttpErrors.Internal.Code);
        if (!metadata.OfType<AtAnyHost>().Any())
            codes = codes.Concat(AtAHost);
        if (!HttpMethods.IsGet(method) && !metadata.OfType<EvenExpired>().Any())
            codes = codes.Append(TenantErrors.LicenceExpired.Code);
        if (metadata.OfType<NeedsProviderAccess>().Any())
            codes = codes.Append(TenantErrors.ProviderAccessRequired.Code);
        if (pathIds > 0)
            codes = codes.Append(HttpErrors.NotFound.Code);
        if (metadata.OfType<IAcceptsMetadata>().Any())
            codes = codes.Concat(OfBodies);
        codes = codes.Concat(OfQueries(metadata.OfType<QueryParameters>().LastOrDefault() ?? QueryParameters.None));
        if (metadata.OfType<TakesIdempotencyKey>().Any())
            codes = codes.Concat(OfCommands);
        return codes.Concat(OfVersions(metadata.OfType<TakesIfMatch>().LastOrDefault()?.Use ?? IfMatchUse.None));
    }

    private static readonly string[] AtAHost =
    [
        HttpErrors.UnknownHost.Code, TenantErrors.Unknown.Code, TenantErrors.Suspended.Code, FeedErrors.Unreachable.Code,
            HttpErrors.Timeout.Code,
        HttpErrors.Overloaded.Code, HttpErrors.Interrupted.Code,
    ];

    private static readonly string[] OfBodies =
    [
        HttpErrors.BodyRequired.Code, HttpErrors.NotJson("").Code, HttpErrors.BadRequest.Code, HttpErrors.UnsupportedMediaType.Code,
            HttpErrors.TooLarge.Code,
        HttpErrors.RequestTimeout.Code, Error.Invalid().Code,
    ];

    private static readonly string[] OfCommands =
    [
        HttpErrors.InvalidIdempotencyKey.Code, FeedErrors.KeyReused.Code, FeedErrors.Contended.Code,
    ];

    private static IEnumerable<string> OfQueries(QueryParameters query) =>
        query.All.Count == 0 ? [QueryReader.Invalid([]).Code]
        : query.Has(QueryParameter.Cursor.Name) ? [
            QueryReader.Invalid([]).Code, HttpErrors.RepeatedParameter.Code, HttpErrors.InvalidCursor.Code]
        : [QueryReader.Invalid([]).Code, HttpErrors.RepeatedParameter.Code];

    private static IEnumerable<string> OfVersions(IfMatchUse use) => use switch
    {
        IfMatchUse.None => [],
        IfMatchUse.Optional => [HttpErrors.InvalidIfMatch.Code, HttpErrors.IfMatchAny.Code, FeedErrors.Stale.Code],
        _ => [HttpErrors.InvalidIfMatch.Code, HttpErrors.IfMatchAny.Code, FeedErrors.Stale.Code, HttpErrors.IfMatchRequired.Code],
    };
}
