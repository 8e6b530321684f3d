using System.Collections.Immutable;

namespace Helpdesk.Domain.Notifications;

/// <summary>What a person wants of notifications besides their kinds, in one tenant.</summary>
public sealed record NotificationWishes
{
    public const int MostQueues = 200;

    public static readonly NotificationWishes None = new();

    /// <summary>
    /// Keys: of tickets in these the person is told nothing that may be switched off at all. Decided when something happens.
    /// </summary>
    public ImmutableArray<string> MutedQueues { get; init; } = [];

    /// <summary><c>null</c>: mails come at any time.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>0: nothing was chosen yet.</summary>
    public int Version { get; init; }

    /// <summary>
    /// Queues are staff's to mute. What was muted before may stay, whatever became of it.
    /// </summary>
    /// <param name="isQueue">Whether a queue is listed, or some ticket carries its word.</param>
    public IEnumerable<FieldError> Faults(Member person, NotificationWishes present, Func<string, bool> isQueue)
    {
        foreach (var (at, queue) in MutedQueues.Index())
        {
            if (present.MutedQueues.Contains(queue, TicketKeys.Comparer) || (person.IsStaff && isQueue(queue)))
                continue;
            var place = FormattableString.Invariant($"/muted_queues/{at}");
            yield return person.IsStaff ? FieldCode.UnknownQueue.At(place) : FieldCode.NotSettable.At(place);
        }
    }

    public bool Same(NotificationWishes other) => Quiet == other.Quiet && MutedQueues.SequenceEqual(other.MutedQueues, TicketKeys.Comparer);
}

/// <summary>When no mail comes; what was told meanwhile is among the notifications, and mailed when they end.</summary>
/// <param name="From">Inclusive; where the person is. By the calendar without meaning, as <paramref name="To"/>.</param>
/// <param name="To">Exclusive; before <paramref name="From"/> it is the next day's.</param>
/// <param name="UrgentBreachesPass">A missed target of an urgent ticket is mailed all the same.</param>
public sealed record QuietHours(LocalTime From, LocalTime To, bool UrgentBreachesPass)
{
    /// <summary>Instead of the two times: whenever the municipality is closed.</summary>
    public bool ByCalendar { get; init; }

    public static QuietHours OfCalendar(bool urgentBreachesPass) => new(default, default, urgentBreachesPass) { ByCalendar = true };

    /// <param name="hours">The municipality's; <c>null</c>: nobody knows them, and it is never closed.</param>
    /// <returns><paramref name="at"/>, or when the hours end in which it lies.</returns>
    public Instant Held(Instant at, DateTimeZone zone, OpenHours? hours)
    {
        if (ByCalendar)
            return hours?.NextOpen(at) ?? at;
        var local = at.InZone(zone);
        var time = local.TimeOfDay;
        if (From < To ? time < From || time >= To : time < From && time >= To)
            return at;
        var day = time < To ? local.Date : local.Date.PlusDays(1);
        return day.At(To).InZoneLeniently(zone).ToInstant();
    }

    public bool Holds(NotificationKind kind, Priority? priority) =>
        !(UrgentBreachesPass && kind is NotificationKind.SlaBreach && priority is Priority.Urgent);
}

/// <summary>Keeps these wishes.</summary>
public interface INotificationWishes
{
    Task<NotificationWishes> Read(Member person, CancellationToken cancellation);

    /// <summary>Mails that wait because of quiet hours are looked at again at once: they may be over.</summary>
    /// <param name="version">As read.</param>
    /// <returns>What is kept now; <c>null</c>: it has changed since.</returns>
    Task<NotificationWishes?> Save(Member person, NotificationWishes wishes, int version, CancellationToken cancellation);
}
