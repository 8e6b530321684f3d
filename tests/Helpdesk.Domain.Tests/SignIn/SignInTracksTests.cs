namespace Helpdesk.Domain.Tests.SignIn;

/// <summary>Guessing keeps the owner out nowhere, and is bounded. Scenarios, with the counting done in memory.</summary>
public sealed class SignInTracksTests
{
    private const string Home = "203.0.113.7", Fresh = "198.51.100.9", Owner = "owner@example.org";
    private static readonly Instant Start = Some.Moment();

    private readonly Dictionary<string, FailedTries> counts = [];
    private readonly HashSet<string> known = [Home];

    [Theory]
    [InlineData(false, false, new[] { TryTrack.Pair, TryTrack.Block, TryTrack.Network })]
    [InlineData(false, true, new[] { TryTrack.Pair })]
    [InlineData(true, false, new[] { TryTrack.Device })]
    [InlineData(true, true, new[] { TryTrack.Device })]
    public void Whose_waits_hold_depends_on_where_one_comes_from(bool device, bool network, TryTrack[] tracks)
    {
        SignInTracks.Waiting(device, network).ShouldBe(tracks);
        SignInTracks.Reserved(device).ShouldBe(tracks[0]);
    }

    [Theory]
    [InlineData(Home, "they signed in from there before")]
    [InlineData(Fresh, "nothing failed there")]
    public void However_many_guess_from_changing_networks_the_owner_gets_in_at_once(string network, string because)
    {
        for (var i = 0; i < 5_000; i++)
            Guess($"10.0.{i / 256}.{i % 256}", Start);

        Wait(network, Start).ShouldBe(Duration.Zero, because);
    }

    [Fact]
    public void It_stays_so_for_as_long_as_the_guessing_goes_on()
    {
        for (var hour = 0; hour < 72; hour++)
        {
            var now = Start + Duration.FromHours(hour);
            for (var i = 0; i < 60; i++)
                Guess($"10.{hour}.0.{i}", now);
            Wait(Home, now).ShouldBe(Duration.Zero, $"after {hour} hours");
            Wait(Fresh, now).ShouldBe(Duration.Zero, $"after {hour} hours");
        }
    }

    [Fact]
    public void Who_mistypes_in_a_new_place_while_strangers_guess_has_two_more_tries_and_then_a_minute_that_nobody_makes_longer()
    {
        var random = new Random(25);
        GuessFromEverywhere(Start);
        for (var i = 0; i < 3; i++)
        {
            Wait(Fresh, Start).ShouldBe(Duration.Zero);
            Guess(Fresh, Start);
        }

        var later = Start;
        for (var i = 0; i < 500; i++)
        {
            later += Duration.FromSeconds(random.Next(1, 10));
            Guess($"10.1.{random.Next(256)}.{random.Next(256)}", later);
            Wait(Fresh, later).ShouldBe(Duration.Max(Duration.Zero, Start + Duration.FromMinutes(1) - later));
        }
    }

    [Theory]
    [InlineData(false, 51)]
    [InlineData(true, 13)]
    public void One_network_has_so_many_guesses_a_day(bool everybodyGuesses, int most)
    {
        if (everybodyGuesses)
            GuessFromEverywhere(Start);

        GuessesOfADay(["192.0.2.200"]).ShouldBe(most);
    }

    [Fact]
    public void On_every_further_day_it_has_two_however_it_waits()
    {
        for (var day = 0; day < 10; day++)
            GuessFromEverywhere(Start + Duration.FromDays(day));
        GuessesOfADay(["192.0.2.200"]);

        for (var day = 1; day < 10; day++)
            GuessesOfADay(["192.0.2.200"], day: day).ShouldBeLessThanOrEqualTo(2, $"day {day}");
    }

    [Fact]
    public void Many_networks_have_thirteen_guesses_each_on_the_first_day_and_some_before_it_is_noticed() =>
        GuessesOfADay([.. Enumerable.Range(0, 300).Select(i => $"10.0.{i / 256}.{i % 256}")]).ShouldBeInRange(300, 300 * 13 + 150);

    [Fact]
    public void Networks_that_cost_nothing_share_their_guesses() =>
        GuessesOfADay([.. Enumerable.Range(0, 100).Select(i => $"2001:db8:7:{i:x}::/64")], "2001:db8:7::/48").ShouldBeInRange(60, 95);

    [Fact]
    public void A_day_after_the_first_of_them_strangers_are_forgotten()
    {
        GuessFromEverywhere(Start);

        SignInTracks.IsGuessedAt(Count(TryTrack.Strangers, Try(Fresh, Owner, Start)), Start + Duration.FromHours(23)).ShouldBeTrue();
        SignInTracks.IsGuessedAt(Count(TryTrack.Strangers, Try(Fresh, Owner, Start)), Start + Duration.FromHours(24)).ShouldBeFalse();
    }

    [Fact]
    public void Five_guesses_from_the_owners_network_make_the_sixth_wait_there_and_nowhere_else()
    {
        for (var i = 0; i < 5; i++)
            Guess(Home, Start);

        Wait(Home, Start).ShouldBe(Duration.FromSeconds(30));
        Wait(Fresh, Start).ShouldBe(Duration.Zero);
    }

    [Fact]
    public void Guesses_at_others_from_a_town_halls_network_do_not_keep_its_people_out()
    {
        for (var i = 0; i < 150; i++)
            Guess(Home, Start, $"person{i}@example.org");

        Wait(Home, Start).ShouldBe(Duration.Zero, "they signed in from there before");
        Wait(Home, Start, "person200@example.org").ShouldBeGreaterThan(Duration.Zero, "a stranger there has to wait");
    }

    [Fact]
    public void Whoever_followed_a_link_from_their_mailbox_is_no_stranger_where_they_are()
    {
        GuessFromEverywhere(Start);
        for (var i = 0; i < 4; i++)
            Guess(Fresh, Start);
        Wait(Fresh, Start).ShouldBeGreaterThan(Duration.Zero);

        counts.Remove(SignInTracks.Subject(TryTrack.Pair, Try(Fresh, Owner, Start))!);
        known.Add(Fresh);

        Wait(Fresh, Start).ShouldBe(Duration.Zero);
    }

    private void GuessFromEverywhere(Instant now)
    {
        for (var i = 0; i < 55; i++)
            Guess($"192.0.2.{i}", now);
    }

    // As eager as they can be: each network tries whenever it may.
    private int GuessesOfADay(IReadOnlyList<string> networks, string? block = null, int day = 0)
    {
        var (judged, begin) = (0, Start + Duration.FromDays(day));
        var eager = networks.ToDictionary(network => network, network => begin + Wait(network, begin, block: block));
        while (eager.MinBy(next => next.Value) is var (network, now) && now < begin + Duration.FromHours(24))
        {
            judged += Guess(network, now, block: block) ? 1 : 0;
            eager[network] = now + Duration.Max(Duration.FromSeconds(1), Wait(network, now, block: block));
        }

        return judged;
    }

    private Duration Wait(string network, Instant now, string email = Owner, string? block = null)
    {
        var (attempt, isKnown) = (Try(network, email, now, block), IsKnown(network, email));
        var isStrict = !isKnown && SignInTracks.IsGuessedAt(Count(TryTrack.Strangers, attempt), now);
        return SignInTracks.Waiting(false, isKnown).Select(track => SignInTracks.Backoff(track, isStrict).Wait(Count(track, attempt), now))
            .Max();
    }

    private bool Guess(string network, Instant now, string email = Owner, string? block = null)
    {
        if (Wait(network, now, email, block) > Duration.Zero)
            return false;
        var (attempt, isKnown) = (Try(network, email, now, block), IsKnown(network, email));
        foreach (var track in SignInTracks.Failed(false, isKnown).Append(SignInTracks.Reserved(false)))
        {
            if (SignInTracks.Subject(track, attempt) is not { } subject)
                continue;
            var before = Count(track, attempt);
            counts[subject] = track is not TryTrack.Strangers ? SignInTracks.Backoff(track).Charge(before, now)
                : before.Count > 0 && now < before.LastAt + SignInTracks.StrangersDay ? before with { Count = before.Count + 1 }
                : new(1, now);
        }

        return true;
    }

    private bool IsKnown(string network, string email) => email == Owner && known.Contains(network);

    private FailedTries Count(TryTrack track, SignInTry attempt) =>
        SignInTracks.Subject(track, attempt) is { } subject ? counts.GetValueOrDefault(subject, new(0, attempt.At)) : default;

    private static SignInTry Try(string network, string email, Instant now, string? block = null) =>
        new(Some.Tenant(), email, network, null, now, block);
}
