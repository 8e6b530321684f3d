using Helpdesk.Grains.Due;
using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.Tests.Due;

public sealed class SweepPaceTests
{
    private static readonly TimeSpan JustDue = SweepPace.Urgent - TimeSpan.FromTicks(1);

    [Theory]
    [InlineData(4, false, 2)]
    [InlineData(4, true, 4)]
    [InlineData(1, false, 1)]
    public async Task However_many_shards_have_something_due_no_more_than_allowed_is_worked_on_at_once_and_all_of_it_is_done(
        int concurrency, bool late, int atOnce)
    {
        using var pace = new SweepPace(Options.Create(new SweeperOptions { Concurrency = concurrency }));
        var (working, most, counting) = (0, 0, new Lock());
        var allAreIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(place => Task.Run(() => pace.Run(
            late ? SweepPace.Urgent : JustDue,
            async () =>
            {
                lock (counting)
                {
                    most = Math.Max(most, ++working);
                    if (working == atOnce)
                        allAreIn.TrySetResult();
                }

                await allAreIn.Task;
                await Task.Yield();
                lock (counting)
                    working--;
                return place;
            },
            default))));

        most.ShouldBe(atOnce);
        done.Order().ShouldBe(Enumerable.Range(0, 20));
    }

    [Fact]
    public async Task A_failure_gives_its_place_back()
    {
        using var pace = new SweepPace(Options.Create(new SweeperOptions { Concurrency = 1 }));

        await Should.ThrowAsync<InvalidOperationException>(
            () => pace.Run<int>(JustDue, () => throw new InvalidOperationException(), default));

        (await pace.Run(JustDue, () => Task.FromResult(1), default)).ShouldBe(1);
    }
}
