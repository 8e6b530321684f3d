using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Tests.Tickets;

public sealed class TicketReadingTests
{
    private readonly AccountId anna = Some.Account();
    private readonly AccountId bert = Some.Account();

    [Fact]
    public void The_last_act_of_others_is_known_for_everybody_however_the_acts_lie()
    {
        var random = new Random(4711);
        AccountId?[] people = [anna, bert, Some.Account(), null];
        for (var story = 0; story < 500; story++)
        {
            var acts = Enumerable.Range(1, random.Next(1, 12)).Select(version => (Version: version, By: people[random.Next(people.Length)]))
                .ToList();
            var cut = random.Next(acts.Count + 1);
            var whole = Folded(acts);
            var inParts = Folded(acts.Take(cut)).Then(Folded(acts.Skip(cut)));
            foreach (var reader in new[] { anna, bert })
            {
                var last = acts.LastOrDefault(act => act.By != reader).Version;
                whole.OfOthersThan(reader).ShouldBe(last);
                inParts.OfOthersThan(reader).ShouldBe(last);
            }
        }

        static LastActs Folded(IEnumerable<(int Version, AccountId? By)> acts) =>
            acts.Aggregate(LastActs.None, (state, act) => state.After(act.Version, act.By));
    }

    [Fact]
    public void Ones_own_acts_make_nothing_unread_and_hide_nothing_that_others_did_before()
    {
        var acts = LastActs.None.After(1, anna);
        TicketReading.IsUnread(acts, anna, read: null).ShouldBeFalse();
        TicketReading.IsUnread(acts, bert, read: null).ShouldBeTrue();

        acts = acts.After(2, bert);
        TicketReading.IsUnread(acts, bert, read: 1).ShouldBeFalse();
        TicketReading.IsUnread(acts, anna, read: 1).ShouldBeTrue();
        TicketReading.IsUnread(acts.After(3, anna), anna, read: 1).ShouldBeTrue();
        TicketReading.IsUnread(acts.After(3, anna), anna, read: 2).ShouldBeFalse();
        TicketReading.IsUnread(LastActs.None, anna, TicketReading.MarkedUnread).ShouldBeTrue();
    }

    [Fact]
    public void Whoever_says_something_has_read_what_stands_before_it_and_whoever_sorts_has_not()
    {
        SpokenBy(TicketHistory.Said()).ShouldBe([anna]);
        SpokenBy(TicketHistory.Said(visibility: Visibility.Internal)).ShouldBe([anna]);
        SpokenBy(new TicketEvent.ResolutionConfirmed("Danke")).ShouldBe([anna]);
        SpokenBy(new TicketEvent.ReopenRequested(null)).ShouldBe([anna]);
        SpokenBy(new TicketEvent.Tagged("drucker"), new TicketEvent.Assigned(null, anna)).ShouldBeEmpty();
        TicketReading.SpokenBy([new(1, Some.Moment(), null, TicketHistory.Said())]).ShouldBeEmpty("the platform reads nothing");

        IEnumerable<AccountId> SpokenBy(params TicketEvent[] events) =>
            TicketReading.SpokenBy(events.Select((what, at) => new Recorded<TicketEvent>(at + 1, Some.Moment(), anna, what)));
    }

    [Fact]
    public void Customers_have_nothing_to_read_in_what_they_do_not_see_and_bookkeeping_is_for_nobody()
    {
        Recorded<TicketEvent>[] events =
        [
            new(1, Some.Moment(), anna, TicketHistory.Opened()),
            new(2, Some.Moment(), bert, TicketHistory.Said()),
            new(3, Some.Moment(), bert, TicketHistory.Said(visibility: Visibility.Internal)),
            new(4, Some.Moment(), null, new TicketEvent.Tagged("drucker")),
        ];

        var (staff, customers) = TicketReading.Of(events, publicBefore: 0);

        staff.ShouldBe(new LastActs(3, bert, 1));
        customers.ShouldBe(new LastActs(2, bert, 1));
        TicketReading.LastCommentIn(events).ShouldBe(new LastComment(events[1].At, FromStaff: true));
    }
}
