using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Programs;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// The doors: an access token, an API key or the session cookie. A credential of another host, or one that no longer counts, is as good as
/// forged.
/// </summary>
/// <remarks>
/// Not a scheme of the framework's authentication: that makes a handler, a ticket and a principal for each request, and nothing here reads
/// them.
/// </remarks>
internal sealed class CredentialMiddleware(RequestDelegate next, Credentials credentials, ForeignTokens foreign)
{
    /// <summary>An API key may come in a header of its own: as programs of the OpenFeature Remote Evaluation Protocol send it.</summary>
    public const string KeyHeader = "X-API-Key";

    private const string Bearer = "Bearer ";

    // No credential of ours is longer; what is, is not worth a look.
    private const int Longest = HttpLimits.Headers;

    public Task InvokeAsync(HttpContext context)
    {
        if (context.FindTenant() is not { } at || Find(context, at) is not { } finding)
            return next(context);
        return finding is { IsCompletedSuccessfully: true, Result: { } known } ? Pass(context, known) : Await(context, at, finding);
    }

    /// <summary>A credential stands in a header, valid or not.</summary>
    public static bool IsPresented(HttpRequest request) =>
        request.Headers.Authorization.Count > 0 || request.Headers.ContainsKey(KeyHeader);

    /// <summary>Nothing after this can read what the request showed.</summary>
    public static void Forget(HttpRequest request)
    {
        foreach (var header in (string[])[HeaderNames.Authorization, KeyHeader, HeaderNames.Cookie])
            request.Headers.Remove(header);
    }

    /// <returns>The token or key that the request shows; <c>null</c>: none, or more than one.</returns>
    public static string? Shown(HttpRequest request) =>
        Presented(request.Headers.Authorization, request.Headers[KeyHeader])?.ToString();

    private async Task Await(HttpContext context, TenantContext at, ValueTask<Credential?> finding)
    {
        var credential = await finding;
        if (credential is null)
            await foreign.Look(context, at);
        await Pass(context, credential);
    }

    private Task Pass(HttpContext context, Credential? credential)
    {
        context.SetCredential(credential);
        return next(context);
    }

    /// <returns><c>null</c>: the request shows none. A credential that is <c>null</c>: it shows one that is not valid here.</returns>
    private ValueTask<Credential?>? Find(HttpContext context, TenantContext at)
    {
        var request = context.Request;
        var lately = context.GetEndpoint()?.Metadata.GetMetadata<AnsweredFromMemory>() is not null;
        if (IsPresented(request))
        {
            return Presented(request.Headers.Authorization, request.Headers[KeyHeader]) is { } text
                ? credentials.FromBearer(text, at, TokenClaims.Origin(request), lately, context.RequestAborted)
                : default(ValueTask<Credential?>);
        }

        if (SessionCookie.Read(request) is not { } cookie)
            return request.Cookies.ContainsKey(SessionCookie.Name) ? default(ValueTask<Credential?>) : null;

        context.SetSessionCookie(cookie);
        return credentials.FromCookie(cookie, at, lately, context.RequestAborted);
    }

    // One and no more: of two, nobody could say which one counts.
    private static ReadOnlyMemory<char>? Presented(StringValues authorization, StringValues key) => (authorization, key) switch
    {
        ([{ Length: <= Longest } text], []) when text.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) =>
            text.AsMemory(Bearer.Length).Trim(),
        ([], [{ Length: <= Longest } text]) when text.StartsWith(ApiKeyText.Mark, StringComparison.Ordinal) => text.AsMemory(),
        _ => (ReadOnlyMemory<char>?)null,
    };
}
