namespace Helpdesk.Domain.Mail;

/// <summary>Owes somebody a mail that no act on accounts is the reason for.</summary>
public interface IMailOrders
{
    /// <param name="id">Names what the mail is owed for: the same id owes nothing a second time.</param>
    /// <param name="order">Without a purpose of its own; <paramref name="token"/> goes into its link.</param>
    /// <param name="about">Such as a ticket's number.</param>
    Task Owe(TenantId tenant, Guid id, MailOrder order, string token, string about, Trace trace, CancellationToken cancellation);
}
