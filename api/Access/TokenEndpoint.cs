using System.Security.Cryptography;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Helpdesk.Api.Access;

/// <summary>
/// Where a client exchanges its secret for an access token: OAuth 2.0 client credentials (RFC 6749, 4.4). There is no refresh token: the client asks again.
/// </summary>
/// <remarks>
/// A refusal holds the members of RFC 6749 (<c>error</c>, <c>error_description</c>) beside those of every problem, and is named <c>application/json</c>,
/// as the RFC demands, to whoever accepts that and no problems.
/// </remarks>
internal static class TokenEndpoint
{
    private const string ClientCredentials = "client_credentials";

    private static readonly byte[] NobodysHash = ApiClientSecret.HashOf("");

    public static RouteGroupBuilder MapToken(this RouteGroupBuilder api)
    {
        api.MapPost("/auth/token", Exchange).Named("IssueToken").WithTags("Access").AllowAnonymous().Answers<ClientTokenResponse>()
            .Refuses("invalid-client", "invalid-request", "invalid-scope", "too-many-tries", "unsupported-grant-type");
        return api;
    }

    private static async Task<IResult> Exchange(
        TokenForm form, HttpContext context, IApiClients clients, IAccounts accounts, AccessTokens tokens, IOptions<AccessOptions> options, TimeProvider time)
    {
        if (form.Value.Refused(out var unreadable, out var asked))
            return Refuse(context, unreadable);
        if (asked.GrantType is null)
            return Refuse(context, AccessErrors.InvalidTokenRequest("grant_type is missing."));
        if (asked.GrantType != ClientCredentials)
            return Refuse(context, AccessErrors.UnsupportedGrantType);
        if (asked.ClientId is null || asked.ClientSecret is null)
            return Refuse(context, AccessErrors.InvalidClient);

        if (await Prove(context, asked.ClientId, asked.ClientSecret, clients, time) is not { } client)
            return Refuse(context, await Count(context, asked.ClientId, accounts, time));
        if (client.Grant(asked.Scope).Refused(out var tooMuch, out var granted))
            return Refuse(context, tooMuch);

        var token = await tokens.Issue(context.Tenant().Host, granted, context.RequestAborted);
        context.Response.Headers.CacheControl = "no-store";
        return Json.Ok(new ClientTokenResponse(token, "Bearer", (int)options.Value.AccessTokenLifetime.TotalSeconds, string.Join(' ', granted.Scopes)));
    }

    // The same steps whether there is such a client or not.
    private static async Task<ApiClient?> Prove(HttpContext context, string id, string secret, IApiClients clients, TimeProvider time)
    {
        var client = Guid.TryParseExact(id, "D", out var parsed) ? parsed : Guid.Empty;
        var found = await clients.Find(context.Tenant().Home, client, time.Now(), context.RequestAborted);
        var isRight = CryptographicOperations.FixedTimeEquals(found?.SecretHash ?? NobodysHash, ApiClientSecret.HashOf(secret));
        return isRight && found is var (known, _) && known.IsLive(time.Now()) ? known : null;
    }

    // Only wrong secrets are counted and slowed down: the right one is too long to be guessed, and nobody can lock a client out by guessing.
    private static async Task<Error> Count(HttpContext context, string id, IAccounts accounts, TimeProvider time)
    {
        var attempt = new SignInTry(context.Tenant().Home, $"client {id}", ClientAddress.NetworkOf(context), Device: null, time.Now());
        var verdict = await accounts.Charge(attempt, context.RequestAborted);
        return verdict.Wait > Duration.Zero ? AccessErrors.TooManyTries(verdict.Wait) : AccessErrors.InvalidClient;
    }

    private static IResult Refuse(HttpContext context, Error error)
    {
        if (error.Kind is ErrorKind.Unauthenticated)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"helpdesk\", charset=\"UTF-8\"";
        return Problems.OfOAuth(error);
    }
}

/// <param name="ExpiresIn">In seconds.</param>
/// <param name="Scope">What was granted, words between blanks.</param>
public sealed record ClientTokenResponse(string AccessToken, string TokenType, int ExpiresIn, string Scope);
