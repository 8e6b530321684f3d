namespace Orleans.Local.Tests.Lifecycle;

public sealed class StatelessWorkerTests
{
    [Fact]
    public async Task Calls_of_one_key_run_side_by_side_up_to_the_limit()
    {
        await using var silo = await TestSilo.Start();
        var worker = silo.Grains.GetGrain<IWorkerGrain>("a");

        var (first, second) = (worker.Meet("first", "second"), worker.Meet("second", "first"));
        await Task.WhenAll(first, second);

        (await first).ShouldNotBe(await second);
    }

    [Fact]
    public async Task A_call_over_the_limit_waits_for_a_worker()
    {
        await using var silo = await TestSilo.Start();
        var worker = silo.Grains.GetGrain<IWorkerGrain>("a");
        var busy = new[] { worker.Meet("one", "end"), worker.Meet("two", "end") };
        await silo.Signals.At("one");
        await silo.Signals.At("two");

        var third = worker.Meet("three", "three");

        silo.Signals.IsOpen("three").ShouldBeFalse();
        silo.Signals.Open("end");
        var workers = await Task.WhenAll([.. busy, third]);
        workers.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task An_idle_worker_takes_the_next_call_and_workers_end_when_idle()
    {
        await using var silo = await TestSilo.Start();
        var worker = silo.Grains.GetGrain<IWorkerGrain>("a");
        var first = await worker.Meet("x", "x");
        (await worker.Meet("x", "x")).ShouldBe(first);

        silo.Clock.Advance(TimeSpan.FromMinutes(20));
        await silo.Signals.At($"{first} ended");

        (await worker.Meet("x", "x")).ShouldNotBe(first);
    }
}

public interface IWorkerGrain : IGrainWithStringKey
{
    Task<Guid> Meet(string here, string there);
}

[StatelessWorker(2)]
public sealed class WorkerGrain(Signals signals) : Grain, IWorkerGrain
{
    private readonly Guid id = Guid.NewGuid();

    public async Task<Guid> Meet(string here, string there)
    {
        signals.Open(here);
        await signals.At(there);
        return id;
    }

    public override Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        signals.Note($"{id} ended");
        return Task.CompletedTask;
    }
}
