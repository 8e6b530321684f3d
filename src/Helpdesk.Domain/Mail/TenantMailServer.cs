namespace Helpdesk.Domain.Mail;

/// <summary>A tenant's mail server, with what is needed to use it.</summary>
/// <param name="Password">Opened; <c>null</c>: there is none.</param>
public sealed record TenantMailServer(MailServer Server, string? Password)
{
    /// <summary>Opened; <c>null</c>: the login is not by access tokens.</summary>
    public MailTokenSecrets? Secrets { get; init; }

    /// <summary>Signs what leaves there; <c>null</c>: nothing is signed.</summary>
    public MailSigningKey? Signing { get; init; }

    public override string ToString() => nameof(TenantMailServer);
}
