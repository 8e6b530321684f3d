
namespace Helpdesk.Domain.Mail;

/// <summary>
/// A mail on its way. Its text is written when it is sent: what was owed lies sealed in the event that it has its id from.
/// </summary>
public sealed record OutgoingMail
{
    public required TenantId Tenant { get; init; }

    /// <summary>
    /// The stream of the event <c>notification.owed</c>, or what the notices name that it tells of; once sent the beginning of its
    /// Message-ID.
    /// </summary>
    public required Guid Id { get; init; }
    public required string Template { get; init; }

    /// <summary>As in <see cref="EmailAddress.ToString"/>.</summary>
    public required string To { get; init; }
    public required string Subject { get; init; }

    /// <summary>The number of the ticket that it is about; <c>null</c>: it is about the recipient's access.</summary>
    public required string? Ticket { get; init; }
    public required Instant QueuedAt { get; init; }

    /// <summary>The last try is not later than this.</summary>
    public required Instant Until { get; init; }
    public MailState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Attempts { get; init; }

    /// <summary>What the mail server said the last time; <c>null</c>: nothing, or it accepted the mail.</summary>
    public string? LastError { get; init; }

    /// <summary>Why it waits, was not accepted or is not sent; <c>null</c>: nothing is known, or it was accepted.</summary>
    public MailReason? Reason { get; init; }

    /// <summary>When it is tried; <c>null</c>: not any more.</summary>
    public Instant? NextAt { get; init; }

    /// <summary>When it was accepted, or written.</summary>
    public Instant? SentAt { get; init; }

    /// <summary>The last refusal was of the address. Only known right after a try.</summary>
    public bool IsOfAddress { get; init; }

    /// <summary>What it tells that counts when it is accepted. Only known right after a try.</summary>
    public IReadOnlyList<ToldAnswer> Answers { get; init; } = [];

    public MailPlace Place => new(QueuedAt, Id);

    public static OutgoingMail Queue(TenantId tenant, Guid id, OwedMail owed, string subject, Instant now) => new()
    {
        Tenant = tenant,
        Id = id,
        Template = owed.Template,
        To = owed.To,
        Subject = subject,
        Ticket = owed.About,
        QueuedAt = now,
        NextAt = now,
        Until = MailRetries.Until(owed.Template, now, now),
    };

    /// <summary>
    /// It would come when nobody expects it any more, or with a dead link: whoever was away for long, or restored an old database, sends
    /// nothing of then.
    /// </summary>
    public bool IsTooLate(Instant now) => now > Until;

    /// <summary>After a try.</summary>
    public OutgoingMail After(Delivery delivery, Instant now)
    {
        var tried = this with
        {
            Attempts = Attempts + 1,
            LastError = delivery.Words,
            Reason = delivery.Reason,
            NextAt = null,
            IsOfAddress = delivery.IsOfAddress,
        };
        return delivery.Result switch
        {
            DeliveryResult.Accepted => tried with { State = MailState.Sent, SentAt = now, LastError = null, Reason = null },
            DeliveryResult.Written => tried with { State = MailState.Written, SentAt = now, LastError = null, Reason = null },
            DeliveryResult.Deferred when MailRetries.Next(tried.Attempts, now, Until, Id) is { } next =>
                tried with { State = MailState.Delayed, NextAt = next },
            _ => tried with { State = MailState.Failed },
        };
    }

    /// <summary>There is nothing to send any more; nobody failed.</summary>
    public OutgoingMail Drop(MailReason why) => this with { State = MailState.Dropped, Reason = why, LastError = null, NextAt = null };

    /// <summary>Somebody wants it tried again now, and from now on for as long as a new one.</summary>
    public Result<OutgoingMail> Retry(Instant now)
    {
        if (State is not (MailState.Delayed or MailState.Failed))
            return MailErrors.NothingToRetry;
        var until = MailRetries.Until(Template, QueuedAt, now);
        return now < until ? this with { State = MailState.Queued, NextAt = now, Until = until } : MailErrors.LinkEnded;
    }
}

/// <summary>A place in the list of mails, which runs from the newest to the oldest.</summary>
public readonly record struct MailPlace(Instant QueuedAt, Guid Id);
