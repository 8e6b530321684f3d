namespace Orleans.Local.Tests.Calls;

public sealed class FilterTests
{
    [Fact]
    public async Task A_filter_sees_who_calls_what_with_which_arguments()
    {
        var seen = new List<string>();
        await using var silo = await TestSilo.Start(silo => silo.AddIncomingGrainCallFilter(context =>
        {
            seen.Add($"{context.SourceId} → {context.TargetId} {context.InterfaceName} {context.MethodName}"
                + $"({context.Request.GetArgument(0)} of {context.Request.GetArgumentCount()})");
            return context.Invoke();
        }));

        await silo.Grains.GetGrain<IFilteredGrain>("a").Ask("b");

        seen.Count.ShouldBe(2);
        seen[0].ShouldStartWith("sys.client/");
        seen[0].ShouldEndWith("→ filtered/a Orleans.Local.Tests.Calls.IFilteredGrain Ask(b of 1)");
        seen[1].ShouldBe("filtered/a → filtered/b Orleans.Local.Tests.Calls.IFilteredGrain Echo(asked of 1)");
    }

    [Fact]
    public async Task A_filter_sees_the_grain_and_the_method_that_implements()
    {
        IIncomingGrainCallContext? seen = null;
        await using var silo = await TestSilo.Start(silo => silo.AddIncomingGrainCallFilter(context =>
        {
            seen = context;
            return context.Invoke();
        }));

        await silo.Grains.GetGrain<IFilteredGrain>("a").Echo("x");

        seen!.Grain.ShouldBeOfType<FilteredGrain>();
        seen.ImplementationMethod.DeclaringType.ShouldBe(typeof(FilteredGrain));
        seen.InterfaceMethod.DeclaringType.ShouldBe(typeof(IFilteredGrain));
        seen.TargetContext.GrainId.ShouldBe(GrainId.Create("filtered", "a"));
    }

    [Fact]
    public async Task A_filter_may_refuse_and_the_method_does_not_run()
    {
        await using var silo = await TestSilo.Start(silo => silo.AddIncomingGrainCallFilter(
            context => context.TargetId.Key.ToString() == "closed" ? throw new UnauthorizedAccessException() : context.Invoke()));

        await Should.ThrowAsync<UnauthorizedAccessException>(silo.Grains.GetGrain<IFilteredGrain>("closed").Echo("x"));

        silo.Signals.Happened.ShouldBeEmpty();
        (await silo.Grains.GetGrain<IFilteredGrain>("open").Echo("x")).ShouldBe("x");
    }

    [Fact]
    public async Task A_filter_may_change_the_result_and_sees_what_the_method_throws()
    {
        var caught = new List<Type>();
        await using var silo = await TestSilo.Start(silo => silo.AddIncomingGrainCallFilter(async context =>
        {
            try
            {
                await context.Invoke();
                context.Result = $"<{context.Result}>";
            }
            catch (Exception exception)
            {
                caught.Add(exception.GetType());
                throw;
            }
        }));

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Echo("x")).ShouldBe("<x>");
        await Should.ThrowAsync<InvalidTimeZoneException>(silo.Grains.GetGrain<IFilteredGrain>("a").Throw());
        caught.ShouldBe([typeof(InvalidTimeZoneException)]);
    }

    [Fact]
    public async Task Filters_run_in_the_order_of_their_registration_and_the_grains_own_comes_last()
    {
        await using var silo = await TestSilo.Start(silo => silo
            .AddIncomingGrainCallFilter(context => Around(context, "first"))
            .AddIncomingGrainCallFilter(context => Around(context, "second")));

        await silo.Grains.GetGrain<ISelfFilteredGrain>("a").Call();

        silo.Signals.Happened.ShouldBe(["before first", "before second", "before own", "called", "after own", "after second", "after first"]);

        async Task Around(IIncomingGrainCallContext context, string name)
        {
            var signals = ((SelfFilteredGrain)context.Grain).Signals;
            signals.Note($"before {name}");
            await context.Invoke();
            signals.Note($"after {name}");
        }
    }

    [Fact]
    public async Task An_outgoing_filter_runs_on_the_callers_side_and_its_request_context_travels()
    {
        var seen = new List<string>();
        await using var silo = await TestSilo.Start(silo => silo.AddOutgoingGrainCallFilter(context =>
        {
            seen.Add($"{context.SourceContext?.GrainId.ToString() ?? "client"} → {context.TargetId} {context.MethodName}");
            RequestContext.Set("stamp", "seen");
            return context.Invoke();
        }));

        (await silo.Grains.GetGrain<IFilteredGrain>("a").Ask("b")).ShouldBe("asked");
        (await silo.Grains.GetGrain<IFilteredGrain>("a").Stamp()).ShouldBe("seen");

        seen.ShouldBe(["client → filtered/a Ask", "filtered/a → filtered/b Echo", "client → filtered/a Stamp"]);
        RequestContext.Get("stamp").ShouldBeNull();
    }
}

public interface IFilteredGrain : IGrainWithStringKey
{
    Task<string> Ask(string other);

    Task<string> Echo(string text);

    Task<string?> Stamp();

    Task Throw();
}

public sealed class FilteredGrain(Signals signals) : Grain, IFilteredGrain
{
    public Task<string> Ask(string other) => GrainFactory.GetGrain<IFilteredGrain>(other).Echo("asked");

    public Task<string> Echo(string text)
    {
        signals.Note(text);
        return Task.FromResult(text);
    }

    public Task<string?> Stamp() => Task.FromResult((string?)RequestContext.Get("stamp"));

    public Task Throw() => throw new InvalidTimeZoneException();
}

public interface ISelfFilteredGrain : IGrainWithStringKey
{
    Task Call();
}

public sealed class SelfFilteredGrain(Signals signals) : Grain, ISelfFilteredGrain, IIncomingGrainCallFilter
{
    public Signals Signals => signals;

    public Task Call()
    {
        signals.Note("called");
        return Task.CompletedTask;
    }

    public async Task Invoke(IIncomingGrainCallContext context)
    {
        signals.Note("before own");
        await context.Invoke();
        signals.Note("after own");
    }
}
