namespace Helpdesk.Domain.Mail;

/// <summary>What people do to mails on their way, for the history.</summary>
public abstract record OutgoingMailEvent
{
    /// <param name="State">What it was before.</param>
    public sealed record Retried(string Template, MailState State) : OutgoingMailEvent;

    private OutgoingMailEvent() { }
}
