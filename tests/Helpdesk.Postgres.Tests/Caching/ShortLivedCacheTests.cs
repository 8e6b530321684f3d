using Helpdesk.Postgres.Caching;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Postgres.Tests.Caching;

public sealed class ShortLivedCacheTests
{
    private readonly FakeTimeProvider time = new();
    private int asked;

    [Fact]
    public async Task An_answer_serves_until_it_is_too_old()
    {
        var cache = Cache();

        (await Ask(cache, "a")).ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(2.999));
        (await Ask(cache, "a")).ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(0.001));
        (await Ask(cache, "a")).ShouldBe(2);
    }

    [Fact]
    public async Task What_this_process_changed_is_asked_anew_also_while_a_question_from_before_is_under_way()
    {
        var changes = 0L;
        var cache = new ShortLivedCache<string, int>(TimeSpan.FromSeconds(3), 100, time, changes: _ => changes);
        (await cache.Get("a", _ => Task.FromResult(1), default)).ShouldBe(1);
        changes++;
        cache.TryGet("a", out _).ShouldBeFalse();

        var before = new TaskCompletionSource<int>();
        var first = cache.Get("a", _ => before.Task, default).AsTask();
        changes++;
        var second = cache.Get("a", _ => Task.FromResult(3), default).AsTask();
        before.SetResult(2);

        (await first, await second).ShouldBe((2, 3));
        cache.TryGet("a", out var known).ShouldBeTrue();
        known.ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_that_miss_at_once_one_asks()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<int>();
        var waiting =
            Enumerable.Range(0, 100).Select(_ => cache.Get("a", _ => { asked++; return answer.Task; }, default).AsTask()).ToList();

        answer.SetResult(42);

        (await Task.WhenAll(waiting)).ShouldAllBe(value => value == 42);
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_caller_that_gives_up_leaves_the_others_their_answer()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<int>();
        using var impatient = new CancellationTokenSource();
        var first = cache.Get("a", _ => answer.Task, impatient.Token).AsTask();
        var second = cache.Get("a", _ => answer.Task, default).AsTask();

        await impatient.CancelAsync();
        answer.SetResult(42);

        await Should.ThrowAsync<OperationCanceledException>(first);
        (await second).ShouldBe(42);
    }

    [Fact]
    public async Task All_who_wait_for_a_question_that_fails_share_the_failure_instead_of_failing_one_by_one()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<int>();
        var waiting =
            Enumerable.Range(0, 100).Select(_ => cache.Get("a", _ => { asked++; return answer.Task; }, default).AsTask()).ToList();

        answer.SetException(new StorageException("Away.", new TimeoutException()));

        foreach (var one in waiting)
            await Should.ThrowAsync<StorageException>(one);
        asked.ShouldBe(1);
        (await Ask(cache, "a")).ShouldBe(2, "who comes later asks anew");
    }

    [Fact]
    public async Task A_failure_is_not_kept()
    {
        var cache = Cache();

        await Should.ThrowAsync<InvalidOperationException>(
            cache.Get("a", _ => Task.FromException<int>(new InvalidOperationException()), default).AsTask());
        (await Ask(cache, "a")).ShouldBe(1);
    }

    [Fact]
    public async Task What_is_forgotten_is_asked_anew()
    {
        var cache = Cache();
        await Ask(cache, "a");

        cache.Forget("a");

        (await Ask(cache, "a")).ShouldBe(2);
    }

    [Fact]
    public async Task What_is_forgotten_while_it_is_asked_about_is_not_kept()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<int>();
        var waiting = cache.Get("a", _ => answer.Task, default).AsTask();

        cache.Forget("a");
        answer.SetResult(42);

        (await waiting).ShouldBe(42);
        (await Ask(cache, "a")).ShouldBe(1);
    }

    [Fact]
    public async Task Its_age_counts_from_the_question()
    {
        var cache = Cache();
        var answer = new TaskCompletionSource<int>();
        var waiting = cache.Get("a", _ => answer.Task, default).AsTask();
        time.Advance(TimeSpan.FromSeconds(2));
        answer.SetResult(42);
        (await waiting).ShouldBe(42);

        time.Advance(TimeSpan.FromSeconds(0.9));
        cache.TryGet("a", out _).ShouldBeTrue();
        time.Advance(TimeSpan.FromSeconds(0.1));
        cache.TryGet("a", out _).ShouldBeFalse();
    }

    [Fact]
    public async Task A_hit_costs_hardly_any_memory()
    {
        var cache = new ShortLivedCache<(Guid, Guid), string>(TimeSpan.FromMinutes(1), 1_000, TimeProvider.System);
        var key = (Guid.NewGuid(), Guid.NewGuid());
        await cache.Get(key, _ => Task.FromResult("here"), default);
        cache.TryGet(key, out _);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1_000; i++)
            cache.TryGet(key, out _);

        ((GC.GetAllocatedBytesForCurrentThread() - before) / 1_000).ShouldBeLessThan(200);
    }

    [Fact]
    public async Task Ids_that_differ_anywhere_are_different_keys()
    {
        var cache = new ShortLivedCache<(Guid, Guid), int>(TimeSpan.FromMinutes(1), 1_000, TimeProvider.System);
        var (one, two) = (Guid.NewGuid(), Guid.NewGuid());
        foreach (var key in ((Guid, Guid)[])[(one, two), (two, one), (one, one), (one, Guid.Empty), (Guid.Empty, one)])
            await cache.Get(key, _ => Task.FromResult(++asked), default);

        asked.ShouldBe(5);
    }

    [Fact]
    public async Task It_never_outgrows_its_capacity_and_keeps_what_is_used()
    {
        var cache = Cache(capacity: 100);
        for (var i = 0; i < 10_000; i++)
        {
            await Ask(cache, $"key {i}");
            await Ask(cache, "busy");
        }

        asked.ShouldBe(10_001);
    }

    [Fact]
    public async Task While_the_record_is_away_what_may_outlive_it_does_for_so_long()
    {
        var cache = new ShortLivedCache<string, int>(
            TimeSpan.FromSeconds(3), 1000, time, new(TimeSpan.FromMinutes(10), answer => answer == 1));
        await Ask(cache, "a");
        await Ask(cache, "b");

        for (var seconds = 0; seconds < 596; seconds += 4)
        {
            time.Advance(TimeSpan.FromSeconds(4));
            (await AskInVain(cache, "a")).ShouldBe(1);
        }

        (cache.Knows("a"), cache.Knows("b"), cache.Knows("c")).ShouldBe((true, true, false));

        await Should.ThrowAsync<StorageException>(AskInVain(cache, "b").AsTask());
        time.Advance(TimeSpan.FromSeconds(4));
        await Should.ThrowAsync<StorageException>(AskInVain(cache, "a").AsTask());
        (await Ask(cache, "a")).ShouldBe(3);
    }

    [Fact]
    public async Task A_fault_that_is_not_the_records_absence_is_not_covered_up()
    {
        var cache = new ShortLivedCache<string, int>(TimeSpan.FromSeconds(3), 1000, time, new(TimeSpan.FromMinutes(10), _ => true));
        await Ask(cache, "a");
        time.Advance(TimeSpan.FromSeconds(4));

        await Should.ThrowAsync<InvalidOperationException>(
            cache.Get("a", _ => Task.FromException<int>(new InvalidOperationException()), default).AsTask());
    }

    [Fact]
    public async Task When_the_databases_answers_are_overdue_what_was_known_is_told_without_waiting_for_them()
    {
        var silence = new DatabaseSilence();
        var cache = new ShortLivedCache<string, int>(
            TimeSpan.FromSeconds(3), 1000, time, new(TimeSpan.FromMinutes(10), answer => answer == 1), silence);
        await Ask(cache, "a");
        await Ask(cache, "b");
        time.Advance(TimeSpan.FromSeconds(4));
        var never = new TaskCompletionSource<int>();

        var already = cache.Get("a", _ => never.Task, default).AsTask();
        var mayNotOutlive = cache.Get("b", _ => never.Task, default).AsTask();
        already.IsCompleted.ShouldBeFalse();
        var pulse = Pulse.Of(TimeSpan.FromSeconds(3));
        while (!pulse.IsInDoubt)
            pulse = pulse.Missed();
        await silence.Follow(pulse);

        (await already).ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(4));
        (await cache.Get("a", _ => never.Task, default)).ShouldBe(1);
        mayNotOutlive.IsCompleted.ShouldBeFalse();

        while (!pulse.IsSilent)
            pulse = pulse.Missed();
        await silence.Follow(pulse);
        (await cache.Get("a", _ => never.Task, default)).ShouldBe(1);
        Action joins = () => cache.Get("b", _ => never.Task, default).AsTask();
        Should.Throw<StorageException>(joins);

        await silence.Follow(pulse.Heard());
        never.SetResult(7);
        (await mayNotOutlive).ShouldBe(7);
        time.Advance(TimeSpan.FromSeconds(4));
        (await cache.Get("a", _ => never.Task, default)).ShouldBe(7);
    }

    private static ValueTask<int> AskInVain(ShortLivedCache<string, int> cache, string key) =>
        cache.Get(key, _ => Task.FromException<int>(new StorageException("Away.", new TimeoutException())), default);

    private ShortLivedCache<string, int> Cache(int capacity = 1000) => new(TimeSpan.FromSeconds(3), capacity, time);

    private ValueTask<int> Ask(ShortLivedCache<string, int> cache, string key) => cache.Get(key, _ => Task.FromResult(++asked), default);
}
