using System.Collections.Concurrent;
using System.Reflection;
using Orleans.Concurrency;
using Orleans.Serialization.Invocation;

namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>Every call of a grain of ours, on the side of whoever makes it. See README.md beside this.</summary>
/// <param name="losses">In a client of the cluster only: how it learns that an answer will not come.</param>
public sealed class GrainCallFilter(SiloLosses? losses = null) : IOutgoingGrainCallFilter
{
    private static readonly ConcurrentDictionary<MethodInfo, Kind> Kinds = new();

    private enum Kind
    {
        /// <summary>The engine's own calls have their own rules.</summary>
        NotOurs,

        /// <summary>Nobody waits for the answer, or the grain takes it while it waits itself: it cannot close a circle.</summary>
        Free,

        Waited,
    }

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var kind = Kinds.GetOrAdd(context.InterfaceMethod, static method => KindOf(method));
        if (kind == Kind.NotOurs)
            return context.Invoke();
        // A client is an endpoint, a consumer of the feed or a start: nobody can call that back.
        var caller = kind == Kind.Waited && context.SourceId is { } source && !source.IsClient() ? source : default;
        return Make(context, caller);
    }

    private async Task Make(IOutgoingGrainCallContext context, GrainId caller)
    {
        if (!caller.IsDefault)
            CallChain.Extend(caller, context.TargetId);

        var request = context.Request;
        var (mark, cancellation) = (Mark(request), request.GetCancellationToken());
        CancellationTokenSource? limit = null; // a call that comes through needs none
        try
        {
            for (var attempt = 0; ; attempt++)
            {
                try
                {
                    await (losses is null || !request.IsCancellable ? context.Invoke() : losses.Guard(context, cancellation));
                    return;
                }
                catch (Exception failure) when (Repetition.Follows(failure) && IsWhole(request, mark) && !IsOver(ref limit))
                {
                    // Made again below.
                }

                await Task.Delay(Repetition.Pause(attempt, context.TargetId), cancellation);
                Repetition.Mark();
            }
        }
        finally
        {
            limit?.Dispose();
        }
    }

    private static bool IsOver(ref CancellationTokenSource? limit) => (limit ??= new(Repetition.RepeatsFor)).IsCancellationRequested;

    // In one process the grain is handed the request itself, and empties it afterwards. So a request that has lost its first argument has
    // arrived: what failed was a call that the grain made, and that one was repeated already.
    private object? Mark(IInvokable request) => losses is null && request.GetArgumentCount() > 1 ? request.GetArgument(0) : null;

    private static bool IsWhole(IInvokable request, object? mark) => mark is null || request.GetArgument(0) is not null;

    private static Kind KindOf(MethodInfo method) =>
        method.DeclaringType!.Assembly.GetName().Name!.StartsWith("Orleans", StringComparison.Ordinal) ? Kind.NotOurs
        : method.IsDefined(typeof(OneWayAttribute)) || method.IsDefined(typeof(AlwaysInterleaveAttribute)) ? Kind.Free
        : Kind.Waited;
}
