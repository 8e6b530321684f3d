using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Orleans.Serialization.Invocation;

namespace Orleans.Local;

/// <summary>One call of a grain, from the reference that sends it to the answer. The caller may have its answer (a time-out) before it has run.</summary>
internal abstract class Call : Work, IInvokable
{
    private CancellationTokenRegistration cancellation;

    /// <summary>The place among the pending calls; only <see cref="PendingCalls"/> touches it.</summary>
    public PendingCalls.Link Pending;

    // Nothing waits for a one-way call, so it cannot be part of a chain that closes.
    protected Call(Runtime.GrainReference reference, MethodShape method) : base(Values, method.OneWay ? null : Unfinished(CurrentWork))
    {
        Reference = reference;
        Method = method;
        Source = RuntimeContext.Current;
    }

    public Runtime.GrainReference Reference { get; }

    public MethodShape Method { get; }

    /// <summary>The activation that calls; <c>null</c> for code outside grains.</summary>
    public Activation? Source { get; }

    /// <summary>The caller's activity, where activities travel.</summary>
    public Activity? Activity { get; set; }

    /// <summary>How often it was handed on because the activation that had it ended.</summary>
    public int Displacements { get; private set; }

    public override bool Interleaves => Method.AlwaysInterleave;

    public override bool ReadOnly => Method.ReadOnly;

    public abstract int GetArgumentCount();

    public abstract object? GetArgument(int index);

    public abstract CancellationToken GetCancellationToken();

    public string GetMethodName() => Method.Method.Name;

    public string GetInterfaceName() => Method.InterfaceName;

    public MethodInfo GetMethod() => Method.Method;

    public Type GetInterfaceType() => Method.Method.DeclaringType!;

    /// <summary>Takes the request context as outgoing filters left it.</summary>
    public void CaptureValues() => FlowValues = Values;

    /// <summary>Lets the caller go as soon as its token is cancelled, whether the call runs by then or waits.</summary>
    public void ObserveCancellation()
    {
        var token = GetCancellationToken();
        if (token.CanBeCanceled)
            cancellation = token.UnsafeRegister(static (call, token) => ((Call)call!).Reject(new OperationCanceledException(token)), this);
    }

    public override async ValueTask Run(Activation activation)
    {
        Begin(activation);
        if (Activity is not null)
            Activity.Current = Activity;

        try
        {
            if (activation.Filtered)
            {
                var context = new IncomingCallContext(this, activation);
                await context.Invoke();
                Release(activation, null);
                SetResult(context.Result);
            }
            else
            {
                var running = Invoke(activation.GrainInstance!);
                await running;
                Release(activation, null);
                SetResult(running);
            }

            Settle();
        }
        catch (Exception exception)
        {
            Release(activation, exception);
            Reject(exception);
        }

        activation.Continue();
    }

    public override void Reject(Exception exception)
    {
        if (exception is OperationCanceledException canceled)
            SetCanceled(canceled.CancellationToken);
        else
            SetException(exception);
        Settle();
    }

    public override void Displace(Engine engine)
    {
        Displacements++;
        engine.Dispatch(this);
    }

    /// <summary>Starts the method.</summary>
    public abstract Task Invoke(object grain);

    /// <summary>What the finished task of <see cref="Invoke"/> carries.</summary>
    public abstract object? ResultOf(Task done);

    public override string ToString() => $"{Method} of {Reference.GrainId}";

    protected abstract void SetResult(Task done);

    protected abstract void SetResult(object? result);

    protected abstract void SetException(Exception exception);

    protected abstract void SetCanceled(CancellationToken token);

    private void Settle()
    {
        PendingCalls.Remove(this);
        cancellation.Unregister();
    }
}

internal sealed class Call<TArguments, TResult>(Runtime.GrainReference reference, MethodShape<TArguments> method, TArguments arguments)
    : Call(reference, method) where TArguments : struct, ITuple
{
    // Without this option the caller's continuation would run inside the callee's turn.
    private readonly TaskCompletionSource<TResult> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The caller's task.</summary>
    public Task<TResult> Answer => answer.Task;

    public override bool Abandoned => answer.Task.IsCompleted;

    public override int GetArgumentCount() => arguments.Length;

    public override object? GetArgument(int index) => arguments[index];

    public override CancellationToken GetCancellationToken() => method.Token?.Invoke(arguments) ?? CancellationToken.None;

    public override Task Invoke(object grain) => method.Invoke(grain, arguments);

    public override object? ResultOf(Task done) => typeof(TResult) == typeof(Nothing) ? null : ((Task<TResult>)done).Result;

    protected override void SetResult(Task done) =>
        answer.TrySetResult(typeof(TResult) == typeof(Nothing) ? default! : ((Task<TResult>)done).Result);

    protected override void SetResult(object? result) => answer.TrySetResult(typeof(TResult) == typeof(Nothing) ? default! : (TResult)result!);

    protected override void SetException(Exception exception) => answer.TrySetException(exception);

    protected override void SetCanceled(CancellationToken token) => answer.TrySetCanceled(token);
}

/// <summary>The result of a method that returns a plain task.</summary>
internal readonly struct Nothing;
