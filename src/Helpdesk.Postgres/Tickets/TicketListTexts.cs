using System.Collections.Concurrent;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Postgres.Tickets;

/// <summary>
/// Texts of pages that were asked for before. A few shapes come again and again, each is thousands of characters long, and made anew for
/// each request they were a third of what a list allocates.
/// </summary>
internal static class TicketListTexts
{
    // More shapes than people use; whoever tries all combinations of filters gets theirs made each time.
    private const int Most = 256;
    private static readonly ConcurrentDictionary<TicketListShape, string> Known = new();

    public static string Of(TicketListShape shape, Func<string> text)
    {
        if (Known.TryGetValue(shape, out var known))
            return known;
        var made = text();
        if (Known.Count < Most)
            Known.TryAdd(shape, made);
        return made;
    }
}

/// <summary>All that the text of a page depends on.</summary>
/// <param name="Where">Its conditions; they name all values that came before, so the names of those after them follow from it.</param>
internal readonly record struct TicketListShape(string Where, bool Customer, bool Desk, TicketSort Sort, bool Descending);
