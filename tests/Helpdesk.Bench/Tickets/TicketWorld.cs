using Helpdesk.Bench.Limit;
using Helpdesk.Bench.Seeding;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench.Tickets;

/// <summary>The tickets that the API is measured with. All but the old ones came in through the product.</summary>
/// <param name="Commented">Half of them for the product to comment on, half for the limit: the database of a ticket has one writer.</param>
/// <param name="Read">With twenty comments each.</param>
internal sealed record TicketWorld(
    Town Small, Town Large, string SmallSignIn, string LargeSignIn, IReadOnlyList<Guid> Commented, IReadOnlyList<Guid> Read,
    LimitSample Sample)
{
    public const string NewTicket =
        """{"subject":"Drucker im Bürgerbüro druckt nicht","description":"Seit heute früh druckt er nur leere Seiten. Papier und Toner sind da, ein Neustart hat nicht geholfen.","priority":"high","category":"it"}""";

    public const string NewComment =
        """{"body":"Wir haben es uns angesehen: die Trommel ist verbraucht. Eine neue ist bestellt und kommt übermorgen.","visibility":"public"}""";

    private const int CommentsToRead = 20;
    private const int AtOnce = 16;

    /// <param name="commented">How many tickets to comment on; a multiple of twice the greatest number of clients.</param>
    public static async Task<TicketWorld> Make(Product product, Town small, Town large, int commented, int read)
    {
        var (smallSignIn, largeSignIn) = (await product.SignIn(small), await product.SignIn(large));
        var opened = await product.Post(large, largeSignIn, "/api/v1/tickets", NewTicket);
        var ticket = opened.GetProperty("id").GetGuid();
        var answered = await product.Post(large, largeSignIn, CommentsOf(ticket), NewComment);
        var sample = new LimitSample(
            large.Id.Value, ticket, opened.GetProperty("version").GetInt32(), opened.GetRawText(), await VersionOf(ticket),
            answered.GetRawText());

        var toComment = await Many(commented, _ => Open());
        var toRead = await Many(read, _ => Open());
        await Many(read * CommentsToRead, number => product.Post(large, largeSignIn, CommentsOf(toRead[number % read]), NewComment));
        return new(small, large, smallSignIn, largeSignIn, toComment, toRead, sample);

        async Task<Guid> Open() => (await product.Post(large, largeSignIn, "/api/v1/tickets", NewTicket)).GetProperty("id").GetGuid();

        async Task<int> VersionOf(Guid id) =>
            (await product.Get(large, largeSignIn, $"/api/v1/tickets/{id:D}")).GetProperty("version").GetInt32();
    }

    public static string CommentsOf(Guid ticket) => $"/api/v1/tickets/{ticket:D}/comments";

    private static async Task<IReadOnlyList<T>> Many<T>(int count, Func<int, Task<T>> make)
    {
        var made = new T[count];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
                made[number] = await make(number));
        return made;
    }
}
