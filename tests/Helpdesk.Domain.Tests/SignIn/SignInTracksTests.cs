using Helpdesk.Domain.SignIn;

namespace Helpdesk.Domain.Tests.SignIn;

/// <summary>Guessing does not lock the owner out: strangers slow down strangers. Vectors, with the counting done in memory.</summary>
public sealed class SignInTracksTests
{
    private const string Home = "203.0.113.7", Guesser = "198.51.100.9";
    private static readonly Instant Start = Some.Moment();

    private readonly Dictionary<string, FailedTries> counts = [];
    private readonly HashSet<string> known = [Home];

    [Theory]
    [InlineData(false, false, new[] { TryTrack.Pair, TryTrack.Strangers, TryTrack.Network })]
    [InlineData(false, true, new[] { TryTrack.Pair })]
    [InlineData(true, false, new[] { TryTrack.Device })]
    [InlineData(true, true, new[] { TryTrack.Device })]
    public void Whose_waits_hold_depends_on_where_one_comes_from(bool device, bool network, TryTrack[] tracks)
    {
        SignInTracks.Waiting(device, network).ShouldBe(tracks);
        SignInTracks.Reserved(device, network).ShouldBe(tracks.Where(track => track is not TryTrack.Network));
    }

    [Fact]
    public void Fifty_five_guesses_from_changing_networks_keep_nobody_out_who_signed_in_from_theirs()
    {
        for (var i = 0; i < 55; i++)
            Guess($"192.0.2.{i}", Start);

        Wait(Home, Start).ShouldBe(Duration.Zero);
        Wait("192.0.2.200", Start).ShouldBeGreaterThan(Duration.Zero, "another stranger has to wait");
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
        }
    }

    [Fact]
    public void Five_guesses_from_the_owners_network_make_the_sixth_wait_there_and_nowhere_else()
    {
        for (var i = 0; i < 5; i++)
            Guess(Home, Start);

        Wait(Home, Start).ShouldBe(Duration.FromSeconds(30));
        Wait(Guesser, Start).ShouldBe(Duration.Zero);
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
        for (var i = 0; i < 55; i++)
            Guess($"192.0.2.{i}", Start);
        Wait(Guesser, Start).ShouldBeGreaterThan(Duration.Zero);

        known.Add(Guesser);

        Wait(Guesser, Start).ShouldBe(Duration.Zero);
    }

    private Duration Wait(string network, Instant now, string email = "owner@example.org") => Tracks(network, email)
        .Select(track => SignInTracks.Backoff(track).Wait(Count(track, network, email, now), now)).Max();

    private void Guess(string network, Instant now, string email = "owner@example.org")
    {
        if (Wait(network, now, email) > Duration.Zero)
            return;
        var isKnown = IsKnown(network, email);
        foreach (var track in SignInTracks.Reserved(false, isKnown).Concat(SignInTracks.Failed(false)))
            counts[SignInTracks.Subject(track, Try(network, email, now))] = SignInTracks.Backoff(track).Charge(
                Count(track, network, email, now), now);
    }

    private IReadOnlyList<TryTrack> Tracks(string network, string email) => SignInTracks.Waiting(false, IsKnown(network, email));

    private bool IsKnown(string network, string email) => email == "owner@example.org" && known.Contains(network);

    private FailedTries Count(TryTrack track, string network, string email, Instant now) =>
        counts.GetValueOrDefault(SignInTracks.Subject(track, Try(network, email, now)), new(0, now));

    private static SignInTry Try(string network, string email, Instant now) => new(Some.Tenant(), email, network, null, now);
}
