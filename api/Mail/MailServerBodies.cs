using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Mail;

/// <param name="Host">
/// Name or address, at most 253 characters. It must lead into the public network, unless the platform's operator allows more.
/// </param>
/// <param name="Port">25, 465, 587 or 2525; in Development any from 1 to 65535.</param>
/// <param name="Security">
/// `starttls`: STARTTLS, or no mail at all; `tls`: TLS from the first byte; `none`: unprotected, and without a password.
/// </param>
/// <param name="Username">At most 320 characters; null: the server lets the platform send without.</param>
/// <param name="Password">
/// At most 1,000 characters. It is kept sealed, and never answered. Left out or null: the one that is known stays, as long as host, port,
/// security and user name do.
/// </param>
/// <param name="From">The address that mails come from. The server must accept it.</param>
/// <param name="Authentication">
/// `login`, the default: user name and password, or neither; `xoauth2`: user name and an access token that the token endpoint gives out.
/// </param>
/// <param name="Oauth">With `xoauth2`: where access tokens come from. Otherwise left out or null.</param>
public sealed record MailServerRequest(
    [Required, OneLine(MailServerRules.LongestHost)] string? Host = null, [Required, Between(1, 65_535)] int? Port = null,
    [Required] MailSecurity? Security = null, [OneLine(MailServerRules.LongestUsername)] string? Username = null,
    [OneLine(MailServerRules.LongestPassword)] string? Password = null, [Required, Email] string? From = null,
    MailAuthentication? Authentication = null, MailOauthRequest? Oauth = null)
{
    internal MailServerChoice ToDomain() => new(
        Host ?? "", Http.Required.Value(Port), Http.Required.Value(Security), Username, Password,
        EmailAddress.Parse(From) is { IsOk: true } from ? from.Value.ToString() : "")
    {
        Authentication = Authentication ?? MailAuthentication.Login,
        Tokens = Oauth?.ToDomain(),
    };
}

/// <param name="TokenEndpoint">
/// At most 2,000 characters: an https address on port 443 or 8443 in the public network, unless the platform's operator allows more.
/// </param>
/// <param name="ClientId">At most 500 characters.</param>
/// <param name="Scope">At most 1,000 characters; null: the endpoint's usual.</param>
/// <param name="ClientSecret">At most 1,000 characters. Kept sealed, and never answered.</param>
/// <param name="RefreshToken">
/// At most 8,000 characters. Kept sealed, and never answered. null: tokens are asked for with the client's own secret
/// (`client_credentials`). Left out both, this and the secret: those that are known stay, as long as endpoint, client and server do;
/// otherwise both are replaced.
/// </param>
public sealed record MailOauthRequest(
    [Required, OneLine(MailServerRules.LongestEndpoint)] string? TokenEndpoint = null,
    [Required, OneLine(MailServerRules.LongestClientId)] string? ClientId = null,
    [OneLine(MailServerRules.LongestScope)] string? Scope = null, [OneLine(MailServerRules.LongestPassword)] string? ClientSecret = null,
    [OneLine(MailServerRules.LongestToken)] string? RefreshToken = null)
{
    internal MailTokenChoice ToDomain() => new(TokenEndpoint ?? "", ClientId ?? "", Scope, ClientSecret, RefreshToken);
}

/// <param name="Scope">null: the endpoint's usual.</param>
public sealed record MailOauthResponse(string TokenEndpoint, string ClientId, string? Scope);

/// <param name="Oauth">Where access tokens come from; null: the login is by password, or there is none.</param>
public sealed record MailServerResponse(
    string Host, int Port, MailSecurity Security, MailAuthentication Authentication, string? Username, MailOauthResponse? Oauth,
    string From, int Version)
{
    internal static MailServerResponse Of(OwnMailServer own)
    {
        var server = own.Server!;
        return new(
            server.Host, server.Port, server.Security, server.Authentication, server.Username,
            server.Tokens is { } tokens ? new(tokens.Endpoint, tokens.ClientId, tokens.Scope) : null, server.From, own.Version);
    }
}

/// <param name="To">
/// Where a mail goes that says no more than that it came: one's own address, or that of a person who is known in the municipality.
/// </param>
public sealed record MailTestRequest([Required, Email] string? To = null);

/// <param name="Result">
/// `accepted`: the server took the mail on; `written`: neither the municipality nor the platform has a server, and it became a file;
/// `deferred`: not now, or the server cannot be reached; `refused`: it does not take this mail.
/// </param>
/// <param name="Words">What the server or the machine said, in its own words, at most 500 characters; null: nothing of interest.</param>
/// <param name="Reason">Why it was not accepted, where the words do not say it; null: they do, or it was accepted.</param>
/// <param name="ReasonText">The reason in a sentence, in the language that the reader asks for; null: there is none.</param>
public sealed record MailTestResponse(DeliveryResult Result, string? Words, MailReason? Reason, string? ReasonText)
{
    internal static MailTestResponse Of(MailTest test, bool german) =>
        new(test.Result, test.Words, test.Reason, test.Reason is { } why ? MailReasons.Text(why, german) : null);
}

internal sealed class MailServerExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new MailServerRequest("smtp.musterstadt.example", 587, MailSecurity.Starttls, "helpdesk", "geheim", "helpdesk@musterstadt.example"),
        new MailServerResponse(
            "smtp.musterstadt.example", 587, MailSecurity.Starttls, MailAuthentication.Login, "helpdesk", null,
            "helpdesk@musterstadt.example", 1),
        new MailOauthRequest(
            "https://login.musterstadt.example/token", "helpdesk", "https://mail.musterstadt.example/.default", "geheim", null),
        new MailOauthResponse("https://login.musterstadt.example/token", "helpdesk", "https://mail.musterstadt.example/.default"),
        new MailTestRequest("erika.mustermann@musterstadt.example"), new MailTestResponse(DeliveryResult.Accepted, null, null, null),
    ];
}
