namespace Helpdesk.Domain.Mail;

/// <summary>Brings mails away: to a mail server, or into files where none is configured.</summary>
public interface IMailTransport
{
    /// <param name="own">A tenant's; <c>null</c>: the platform's.</param>
    /// <exception cref="MailServerException">The server cannot be reached, or does not let us in.</exception>
    Task<IMailSession> Open(TenantMailServer? own, CancellationToken cancellation);
}

/// <summary>One conversation with a mail server, for several mails one after another.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Whatever the server says is an answer; what is not known to have been accepted counts as deferred.</summary>
    Task<Delivery> Send(Letter letter, CancellationToken cancellation);
}

/// <summary>A mail, ready to be sent.</summary>
/// <param name="Id">Stays the same however often it is sent, so that mailboxes can tell.</param>
/// <param name="FromName">Whom people see it come from: the tenant.</param>
/// <param name="FromHost">The tenant's own host: of the Message-ID, and of the sender unless one is configured.</param>
/// <param name="To">As in <see cref="EmailAddress.ToString"/>.</param>
/// <param name="At">When it was owed.</param>
public sealed record Letter(Guid Id, string Template, string FromName, string FromHost, string To, MailText Text, Instant At)
{
    /// <summary>
    /// What it belongs to, such as a ticket: mailboxes show the mails of one thread together. <c>null</c>: it stands alone.
    /// </summary>
    public Guid? Thread { get; init; }

    /// <summary>Without angle brackets; <c>null</c>: made of <see cref="Id"/> and host.</summary>
    public string? MessageId { get; init; }

    /// <summary>Message-IDs of the mails before it in its thread, to the same recipient, oldest first.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>Where answers go; <c>null</c>: nobody reads them.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Where its reader turns mails like it off; <c>null</c>: they cannot be turned off.</summary>
    public Uri? Unsubscribe { get; init; }

    /// <summary>One of many of the same sort, such as mails that tell of tickets: <c>notices</c>; <c>null</c>: a mail of its own.</summary>
    public string? List { get; init; }
}

public enum DeliveryResult
{
    /// <summary>The mail server took it on.</summary>
    Accepted,
    /// <summary>It was written to a file.</summary>
    Written,
    /// <summary>Not now; later perhaps.</summary>
    Deferred,
    /// <summary>Never: the server does not take this mail, or not for this address.</summary>
    Refused,
}

/// <param name="Words">What the server or the machine said, at most <see cref="MostWords"/> characters; <c>null</c>: nothing.</param>
/// <param name="Reason">What we say to it; <c>null</c>: the server's words say all.</param>
public sealed record Delivery(DeliveryResult Result, string? Words = null, MailReason? Reason = null)
{
    public const int MostWords = 500;

    /// <summary>It was the address that was refused, and not the text.</summary>
    public bool IsOfAddress { get; init; }

    public static readonly Delivery Accepted = new(DeliveryResult.Accepted);
    public static readonly Delivery Written = new(DeliveryResult.Written);

    public static Delivery Deferred(string? words, MailReason? reason = null) => new(DeliveryResult.Deferred, words, reason);

    public static Delivery Refused(string? words, MailReason? reason = null) => new(DeliveryResult.Refused, words, reason);
}

/// <summary>No mail gets through at the moment, whoever it is for.</summary>
/// <param name="words">What the server or the machine said; <c>null</c>: nothing.</param>
public sealed class MailServerException(MailReason reason, string? words, Exception? inner = null)
    : Exception(words ?? MailReasons.Text(reason, german: false), inner)
{
    public MailReason Reason => reason;

    public string? Words => words;

    /// <summary>For a mail that waits for this server.</summary>
    public Delivery Deferred => Delivery.Deferred(words, reason);
}

/// <summary>Writes the mail that tries a server out.</summary>
public interface ITestLetters
{
    Task<Letter> Write(TenantId tenant, EmailAddress to, bool german, Instant now, CancellationToken cancellation);
}

/// <param name="Letter"><c>null</c>: nothing is left that its reader could be told.</param>
/// <param name="Dropped">Why, then.</param>
public sealed record NoticeMail(Letter? Letter, MailReason Dropped = default)
{
    /// <summary>What it tells that counts when it is accepted.</summary>
    public IReadOnlyList<ToldAnswer> Answers { get; init; } = [];

    public static NoticeMail Nothing(MailReason why) => new(null, why);
}

/// <summary>Writes what is owed: where its link leads, whom it comes from, in which language.</summary>
public interface ILetters
{
    /// <param name="data">Of the event <c>notification.owed</c>.</param>
    /// <exception cref="Helpdesk.Domain.Feed.UnreadableException">Nobody can read it.</exception>
    Task<(OwedMail Owed, Letter Letter)> Write(TenantId tenant, Guid id, string data, Instant at, CancellationToken cancellation);

    /// <summary>A mail that tells of notices, for its reader as they are now.</summary>
    Task<NoticeMail> OfNotices(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>Whether whoever gets it can still do with it what it says: its link was not used, and its reason is not gone.</summary>
    Task<bool> IsOfUse(TenantId tenant, OwedMail owed, CancellationToken cancellation);
}
