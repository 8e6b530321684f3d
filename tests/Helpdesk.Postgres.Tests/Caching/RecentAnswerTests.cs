using Helpdesk.Postgres.Caching;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Postgres.Tests.Caching;

public sealed class RecentAnswerTests
{
    private readonly FakeTimeProvider time = new();

    [Fact]
    public async Task Who_does_not_wait_for_the_database_is_told_what_it_said_lately_and_nobody_else_is()
    {
        var silence = new DatabaseSilence();
        var cache = new ShortLivedCache<string, int>(
            TimeSpan.FromSeconds(3), 1000, time, new(TimeSpan.FromMinutes(10), _ => false), silence);
        await cache.Get("a", _ => Task.FromResult(1), default);
        await cache.Get("ended", _ => Task.FromResult(1), default);
        cache.Forget("ended");
        time.Advance(TimeSpan.FromMinutes(1));
        var never = new TaskCompletionSource<int>();
        var pulse = Pulse.Of(TimeSpan.FromSeconds(3));
        while (!pulse.IsInDoubt)
            pulse = pulse.Missed();
        await silence.Follow(pulse);

        (await cache.GetOrRecent("a", _ => never.Task, TimeSpan.FromMinutes(10), default)).ShouldBe(1);
        cache.Get("a", _ => never.Task, default).IsCompleted.ShouldBeFalse();
        while (!pulse.IsSilent)
            pulse = pulse.Missed();
        await silence.Follow(pulse);

        (await cache.GetOrRecent("a", _ => never.Task, TimeSpan.FromMinutes(10), default)).ShouldBe(1);
        await Should.ThrowAsync<StorageException>(cache.GetOrRecent("ended", _ => never.Task, TimeSpan.FromMinutes(10), default).AsTask());
        time.Advance(TimeSpan.FromMinutes(9));
        await Should.ThrowAsync<StorageException>(cache.GetOrRecent("a", _ => never.Task, TimeSpan.FromMinutes(10), default).AsTask());
    }
}
