using System.Text.Encodings.Web;
using Helpdesk.Api.Access.OpenId;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain.Access;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Api.Access;

/// <summary>
/// The doors: an access token, an API key or the session cookie. A credential of another host, or one that no longer counts, is as good as forged.
/// </summary>
internal sealed class AccessHandler(
    Credentials credentials, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "helpdesk";

    /// <summary>An API key may come in a header of its own: as programs of the OpenFeature Remote Evaluation Protocol send it.</summary>
    public const string KeyHeader = "X-API-Key";

    private const string Bearer = "Bearer ";

    private static readonly AuthenticateResult Invalid = AuthenticateResult.Fail("The credential is not valid here.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.FindTenant() is not { } at)
            return AuthenticateResult.NoResult();

        if (IsPresented(Request))
        {
            return Presented(Request.Headers.Authorization, Request.Headers[KeyHeader]) is { } text
                ? Proved(await credentials.FromBearer(text, at, TokenClaims.Origin(Request), Context.RequestAborted))
                : Refused();
        }

        if (SessionCookie.Read(Request) is not { } cookie)
            return Request.Cookies.ContainsKey(SessionCookie.Name) ? Refused() : AuthenticateResult.NoResult();

        Context.SetSessionCookie(cookie);
        return Proved(await credentials.FromCookie(cookie, at, Context.RequestAborted));
    }

    /// <summary>A credential stands in a header, valid or not.</summary>
    public static bool IsPresented(HttpRequest request) => request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(KeyHeader);

    // One and no more: of two, nobody could say which one counts.
    private static ReadOnlyMemory<char>? Presented(StringValues authorization, StringValues key) => (authorization, key) switch
    {
        ([{ } text], []) when text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) => text.AsMemory(Bearer.Length).Trim(),
        ([], [{ } text]) when text.StartsWith(ApiKeyText.Mark, StringComparison.Ordinal) => text.AsMemory(),
        _ => (ReadOnlyMemory<char>?)null,
    };

    private AuthenticateResult Proved(Credential? credential)
    {
        if (credential is null)
            return Refused();
        Context.SetCredential(credential);
        return credential.Result;
    }

    private AuthenticateResult Refused()
    {
        Context.SetInvalidCredential();
        return Invalid;
    }
}
