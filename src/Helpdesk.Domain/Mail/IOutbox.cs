namespace Helpdesk.Domain.Mail;

/// <summary>Mails on their way, and those that went lately.</summary>
public interface IOutbox
{
    /// <summary>Once: a mail that is there already stays as it is.</summary>
    Task Queue(OutgoingMail mail, CancellationToken cancellation);

    /// <summary>
    /// Those whose time has come, and nobody else gets them for <paramref name="lease"/>. Only a few of one tenant at once.
    /// </summary>
    /// <param name="given">What moments are compared with; <c>null</c>: the database's own clock.</param>
    Task<IReadOnlyList<TakenMail>> Take(Instant? given, Duration lease, int limit, CancellationToken cancellation);

    Task Save(OutgoingMail mail, CancellationToken cancellation);

    /// <param name="tenant">Only this one's; <c>null</c>: of all tenants.</param>
    /// <param name="states">Only in one of these; none: all.</param>
    /// <param name="after">Behind this one; <c>null</c>: from the newest.</param>
    Task<IReadOnlyList<ListedMail>> List(
        TenantId? tenant, IReadOnlyList<MailState> states, MailPlace? after, int limit, CancellationToken cancellation);

    /// <summary>Has it tried again at once, and notes that in its tenant's history.</summary>
    /// <param name="tenant">Only if it is this one's; <c>null</c>: whoever's it is.</param>
    /// <returns><c>null</c>: it is queued.</returns>
    Task<Error?> Retry(TenantId? tenant, Guid id, Trace trace, CancellationToken cancellation);
}

/// <param name="Owed">Of the event that it follows from; <c>null</c>: that is gone, and there is nothing to send.</param>
public sealed record TakenMail(OutgoingMail Mail, string? Owed);

/// <param name="Slug">Of its tenant.</param>
public sealed record ListedMail(OutgoingMail Mail, string Slug);
