using Helpdesk.Domain.Live;

namespace Helpdesk.Domain.Tests.Live;

public sealed class PresenceBoardTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 12, 1, 12, 0);
    private readonly TicketId ticket = new(Guid.NewGuid());
    private readonly AccountId anna = new(Guid.NewGuid());
    private readonly AccountId ben = new(Guid.NewGuid());

    [Fact]
    public void Who_says_it_again_stays_since_they_came_and_who_does_not_is_gone_after_twenty_five_seconds()
    {
        var board = PresenceBoard.Empty.Show(ticket, anna, PresenceState.Reading, Now);
        var again = board.Show(ticket, anna, PresenceState.Reading, Now + Duration.FromSeconds(20));

        again.At(ticket).People.ShouldHaveSingleItem().ShouldBe(
            new(anna, PresenceState.Reading, Now, Now + Duration.FromSeconds(45)));
        board.Without(Now + Duration.FromSeconds(24)).At(ticket).People.Length.ShouldBe(1);
        board.Without(Now + Duration.FromSeconds(25)).At(ticket).People.ShouldBeEmpty();
        again.Without(Now + Duration.FromSeconds(25)).At(ticket).People.Length.ShouldBe(1);
    }

    [Fact]
    public void Another_state_begins_anew_and_leaving_takes_nobody_else_away()
    {
        var board = PresenceBoard.Empty.Show(ticket, anna, PresenceState.Reading, Now)
            .Show(ticket, ben, PresenceState.Reading, Now + Duration.FromSeconds(1))
            .Show(ticket, anna, PresenceState.WritingAnswer, Now + Duration.FromSeconds(2));

        board.At(ticket).People.Select(one => (one.Account, one.State)).ShouldBe(
            [(ben, PresenceState.Reading), (anna, PresenceState.WritingAnswer)]);
        board.Leave(ticket, anna).At(ticket).People.ShouldHaveSingleItem().Account.ShouldBe(ben);
        board.Leave(ticket, anna).Leave(ticket, ben).Watched.ShouldBeEmpty();
    }

    [Fact]
    public void An_account_is_at_twenty_tickets_at_most_and_leaves_the_oldest()
    {
        var board = PresenceBoard.Empty.Show(ticket, anna, PresenceState.Reading, Now).Show(ticket, ben, PresenceState.Reading, Now);
        for (var other = 1; other <= PresenceBoard.MostTickets; other++)
            board = board.Show(new(Guid.NewGuid()), anna, PresenceState.Reading, Now + Duration.FromSeconds(other));

        board.At(ticket).People.ShouldHaveSingleItem().Account.ShouldBe(ben);
        board.Watched.Count().ShouldBe(PresenceBoard.MostTickets + 1);
    }
}
