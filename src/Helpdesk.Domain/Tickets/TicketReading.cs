using System.Collections.Frozen;

namespace Helpdesk.Domain.Tickets;

/// <summary>What makes a ticket unread: something happened that its reader may see, is worth a look, and was not their own act.</summary>
public static class TicketReading
{
    /// <summary>A mark of a ticket that somebody wants to look at again, whatever has happened to it.</summary>
    public const int MarkedUnread = -1;

    /// <summary>Bookkeeping: nobody has to look again because of these.</summary>
    private static readonly FrozenSet<Type> Silent = FrozenSet.ToFrozenSet(
    [
        typeof(TicketEvent.SlaReevaluated), typeof(TicketEvent.SlaPlanCorrected), typeof(TicketEvent.SlaMomentReached),
        typeof(TicketEvent.NotificationOwed), typeof(TicketEvent.AnswerDelivered), typeof(TicketEvent.Tagged), typeof(TicketEvent.Untagged),
    ]);

    public static bool IsWorthALook(TicketEvent what) => !Silent.Contains(what.GetType());

    /// <param name="read">Up to which version somebody has read it; <c>null</c>: never.</param>
    public static bool IsUnread(LastActs acts, AccountId reader, int? read) => acts.OfOthersThan(reader) > (read ?? 0);

    /// <summary>What these events are to staff and to customers, each in the versions that they read.</summary>
    /// <param name="publicBefore">The public version before them; 0: they open the ticket.</param>
    public static (LastActs Staff, LastActs Public) Of<TEvents>(TEvents events, int publicBefore)
        where TEvents : IEnumerable<Recorded<TicketEvent>>
    {
        var (staff, customers, version) = (LastActs.None, LastActs.None, publicBefore);
        foreach (var recorded in events)
        {
            var isShown = TicketDisclosure.ShowsCustomers(recorded.Event);
            version += isShown ? 1 : 0;
            if (!IsWorthALook(recorded.Event))
                continue;
            staff = staff.After(recorded.Version, recorded.Actor);
            if (isShown)
                customers = customers.After(version, recorded.Actor);
        }

        return (staff, customers);
    }

    /// <summary>
    /// Who has said something themselves, by whatever way it came: they have read what it answers, on a page or in a mail. An act without
    /// words may be one of many, and says nothing of the kind.
    /// </summary>
    public static IEnumerable<AccountId> SpokenBy(IEnumerable<Recorded<TicketEvent>> events) => events
        .Where(recorded => recorded.Event is TicketEvent.Commented { Automatic: false } or TicketEvent.Resolved or TicketEvent.Closed
            or TicketEvent.ResolutionConfirmed or TicketEvent.ReopenRequested or TicketEvent.ReopenDeclined or TicketEvent.Rated)
        .Select(recorded => recorded.Actor).OfType<AccountId>().Distinct();

    /// <summary>The last public comment among these; <c>null</c>: none.</summary>
    public static LastComment? LastCommentIn(IEnumerable<Recorded<TicketEvent>> events)
    {
        LastComment? last = null;
        foreach (var recorded in events)
        {
            if (recorded.Event is TicketEvent.Commented { Visibility: Visibility.Public } said)
                last = new(recorded.At, said.FromStaff);
        }

        return last;
    }
}

/// <summary>
/// The last act on a ticket, and the last one by anybody else than whoever did that: enough to tell for every reader which is the last act
/// that was not their own.
/// </summary>
/// <param name="Version">0: nothing has happened since this is kept.</param>
/// <param name="By"><c>null</c>: the platform itself.</param>
/// <param name="Before">Version of the last act by somebody else than <paramref name="By"/>; 0: none.</param>
public sealed record LastActs(int Version, AccountId? By, int Before)
{
    public static readonly LastActs None = new(0, null, 0);

    public LastActs After(int version, AccountId? by) =>
        Version > 0 && By == by ? this with { Version = version } : new(version, by, Version);

    /// <summary>This, and then what came later.</summary>
    public LastActs Then(LastActs later) => later.Version == 0 ? this
        : later with { Before = later.Before > 0 ? later.Before : Version > 0 && By == later.By ? Before : Version };

    public int OfOthersThan(AccountId reader) => By == reader ? Before : Version;
}

/// <param name="FromStaff">Written by staff; else by the customer's side.</param>
public sealed record LastComment(Instant At, bool FromStaff);

/// <summary>How far somebody has read a ticket.</summary>
/// <param name="Version">As this reader counts them; <see cref="TicketReading.MarkedUnread"/>: they want to look again.</param>
/// <param name="IsUnread">Others have done something since.</param>
public sealed record TicketReadMark(TenantId Tenant, TicketId Ticket, int Version, bool IsUnread);

/// <summary>How far people have read tickets. No event: the ticket's history and the other readers learn nothing of it.</summary>
public interface ITicketReads
{
    /// <summary>How the reader stands with a ticket; <c>null</c>: there is none that they may see.</summary>
    Task<TicketReadMark?> Of(Member reader, TicketId ticket, CancellationToken cancellation);

    /// <summary>Read up to a version, never back.</summary>
    /// <param name="version"><c>null</c>: as it is now. What is higher than that counts as that.</param>
    /// <returns><c>null</c>: there is no such ticket that they may see.</returns>
    Task<TicketReadMark?> Read(Member reader, TicketId ticket, int? version, CancellationToken cancellation);

    /// <summary>To be looked at again, also where only the reader has done something.</summary>
    Task<TicketReadMark?> MarkUnread(Member reader, TicketId ticket, CancellationToken cancellation);

    /// <summary>What people of all tenants have read or marked since, in any process. Costs what has happened, whoever listens.</summary>
    /// <param name="since">What the call before answered; <c>null</c>: nothing before now.</param>
    Task<TicketReadNews> Since(string? since, CancellationToken cancellation);
}

/// <param name="Next">From where to ask on. What was told may be told again.</param>
public sealed record TicketReadNews(IReadOnlyList<TicketReadChange> Changes, string Next);

/// <summary>Somebody has read or marked a ticket.</summary>
/// <param name="Change">Names it: the same change has the same.</param>
/// <param name="ForStaff">Whether it is unread now, where the reader is staff there.</param>
/// <param name="ForCustomer">The same where they are a customer.</param>
public sealed record TicketReadChange(
    TenantId Tenant, AccountId Reader, TicketId Ticket, AccountId Requester, bool ForStaff, bool ForCustomer, string Change)
{
    /// <summary><c>null</c>: this member has nothing to do with it.</summary>
    public bool? IsUnreadFor(Member member) => member.Tenant != Tenant || member.Account != Reader
        || TicketAccess.IsHidden(member, Requester) ? null : member.IsStaff ? ForStaff : ForCustomer;
}
