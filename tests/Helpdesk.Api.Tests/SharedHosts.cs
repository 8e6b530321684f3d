using Helpdesk.Api.Tests.Mail;
using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Helpdesk.Api.Tests.SharedHostsFirst", "Helpdesk.Api.Tests")]

namespace Helpdesk.Api.Tests;

/// <summary>
/// The hosts that test classes share. To start one takes seconds and a database, so a new class joins the first of these that it fits:
/// </summary>
/// <remarks>
/// <list type="number">
/// <item><see cref="TwoTowns"/>: it neither moves the clock nor makes a municipality.</item>
/// <item><see cref="QueuePages"/>, <see cref="TicketPages"/>: the same, in a browser. Two, because each test there takes seconds: one about
/// lists and what leads to tickets, one about a ticket and what is written there.</item>
/// <item><see cref="ManyTowns"/>: it makes municipalities of its own and leaves the clock alone.</item>
/// <item><see cref="MovedForPeople"/>: it moves the clock, and is about people, their sessions and tokens. Hardly any ticket is here, so
/// nothing comes due when two weeks pass.</item>
/// <item><see cref="MovedForTowns"/>: it moves the clock, and is about municipalities and tickets.</item>
/// <item><see cref="Mailing"/>: a mail server takes what is sent, at a clock that is moved. Each test starts it and stops it.</item>
/// <item>None: it has a host of its own, as <c>IClassFixture&lt;ApiFixture&gt;</c>, because it takes the database away, rotates the keys,
/// counts rows of the whole database or tries each of them, measures load, leaves a municipality of the fixture changed, or takes minutes:
/// others would wait behind it.</item>
/// </list>
/// Classes of one collection run one after another, in any order. Each test therefore makes its own people and signs them in itself, with
/// <c>Some.Email()</c>: after another class nobody's token may be good any longer. It takes names that are its own, expects others' tickets
/// and people in lists and asks for its own, puts back what it changes in a municipality of the fixture, and never expects a date.
/// Wrong passwords are counted for the whole network, of which all tests are part: a hundred within an hour, and everybody waits.
/// </remarks>
internal static class SharedHosts
{
    public const string TwoTowns = "Two towns";
    public const string QueuePages = "Pages of queues";
    public const string TicketPages = "Pages of tickets";
    public const string ManyTowns = "Many towns";
    public const string MovedForPeople = "Moved clock, people";
    public const string MovedForTowns = "Moved clock, towns";
    public const string Mailing = "Mailing";
}

[CollectionDefinition(SharedHosts.TwoTowns)]
public sealed class TwoTowns : ICollectionFixture<ApiFixture>;

[CollectionDefinition(SharedHosts.QueuePages)]
public sealed class QueuePages : ICollectionFixture<ApiFixture>;

[CollectionDefinition(SharedHosts.TicketPages)]
public sealed class TicketPages : ICollectionFixture<ApiFixture>;

[CollectionDefinition(SharedHosts.ManyTowns)]
public sealed class ManyTowns : ICollectionFixture<ApiFixture>;

[CollectionDefinition(SharedHosts.MovedForPeople)]
public sealed class MovedForPeople : ICollectionFixture<ApiFixture>;

[CollectionDefinition(SharedHosts.MovedForTowns)]
public sealed class MovedForTowns : ICollectionFixture<ApiFixture>;

[CollectionDefinition(SharedHosts.Mailing)]
public sealed class Mailing : ICollectionFixture<MailingApi>;

/// <summary>Those that take longest begin first; what is short fills up the time beside them.</summary>
public sealed class SharedHostsFirst : ITestCollectionOrderer
{
    // Minutes each, one test after another: begun last, they would run alone at the end.
    private static readonly string[] Longest =
        [nameof(Feed.BrokenRowTests), nameof(Web.EveryPageTests), nameof(BadInput.EveryMemberTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> collections) =>
        collections.OrderBy(collection => !Longest.Any(name => collection.DisplayName.EndsWith($".{name}", StringComparison.Ordinal)))
            .ThenBy(collection => collection.CollectionDefinition is null)
            .ThenBy(collection => collection.DisplayName, StringComparer.Ordinal);
}
