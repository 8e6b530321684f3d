using System.Text.Encodings.Web;
using Helpdesk.Api.Tenants;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Access;

/// <summary>
/// The doors: an access token, an API key or the session cookie. A credential of another host, or one that no longer counts, is as good as forged.
/// </summary>
internal sealed class AccessHandler(
    Credentials credentials, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "helpdesk";

    private const string Bearer = "Bearer ";

    private static readonly AuthenticateResult Invalid = AuthenticateResult.Fail("The credential is not valid here.");

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Context.FindTenant() is not { } at)
            return AuthenticateResult.NoResult();

        var header = Request.Headers.Authorization;
        if (header.Count > 0)
        {
            return header is [{ } text] && text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
                ? Proved(await credentials.FromBearer(text[Bearer.Length..].Trim(), at, Context.RequestAborted))
                : Refused();
        }

        if (SessionCookie.Read(Request) is not { } cookie)
            return Request.Cookies.ContainsKey(SessionCookie.Name) ? Refused() : AuthenticateResult.NoResult();

        Context.SetSessionCookie(cookie);
        return Proved(await credentials.FromCookie(cookie, at, Context.RequestAborted));
    }

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
