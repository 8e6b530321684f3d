using Helpdesk.Contracts.Live;
using Helpdesk.Domain.Live;

namespace Helpdesk.Grains.Live;

/// <summary>
/// Keeps a tenant's board. When its silo is lost it begins anew elsewhere, and whoever is there says so again. Processes with open streams
/// ask it what changed: nobody need be told that may not be there any more.
/// </summary>
internal sealed class PresenceGrain(TimeProvider time) : Grain, IPresenceGrain
{
    // What changed longest ago is forgotten; who has read less is told all that there is.
    private const int Remembered = 1_000;

    private readonly Queue<(long Version, TicketId Ticket)> changes = new();
    private PresenceBoard board = PresenceBoard.Empty;
    private long version;

    public Task<TicketPresence> Show(TicketId ticket, AccountId account, PresenceState state, CancellationToken cancellation)
    {
        Set(Present.Show(ticket, account, state, time.Now()));
        return Task.FromResult(board.At(ticket));
    }

    public Task<TicketPresence> Leave(TicketId ticket, AccountId account, CancellationToken cancellation)
    {
        Set(Present.Leave(ticket, account));
        return Task.FromResult(board.At(ticket));
    }

    public Task<TicketPresence> At(TicketId ticket, CancellationToken cancellation)
    {
        Set(Present);
        return Task.FromResult(board.At(ticket));
    }

    public Task<PresenceNews> Since(PresenceMark? known, CancellationToken cancellation)
    {
        Set(Present);
        var mark = new PresenceMark(GrainContext.ActivationId.ToString(), version);
        var isKnown = known?.Board == mark.Board && (changes.Count == 0 || known.Version >= changes.Peek().Version - 1);
        var tickets = isKnown
            ? changes.Where(change => change.Version > known!.Version).Select(change => change.Ticket).Distinct() : board.Watched;
        return Task.FromResult(new PresenceNews(mark, [.. tickets.Select(board.At)]));
    }

    private PresenceBoard Present => board.Without(time.Now());

    private void Set(PresenceBoard next)
    {
        foreach (var ticket in board.Watched.Union(next.Watched).Where(ticket => !Same(board.At(ticket), next.At(ticket))).ToList())
            changes.Enqueue((++version, ticket));
        while (changes.Count > Remembered)
            changes.Dequeue();
        board = next;
    }

    // That somebody said it again is no news.
    private static bool Same(TicketPresence one, TicketPresence other) => one.People.Select(presence => presence with { Until = default })
        .SequenceEqual(other.People.Select(presence => presence with { Until = default }));
}
