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

/// <summary>A mail server, and as whom mails leave there.</summary>
/// <param name="Sealed">The password; <c>null</c>: the server lets us send without one.</param>
/// <param name="From">The address that mails come from.</param>
public sealed record MailServer(string Host, int Port, MailSecurity Security, string? Username, string? Sealed, string From)
{
    /// <summary>Ports on which mail is handed in.</summary>
    public static readonly IReadOnlyList<int> Ports = [25, 465, 587, 2525];

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
            Server = new(chosen.Host, chosen.Port, chosen.Security, chosen.Username, chosen.Sealed, chosen.From),
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
        : OwnMailServerEvent;

    /// <summary>Mails leave by the platform's again.</summary>
    public sealed record Left : OwnMailServerEvent;
}
