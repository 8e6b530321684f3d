using System.Security.Claims;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using OpenIddict.Abstractions;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>What tokens say. The issuer is the host that they are issued at, and so is the audience.</summary>
internal static class TokenClaims
{
    public const string Tenant = "tid";

    /// <summary>The session; to OpenIddict the authorization, which has the same id.</summary>
    public const string Session = "sid";

    /// <summary>The origin of the request's host, as browsers write it: <c>https://musterstadt.example</c>.</summary>
    public static string Origin(HttpRequest request) => $"{request.Scheme}://{request.Host.Value!.ToLowerInvariant()}";

    public static ClaimsPrincipal OfSession(HttpContext context, AccountId account, Guid session, IEnumerable<string> scopes) =>
        Principal(OfSession(context, account.ToString(), session, scopes));

    /// <summary>For the answer that may hold an id token, which says who that is and when they showed it.</summary>
    /// <param name="person">Their name and address as it was asked for; <c>null</c>: nobody knows them any more.</param>
    public static ClaimsPrincipal OfPerson(HttpContext context, SessionAccess session, IEnumerable<string> scopes, MemberRecord? person)
    {
        var identity = OfSession(context, session.Account.ToString(), session.Id, scopes);
        identity.SetClaim(Claims.AuthenticationTime, session.ProvenAt.ToUnixTimeSeconds());
        if (person is not null)
        {
            identity.SetClaim(Claims.Name, person.Name).SetClaim(Claims.Locale, person.Language);
            identity.SetClaim(Claims.Email, person.Email).SetClaim(Claims.EmailVerified, true);
        }

        return Principal(identity);
    }

    /// <summary>The claims of a client that acts in its own name.</summary>
    public static ClaimsPrincipal OfClient(HttpContext context, ProgramAccess granted) =>
        Principal(Identity(context, new AccountId(granted.Id).ToString(), granted.Scopes));

    private static ClaimsIdentity OfSession(HttpContext context, string subject, Guid session, IEnumerable<string> scopes) =>
        Identity(context, subject, scopes).SetAuthorizationId(session.ToString("D")).SetClaim(Session, session.ToString("D"));

    private static ClaimsIdentity Identity(HttpContext context, string subject, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity("helpdesk", Claims.Name, Claims.Role);
        return identity.SetClaim(Claims.Subject, subject).SetClaim(Tenant, context.Tenant().Home.ToString())
            .SetScopes(scopes).SetResources(Origin(context.Request));
    }

    private static ClaimsPrincipal Principal(ClaimsIdentity identity)
    {
        identity.SetDestinations(claim => claim.Type switch
        {
            Tenant => [Destinations.AccessToken],
            Session => [Destinations.AccessToken, Destinations.IdentityToken],
            Claims.AuthenticationTime => [Destinations.IdentityToken],
            Claims.Name or Claims.Locale when identity.HasScope(Scopes.Profile) => [Destinations.IdentityToken],
            Claims.Email or Claims.EmailVerified when identity.HasScope(Scopes.Email) => [Destinations.IdentityToken],
            _ => [],
        });
        return new(identity);
    }
}
