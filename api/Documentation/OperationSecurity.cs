using Helpdesk.Api.SignIn;
using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.OpenApi;

namespace Helpdesk.Api.Documentation;

/// <summary>Whom an operation lets in, and by which credentials.</summary>
internal static class OperationSecurity
{
    private const string AccessToken = "access_token";
    private const string ApiKey = "api_key";
    private const string ApiKeyHeader = "api_key_header";
    private const string Session = "session";
    private const string AntiForgery = "anti_forgery";

    public static Dictionary<string, IOpenApiSecurityScheme> Schemes => new()
    {
        [AccessToken] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "JWT",
            Description = "From `POST /api/v1/auth/login`; good for ten minutes at the host that issued it. "
                + "Programs get one from `POST /api/v1/auth/token`: in their own name, or for somebody who signed in through them "
                    + "(OpenID Connect, "
                + "authorization code with PKCE; see `/.well-known/openid-configuration`). Theirs may do what an API key with the same "
                    + "scopes may.",
        },
        [ApiKey] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            BearerFormat = "hdk_…",
            Description = "From `POST /api/v1/api-keys`; may do what its scopes say. The scopes that an operation needs stand beside it.",
        },
        [ApiKeyHeader] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = CredentialMiddleware.KeyHeader,
            Description = "The same API key in a header of its own, instead of `Authorization`.",
        },
        [Session] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Cookie,
            Name = SessionCookie.Name,
            Description = "For browsers: from `POST /api/v1/auth/login` with `\"session\": true`.",
        },
        [AntiForgery] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = SameOrigin.Header,
            Description = "With the session cookie, for everything but reading: the value from `GET /api/v1/auth/status`. "
                + "The browser must also say that the request comes from a page of this host.",
        },
    };

    /// <returns>Empty: everybody is let in.</returns>
    public static List<OpenApiSecurityRequirement> Of(IList<object> metadata, string method, OpenApiDocument document)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
            return [];

        List<OpenApiSecurityRequirement> ways = [new() { [Scheme(AccessToken)] = [] }];
        ways.Add(IsRead(method) ? new() { [Scheme(Session)] = [] } : new() { [Scheme(Session)] = [], [Scheme(AntiForgery)] = [] });
        if (ScopeOf(metadata, method) is { } scope)
        {
            ways.Add(new() { [Scheme(ApiKey)] = [scope] });
            ways.Add(new() { [Scheme(ApiKeyHeader)] = [scope] });
        }

        return ways;

        OpenApiSecuritySchemeReference Scheme(string name) => new(name, document);
    }

    /// <summary>What whoever is let in may still be refused for.</summary>
    public static IEnumerable<Error> RefusalsOf(IList<object> metadata, string method)
    {
        if (metadata.OfType<IAllowAnonymous>().Any())
            yield break;

        yield return AccessErrors.NotSignedIn;
        yield return SignInErrors.InvalidToken;
        yield return AccessErrors.NotFound;
        yield return ScopeOf(metadata, method) is null ? AccessErrors.PersonRequired : AccessErrors.ScopeMissing;
        if (Demanded(metadata).Any(demand => demand.Least > Role.Customer))
            yield return AccessErrors.RoleRequired;
        if (!metadata.OfType<EvenUnenrolled>().Any())
            yield return SignInErrors.SecondFactorNotSetUp;
        if (IsRead(method))
            yield break;
        yield return SignInErrors.CrossSite;
        yield return SignInErrors.AntiForgery;
    }

    private static string? ScopeOf(IList<object> metadata, string method) =>
        Demanded(metadata).Any(demand => demand.PersonOnly) ? null : metadata.OfType<KeyScopes>().LastOrDefault()?.For(method);

    private static IEnumerable<Demand> Demanded(IList<object> metadata) => metadata.OfType<Demand>();

    private static bool IsRead(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method);
}
