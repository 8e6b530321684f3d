using System.Collections.Immutable;

namespace Helpdesk.Domain.Live;

/// <summary>What somebody of the staff does with a ticket just now.</summary>
public enum PresenceState
{
    Reading,
    WritingAnswer,
    WritingNote,
}

/// <param name="Since">When this state began.</param>
/// <param name="Until">Exclusive: unless it is said again before, they have left.</param>
public sealed record Presence(AccountId Account, PresenceState State, Instant Since, Instant Until);

/// <param name="People">Who is there, by the time at which they came; empty: nobody any more.</param>
public sealed record TicketPresence(TicketId Ticket, ImmutableArray<Presence> People);

/// <summary>Who is at which ticket of a tenant. In memory only: whoever is there says so again within seconds.</summary>
public sealed record PresenceBoard
{
    public static readonly PresenceBoard Empty = new();

    /// <summary>So long a word is good. Whoever stays says it again every 10 seconds.</summary>
    public static readonly Duration Life = Duration.FromSeconds(25);

    /// <summary>Tickets that one account is at; with one more the one it was at longest ago is left.</summary>
    public const int MostTickets = 20;

    private ImmutableDictionary<TicketId, ImmutableArray<Presence>> Tickets { get; init; } =
        ImmutableDictionary<TicketId, ImmutableArray<Presence>>.Empty;

    /// <summary>Those at which somebody is.</summary>
    public IEnumerable<TicketId> Watched => Tickets.Keys;

    public TicketPresence At(TicketId ticket) => new(ticket, Tickets.GetValueOrDefault(ticket, []));

    public PresenceBoard Show(TicketId ticket, AccountId account, PresenceState state, Instant now)
    {
        var before = Tickets.GetValueOrDefault(ticket, []).FirstOrDefault(one => one.Account == account);
        var shown = new Presence(account, state, before?.State == state ? before.Since : now, now + Life);
        var board = Leave(ticket, account);
        var elsewhere = board.Tickets
            .Select(one => (Ticket: one.Key, Mine: one.Value.FirstOrDefault(presence => presence.Account == account)))
            .Where(one => one.Mine is not null).OrderBy(one => one.Mine!.Until).ToList();
        foreach (var (left, _) in elsewhere.Take(elsewhere.Count + 1 - MostTickets))
            board = board.Leave(left, account);
        ImmutableArray<Presence> people = [.. board.Tickets.GetValueOrDefault(ticket, []).Add(shown).OrderBy(one => one.Since)];
        return board with { Tickets = board.Tickets.SetItem(ticket, people) };
    }

    public PresenceBoard Leave(TicketId ticket, AccountId account) => With(ticket, one => one.Account != account);

    /// <summary>Without those whose word is not good any more.</summary>
    public PresenceBoard Without(Instant now) => Watched
        .Where(ticket => Tickets[ticket].Any(one => one.Until <= now)).ToList()
        .Aggregate(this, (board, ticket) => board.With(ticket, one => one.Until > now));

    private PresenceBoard With(TicketId ticket, Func<Presence, bool> stays)
    {
        if (!Tickets.TryGetValue(ticket, out var people))
            return this;
        var left = people.Where(stays).ToImmutableArray();
        return left.Length == people.Length ? this
            : this with { Tickets = left.IsEmpty ? Tickets.Remove(ticket) : Tickets.SetItem(ticket, left) };
    }
}

/// <summary>How far somebody has read a board.</summary>
/// <param name="Board">Names it: one that began anew knows nothing of before.</param>
public sealed record PresenceMark(string Board, long Version);

/// <param name="Tickets">At which something changed, as they are now.</param>
public sealed record PresenceNews(PresenceMark Mark, ImmutableArray<TicketPresence> Tickets);
