using System.Text.Json;

namespace Helpdesk.Domain.Mail;

/// <summary>How the connection to a mail server is protected.</summary>
public enum MailSecurity
{
    /// <summary>STARTTLS, or no mail at all.</summary>
    Starttls,
    /// <summary>TLS from the first byte.</summary>
    Tls,
    /// <summary>Not at all: for a relay on the same machine.</summary>
    None,
}

/// <summary>How we prove to a mail server who we are.</summary>
public enum MailAuthentication
{
    /// <summary>User name and password; or neither.</summary>
    Login,
    /// <summary>User name and an access token that somebody else gives out (OAuth 2.0).</summary>
    Xoauth2,
}

/// <summary>Who gives out access tokens for a mail server, and to whom.</summary>
/// <param name="Endpoint">The token endpoint.</param>
/// <param name="Scope">What is asked for; <c>null</c>: the endpoint's usual.</param>
public sealed record MailTokens(string Endpoint, string ClientId, string? Scope);

/// <summary>What a token endpoint knows us by. At least one of them.</summary>
/// <param name="RefreshToken">What tokens are asked for with; <c>null</c>: the client's own secret is (<c>client_credentials</c>).</param>
public sealed record MailTokenSecrets(string? ClientSecret, string? RefreshToken)
{
    public override string ToString() => nameof(MailTokenSecrets);

    public string ToText() => JsonSerializer.Serialize(this, RecordJson.Options);

    /// <exception cref="FormatException">Nobody can read it.</exception>
    public static MailTokenSecrets Parse(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<MailTokenSecrets>(text, RecordJson.Options)!;
        }
        catch (JsonException unreadable)
        {
            throw new FormatException("These are no secrets for a token endpoint.", unreadable);
        }
    }
}

/// <summary>A mail server, and as whom mails leave there.</summary>
/// <param name="Sealed">
/// The password, or <see cref="MailTokenSecrets"/> as text; <c>null</c>: the server lets us send without one.
/// </param>
/// <param name="From">The address that mails come from.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string? Username, string? Sealed, string From)
{
    /// <summary>Ports on which mail is handed in.</summary>
    public static readonly IReadOnlyList<int> Ports = [25, 465, 587, 2525];

    /// <summary>Where access tokens come from; <c>null</c>: the login is by password, if there is one.</summary>
    public MailTokens? Tokens { get; init; }

    [JsonIgnore]
    public MailAuthentication Authentication => Tokens is null ? MailAuthentication.Login : MailAuthentication.Xoauth2;

    /// <summary>The domain that mails come from.</summary>
    [JsonIgnore]
    public string Sender => From[(From.LastIndexOf('@') + 1)..];
}

/// <summary>The mail server that a municipality's mails leave by, instead of the platform's.</summary>
public sealed record OwnMailServer : IAggregate<OwnMailServer, OwnMailServerEvent>
{
    public static string Kind => "mail_server";

    public static readonly OwnMailServer None = new() { Version = 0 };

    /// <summary><c>null</c>: the platform's.</summary>
    public MailServer? Server { get; init; }
    public required int Version { get; init; }
    public Instant UpdatedAt { get; init; }

    public static Guid StreamOf(TenantId tenant) => CommandId.Derive($"{tenant}|{Kind}");

    public static OwnMailServer Apply(OwnMailServer? state, Recorded<OwnMailServerEvent> recorded) => recorded.Event switch
    {
        OwnMailServerEvent.Chosen chosen => new()
        {
            Server = new(chosen.Host, chosen.Port, chosen.Security, chosen.Username, chosen.Sealed, chosen.From) { Tokens = chosen.Tokens },
            Version = recorded.Version,
            UpdatedAt = recorded.At,
        },
        OwnMailServerEvent.Left => new() { Version = recorded.Version, UpdatedAt = recorded.At },
        var unknown => throw new InvalidOperationException($"A mail server cannot go on with {unknown.GetType().Name}."),
    };
}

/// <summary>What can happen to it. Stored for good.</summary>
public abstract record OwnMailServerEvent
{
    private OwnMailServerEvent() { }

    public sealed record Chosen(string Host, int Port, MailSecurity Security, string? Username, string? Sealed, string From)
        : OwnMailServerEvent
    {
        /// <inheritdoc cref="MailServer.Tokens"/>
        public MailTokens? Tokens { get; init; }
    }

    /// <summary>Mails leave by the platform's again.</summary>
    public sealed record Left : OwnMailServerEvent;
}
