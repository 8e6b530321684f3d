using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using Helpdesk.Contracts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans.CodeGeneration;
using Orleans.Serialization.Invocation;

namespace Helpdesk.Grains.Hosting.Calls;

/// <summary>Every call of a grain of ours, from whoever makes it. See README.md beside this.</summary>
/// <param name="losses">In a client of the cluster; <c>null</c> in a silo.</param>
/// <param name="running">In a silo: the grain whose code runs.</param>
internal sealed class GrainCalls(IGrainReferenceRuntime engine, SiloLosses? losses, IGrainContextAccessor? running) : IGrainReferenceRuntime
{
    private static readonly ConcurrentDictionary<Type, bool> Ours = new();

    public ValueTask<T?> InvokeMethodAsync<T>(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        IsOurs(request) ? Call<T>(reference, request, options) : engine.InvokeMethodAsync<T>(reference, request, options);

    public ValueTask InvokeMethodAsync(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        IsOurs(request) ? CallForNothing(reference, request, options) : engine.InvokeMethodAsync(reference, request, options);

    public void InvokeMethod(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        engine.InvokeMethod(reference, request, options);

    public object Cast(IAddressable grain, Type interfaceType) => engine.Cast(grain, interfaceType);

    // The engine's own calls have their own rules.
    private static bool IsOurs(IInvokable request) => Ours.GetOrAdd(
        request.GetType(), static (_, request) => request.GetInterfaceType().Assembly == typeof(GrainKeys).Assembly, request);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder))]
    private async ValueTask CallForNothing(GrainReference reference, IInvokable request, InvokeMethodOptions options) =>
        await Call<object>(reference, request, options);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<T?> Call<T>(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        // Not from a grain: from an endpoint, a consumer of the feed or a start.
        if (losses is null && running?.GrainContext is { } caller)
            CallChain.Extend(caller.GrainId, reference.GrainId, options);

        var (began, mark) = (Stopwatch.GetTimestamp(), Mark(request));
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await Send<T>(reference, request, options);
            }
            catch (Exception failure) when (Repetition.Follows(failure) && IsWhole(request, mark) && Stopwatch.GetElapsedTime(began) < Repetition.RepeatsFor)
            {
                // Made again below.
            }

            await Task.Delay(Repetition.Pause(attempt), request.GetCancellationToken());
            Repetition.Mark();
        }
    }

    private ValueTask<T?> Send<T>(GrainReference reference, IInvokable request, InvokeMethodOptions options)
    {
        if (losses is null)
            return engine.InvokeMethodAsync<T>(reference, request, options);
        var loss = losses.Next;
        var answer = engine.InvokeMethodAsync<T>(reference, request, options);
        return answer.IsCompleted ? answer : new(SiloLosses.Answer(answer.AsTask(), loss));
    }

    // In one process the grain is handed the request itself, and empties it afterwards. So a request that has lost its first argument has arrived: what
    // failed was a call that the grain made, and that one was repeated already.
    private object? Mark(IInvokable request) => losses is null && request.GetArgumentCount() > 1 ? request.GetArgument(0) : null;

    private static bool IsWhole(IInvokable request, object? mark) => mark is null || request.GetArgument(0) is not null;
}

public static class GrainCallRegistration
{
    /// <summary>To be called after the engine was registered; once more changes nothing.</summary>
    public static IServiceCollection AddGrainCalls(this IServiceCollection services)
    {
        if (services.Any(service => service.ServiceType == typeof(GrainCallsMark)))
            return services;
        var engine = services.Single(service => service.ServiceType == typeof(IGrainReferenceRuntime)).ImplementationType!;
        services.AddSingleton<GrainCallsMark>();
        return services.Replace(ServiceDescriptor.Singleton<IGrainReferenceRuntime>(provider => new GrainCalls(
            (IGrainReferenceRuntime)ActivatorUtilities.CreateInstance(provider, engine), provider.GetService<SiloLosses>(),
            provider.GetService<IGrainContextAccessor>())));
    }

    private sealed class GrainCallsMark;
}
