using Helpdesk.Grains.Due;
using Microsoft.Extensions.Options;

namespace Helpdesk.Grains.Tests.Due;

public sealed class SweepPaceTests
{
    [Fact]
    public async Task However_many_shards_have_something_due_no_more_than_allowed_is_worked_on_at_once_and_all_of_it_is_done()
    {
        using var pace = new SweepPace(Options.Create(new SweeperOptions { Concurrency = 2 }));
        var (working, most, counting) = (0, 0, new Lock());
        var twoAreIn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

        var done = await Task.WhenAll(Enumerable.Range(0, 20).Select(place => Task.Run(() => pace.Run(
            async () =>
            {
                lock (counting)
                {
                    most = Math.Max(most, ++working);
                    if (working == 2)
                        twoAreIn.TrySetResult();
                }

                await twoAreIn.Task;
                await Task.Yield();
                lock (counting)
                    working--;
                return place;
            },
            default))));

        most.ShouldBe(2);
        done.Order().ShouldBe(Enumerable.Range(0, 20));
    }

    [Fact]
    public async Task A_failure_gives_its_place_back()
    {
        using var pace = new SweepPace(Options.Create(new SweeperOptions { Concurrency = 1 }));

        await Should.ThrowAsync<InvalidOperationException>(() => pace.Run<int>(() => throw new InvalidOperationException(), default));

        (await pace.Run(() => Task.FromResult(1), default)).ShouldBe(1);
    }
}
