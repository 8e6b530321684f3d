namespace Helpdesk.Domain.Mail;

/// <summary>A mail server as an admin wants it.</summary>
/// <param name="Password"><c>null</c>: the one that is known stays, as long as server and user name do.</param>
public sealed record MailServerChoice(string Host, int Port, MailSecurity Security, string? Username, string? Password, string From)
{
    public MailAuthentication Authentication { get; init; }

    /// <summary><c>null</c>: the login is by password, or there is none.</summary>
    public MailTokenChoice? Tokens { get; init; }

    public override string ToString() => nameof(MailServerChoice);
}

/// <param name="ClientSecret">
/// With the refresh token <c>null</c>: those that are known stay, as long as endpoint, client and server do.
/// </param>
public sealed record MailTokenChoice(string Endpoint, string ClientId, string? Scope, string? ClientSecret, string? RefreshToken)
{
    [JsonIgnore]
    public MailTokens Public => new(Endpoint, ClientId, Scope);

    /// <summary><c>null</c>: they stay.</summary>
    [JsonIgnore]
    public MailTokenSecrets? Secrets =>
        ClientSecret is null && RefreshToken is null ? null : new MailTokenSecrets(ClientSecret, RefreshToken);

    public override string ToString() => nameof(MailTokenChoice);
}
