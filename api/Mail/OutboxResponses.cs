using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Notifications;

namespace Helpdesk.Api.Mail;

public sealed record OutgoingMailResponse
{
    public required Guid Id { get; init; }

    /// <summary>Slug of the tenant that the mail comes from.</summary>
    public required string Tenant { get; init; }

    /// <summary>For operators, of mails that tell of tickets, the domain alone.</summary>
    public required string To { get; init; }

    /// <summary>For operators, of mails that tell of tickets, the number alone. Empty while one waits that tells of no ticket.</summary>
    public required string Subject { get; init; }

    /// <summary>Which text it is, such as `reset_password`.</summary>
    public required string Template { get; init; }

    /// <summary>
    /// `queued`: not tried yet; `sent`: a mail server accepted it; `written`: it became a file, since no mail server is configured;
    /// `delayed`: not accepted yet, and tried again, first after a minute, then each time after twice as long, at most every four hours;
    /// `failed`: refused for good, or not accepted within 72 hours, or until its link ended; `dropped`: rightly not sent, since nothing is
    /// left that it could tell (a deleted ticket, words that were taken back, somebody who is gone, a link that has ended); `waiting`: not
    /// on its way yet; `held`: not on its way yet, and whoever wrote what it tells can take that back until `next_try_at`. One that waits
    /// or is held gets an id of its own when it is queued, cannot be tried at once, and need not be sent in the end.
    /// </summary>
    public required MailState State { get; init; }

    /// <summary>How often it was tried.</summary>
    public required int Attempts { get; init; }

    /// <summary>
    /// What the mail server or the machine said the last time, in its own words, at most 500 characters; null: nothing.
    /// </summary>
    public required string? LastError { get; init; }

    /// <summary>
    /// Why it waits (`held_by_author`, `mail_limit`, `digest`, `outside_hours`), was dropped (`ticket_deleted`, `words_withdrawn`,
    /// `person_gone`, `not_for_reader`, `address_blocked`, `link_ended`) or was not accepted (all others); null: `last_error` says it all,
    /// or it was accepted.
    /// </summary>
    public required MailReason? Reason { get; init; }

    /// <summary>The reason in a sentence, in the language that the reader asks for; null: there is none.</summary>
    public required string? ReasonText { get; init; }

    /// <summary>Number of the ticket that it is about; null: it is about the recipient's access.</summary>
    public required string? Ticket { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried again by itself, or until when it waits; null: not any more.</summary>
    public required DateTimeOffset? NextTryAt { get; init; }

    /// <summary>When it was accepted, or written; null: it was not.</summary>
    public required DateTimeOffset? SentAt { get; init; }

    /// <summary>As operators see it, who have no business with what it tells and whom.</summary>
    internal static OutgoingMailResponse ForOperators(ListedMail listed, bool german) =>
        listed.Mail is { Template: not NoticeMails.Template, Ticket: null } ? Of(listed, german)
        : Of(listed, german) with
        {
            To = $"…{listed.Mail.To[Math.Max(0, listed.Mail.To.LastIndexOf('@'))..]}",
            Subject = listed.Mail.Ticket is { } number ? $"[{number}]" : "",
        };

    internal static OutgoingMailResponse Of(ListedMail listed, bool german) => new()
    {
        Id = listed.Mail.Id,
        Tenant = listed.Slug,
        To = listed.Mail.To,
        Subject = listed.Mail.Subject,
        Template = listed.Mail.Template,
        State = listed.Mail.State,
        Attempts = listed.Mail.Attempts,
        LastError = listed.Mail.LastError,
        Reason = listed.Mail.Reason,
        ReasonText = listed.Mail.Reason is { } why ? MailReasons.Text(why, german) : null,
        Ticket = listed.Mail.Ticket,
        CreatedAt = listed.Mail.QueuedAt.ToDateTimeOffset(),
        NextTryAt = listed.Mail.NextAt?.ToDateTimeOffset(),
        SentAt = listed.Mail.SentAt?.ToDateTimeOffset(),
    };
}

/// <param name="Items">Newest first, those that wait or are held included; those that have ended are kept for 30 days.</param>
public sealed record OutboxResponse(IReadOnlyList<OutgoingMailResponse> Items, string? NextCursor);

internal sealed class OutboxExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 12, 12, 5, TimeSpan.Zero);

    private static readonly OutgoingMailResponse Example = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000f3"),
        Tenant = "musterstadt",
        To = "erika.mustermann@musterstadt.example",
        Subject = "Einladung von Musterstadt",
        Template = "accept_invitation",
        State = MailState.Delayed,
        Attempts = 2,
        LastError = "451 4.7.1 Greylisted, try again later",
        Reason = null,
        ReasonText = null,
        Ticket = null,
        CreatedAt = At,
        NextTryAt = At.AddMinutes(3),
        SentAt = null,
    };

    public IEnumerable<object> All => [Example, new OutboxResponse([Example], null)];
}
