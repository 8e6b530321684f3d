using System.Reflection;
using Orleans.Runtime;
using Orleans.Serialization.Invocation;

namespace Orleans.Local;

/// <summary>What filters see of a call, on either side.</summary>
internal abstract class CallContext<TCall>(TCall call) : IGrainCallContext where TCall : Call
{
    public IInvokable Request => Call;

    public abstract object Grain { get; }

    public GrainId? SourceId => Call.Source?.GrainId ?? Engine.Client;

    public GrainId TargetId => Call.Reference.GrainId;

    public GrainInterfaceType InterfaceType => Call.Reference.InterfaceType;

    public string InterfaceName => Call.GetInterfaceName();

    public string MethodName => Call.GetMethodName();

    public MethodInfo InterfaceMethod => Call.GetMethod();

    public object? Result { get; set; }

    protected TCall Call { get; } = call;

    public abstract Task Invoke();
}

internal sealed class IncomingCallContext(Call call, Activation activation) : CallContext<Call>(call), IIncomingGrainCallContext
{
    private int stage;

    public override object Grain => activation.GrainInstance!;

    public IGrainContext TargetContext => activation;

    public MethodInfo ImplementationMethod
    {
        get
        {
            var map = activation.Class.Type.GetInterfaceMap(InterfaceMethod.DeclaringType!);
            return map.TargetMethods[Array.IndexOf(map.InterfaceMethods, InterfaceMethod)];
        }
    }

    /// <summary>The filters in their order, then the grain's own, then the method.</summary>
    public override async Task Invoke()
    {
        var filters = activation.Engine.IncomingFilters;
        var current = stage++;
        if (current < filters.Length)
        {
            await filters[current].Invoke(this);
        }
        else if (current == filters.Length && Grain is IIncomingGrainCallFilter own)
        {
            await own.Invoke(this);
        }
        else
        {
            var running = Call.Invoke(Grain);
            await running;
            Result = Call.ResultOf(running);
        }
    }
}

internal sealed class OutgoingCallContext<TArguments, TResult>(Engine engine, Call<TArguments, TResult> call)
    : CallContext<Call<TArguments, TResult>>(call), IOutgoingGrainCallContext
    where TArguments : struct, System.Runtime.CompilerServices.ITuple
{
    private int stage;

    public override object Grain => Call.Reference;

    public IGrainContext? SourceContext => Call.Source;

    public override async Task Invoke()
    {
        if (stage < engine.OutgoingFilters.Length)
        {
            await engine.OutgoingFilters[stage++].Invoke(this);
            return;
        }

        Call.CaptureValues();
        engine.Post(Call);
        Result = Call.Method.OneWay ? null : Boxed(await Call.Answer);
    }

    private static object? Boxed(TResult result) => typeof(TResult) == typeof(Nothing) ? null : result;
}
