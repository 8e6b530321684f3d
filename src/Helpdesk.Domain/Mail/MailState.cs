namespace Helpdesk.Domain.Mail;

/// <summary>How far a mail is on its way.</summary>
public enum MailState
{
    /// <summary>Not tried yet.</summary>
    Queued,
    /// <summary>A mail server accepted it. What becomes of it there is not known.</summary>
    Sent,
    /// <summary>It was written to a file, since no mail server is configured.</summary>
    Written,
    /// <summary>It did not work yet, and is tried again.</summary>
    Delayed,
    /// <summary>Given up: refused for good, or not accepted in time.</summary>
    Failed,
    /// <summary>Rightly not sent: nothing is left that it could tell its recipient.</summary>
    Dropped,
    /// <summary>Not on its way yet: limits, or its recipient's wishes, hold it back.</summary>
    Waiting,
    /// <summary>Not on its way yet: whoever wrote what it tells can still take it back.</summary>
    Held,
}
