using Helpdesk.Domain.Mail;

namespace Helpdesk.Postgres.Mail;

/// <summary>The columns of a mail on its way, in one order.</summary>
internal static class OutgoingMailRow
{
    public const int Count = 14;

    public const string Names =
        "tenant_id, id, template, recipient, subject, ticket, state, attempts, last_error, queued_at, until, next_at, sent_at, reason";

    /// <summary>The first parameters of a statement, as <see cref="Add"/> gives them.</summary>
    public const string Values = "$1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14";

    /// <param name="alias">The table's alias in the statement.</param>
    public static string Columns(string alias) => string.Join(", ", Names.Split(", ").Select(name => $"{alias}.{name}"));

    public static BatchStatement Add(BatchStatement statement, OutgoingMail mail) => statement
        .With(mail.Tenant.Value).With(mail.Id).With(mail.Template).With(mail.To).With(mail.Subject).With(mail.Ticket)
        .With(Words<MailState>.Of(mail.State)).With(mail.Attempts).With(mail.LastError).With(mail.QueuedAt).With(mail.Until)
        .With(mail.NextAt).With(mail.SentAt).With(WordOf(mail.Reason));

    public static string? WordOf(MailReason? reason) => reason is { } why ? Words<MailReason>.Of(why) : null;

    public static OutgoingMail Read(NpgsqlDataReader row) => new()
    {
        Tenant = new(row.GetGuid(0)),
        Id = row.GetGuid(1),
        Template = row.GetString(2),
        To = row.GetString(3),
        Subject = row.GetString(4),
        Ticket = row.GetStringOrNull(5),
        State = Words<MailState>.Parse(row.GetString(6))!.Value,
        Attempts = row.GetInt32(7),
        LastError = row.GetStringOrNull(8),
        QueuedAt = row.GetInstant(9),
        Until = row.GetInstant(10),
        NextAt = row.GetInstantOrNull(11),
        SentAt = row.GetInstantOrNull(12),
        Reason = row.GetStringOrNull(13) is { } why ? Words<MailReason>.Parse(why) : null,
    };
}
