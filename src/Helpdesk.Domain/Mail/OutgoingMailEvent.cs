namespace Helpdesk.Domain.Mail;

/// <summary>What becomes of mails on their way, for the history.</summary>
public abstract record OutgoingMailEvent
{
    /// <param name="State">What it was before.</param>
    public sealed record Retried(string Template, MailState State) : OutgoingMailEvent;

    /// <summary>A mail server accepted it, or it became a file where there is none. Noted of mails that an answer waits for.</summary>
    public sealed record Accepted(Instant At, ImmutableArray<ToldAnswer> Answers) : OutgoingMailEvent;

    /// <summary>There is no mail of these after all, or a later one: their reader wants it so.</summary>
    public sealed record Spared(ImmutableArray<ToldAnswer> Answers) : OutgoingMailEvent;

    public const string Subject = "outgoing_mail";

    private OutgoingMailEvent() { }
}

/// <summary>An answer to a customer that counts when the mail is accepted that brings it.</summary>
public sealed record ToldAnswer(Guid Ticket, Guid Comment);
