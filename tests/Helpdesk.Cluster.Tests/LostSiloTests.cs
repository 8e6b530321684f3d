namespace Helpdesk.Cluster.Tests;

/// <summary>A silo is gone from one moment to the next, while people work.</summary>
public sealed class LostSiloTests(ClusterFixture fixture) : ClusterTest(fixture)
{
    [Fact]
    public async Task One_of_three_is_killed_and_nothing_is_lost_and_nobody_is_refused()
    {
        await using var load = await Load();

        await Cluster.Silos[2].Kill();
        await load.Acknowledges(500);

        await Loses_nothing_and_refuses_nobody(load);
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);
    }

    [Fact]
    public async Task One_that_stood_still_for_40_seconds_ends_itself_and_nothing_is_lost_and_nobody_is_refused()
    {
        var frozen = Cluster.Silos[1];
        await using var load = await Load(clients: 4);

        frozen.Freeze();
        await Task.Delay(TimeSpan.FromSeconds(40));
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);
        frozen.Thaw();
        // It goes on with what it was doing, and learns only then that its grains are elsewhere.
        await frozen.Ends();
        frozen.ExitCode.ShouldBe(70, "service managers start again what ended with a code");
        await load.Acknowledges(50);

        await Loses_nothing_and_refuses_nobody(load);
    }

    [Fact]
    public async Task All_are_killed_and_the_first_that_comes_back_works_within_a_minute()
    {
        await using (var load = await Load())
        {
            await Task.WhenAll(Cluster.Silos.Select(silo => silo.Kill()));

            Cluster.Silos[0].Start();
            await Cluster.Silos[0].BecomesReady().WaitAsync(TimeSpan.FromSeconds(60));
            await load.Acknowledges(100);

            await Loses_nothing(load);
        }
    }

    [FactWithFaketime]
    public async Task One_whose_clock_is_twenty_seconds_behind_joins_and_does_its_part()
    {
        var late = Cluster.Silos[1];
        await late.Kill();
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);
        await using var load = await Load();

        late.Start(FactWithFaketimeAttribute.Ahead(TimeSpan.FromSeconds(-20)));
        await late.BecomesReady();
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 3);
        await load.Acknowledges(100);
        // Two are left, and one of them has the wrong time: they still agree that the third is dead.
        await Cluster.Silos[2].Kill();
        await load.Acknowledges(300);
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);

        await Loses_nothing_and_refuses_nobody(load);
        late.Runs.ShouldBeTrue();
        await late.Stop();
    }

    [FactWithFaketime]
    public async Task One_whose_clock_is_ten_minutes_ahead_is_not_ready_and_what_is_due_is_left_to_the_others()
    {
        var early = Cluster.Silos[1];
        await early.Kill();
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);

        early.Start(FactWithFaketimeAttribute.Ahead(TimeSpan.FromMinutes(10)));
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 3);
        (await early.IsReady()).ShouldBeFalse();
        // All sweepers begin anew, some of them there.
        await Cluster.Silos[2].Kill();
        await Fixture.MakeDue("now() - interval '1 second'");
        await Fixture.MakeDue("now() + interval '5 minutes'");

        await ClusterFixture.Until(async () => await Fixture.Waiting("due_at <= now()") == 0);
        (await Fixture.Waiting("due_at > now() and due_at < now() + interval '5 minutes'")).ShouldBe(ClusterFixture.ManyDue);
        (await early.IsReady()).ShouldBeFalse();
        await early.Stop();
    }

    [FactWithFaketime]
    public async Task One_that_was_forty_days_ahead_does_its_part_as_soon_as_its_clock_is_put_right()
    {
        var early = Cluster.Silos[1];
        await early.Kill();
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);
        var clock = Path.Combine(Path.GetDirectoryName(early.Log)!, "clock-of-silo-2");

        early.Start(FactWithFaketimeAttribute.SetBy(clock, TimeSpan.FromDays(40)));
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 3);
        (await early.IsReady()).ShouldBeFalse();
        await File.WriteAllTextAsync(clock, "+0s");
        await early.BecomesReady();

        await using var load = await Load();
        await load.Acknowledges(300);
        // Two are left, one of which had the wrong time: it must still look after the others, and they after it.
        await Cluster.Silos[2].Kill();
        await load.Acknowledges(300);
        await ClusterFixture.Until(async () => await Fixture.ActiveSilos() == 2);
        await Loses_nothing_and_refuses_nobody(load);
        early.Runs.ShouldBeTrue();
        await early.Stop();
    }
}
