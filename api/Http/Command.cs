using System.Reflection;

namespace Helpdesk.Api.Http;

/// <summary>
/// A command as its request says it: who gives it, in which tenant, under which id, and made on which version. An endpoint that takes one
/// says only what it does itself.
/// </summary>
public sealed class Command(HttpContext context, IGrainFactory grains)
{
    private CommandId? id;

    public HttpContext Context => context;

    public Caller Caller => context.Caller();

    /// <summary>Bound to the <c>Idempotency-Key</c> and the body, so the body must have been read.</summary>
    public CommandId Id => id ??= context.CommandId();

    /// <summary>From <c>If-Match</c>, as the endpoint declares it; <c>null</c>: whatever is there.</summary>
    public int? Version => context.GetEndpoint()?.Metadata.GetMetadata<TakesIfMatch>()?.Use switch
    {
        IfMatchUse.Required => context.RequiredVersion(),
        IfMatchUse.Optional => context.Version(),
        _ => null,
    };

    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>The grain of the caller's tenant.</summary>
    public TGrain Grain<TGrain>() where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>(GrainKeys.Of(Caller.Tenant));

    /// <summary>One of the tenant's things.</summary>
    public TGrain Grain<TGrain>(Guid id) where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>(GrainKeys.Of(Caller.Tenant, id));

    /// <summary>The same, where a repetition is not told from the first time.</summary>
    public Task<IResult> Shows<TState, TResponse>(
        Task<Result<TState>> act, Func<TState, int> version, Func<TState, TResponse> show, Func<TState, string>? location = null)
    {
        return Answers(Plain(), version, show, location);

        async Task<Result<Outcome<TState>>> Plain() => (await act).Select(state => new Outcome<TState>(state, Replayed: false));
    }

    /// <summary>What the command left behind, with its version.</summary>
    /// <param name="location">Of what was made, below the path of the request; <c>null</c>: something was changed.</param>
    public async Task<IResult> Answers<TState, TResponse>(
        Task<Result<Outcome<TState>>> act, Func<TState, int> version, Func<TState, TResponse> show, Func<TState, string>? location = null)
    {
        if ((await act).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(context, outcome.Replayed);
        context.Response.SetETag(version(outcome.State));
        return location is null ? Json.Ok(show(outcome.State)) : Json.Created(location(outcome.State), show(outcome.State));
    }

    /// <summary>Nothing is left to show.</summary>
    public async Task<IResult> Removes<TState>(Task<Result<Outcome<TState>>> act)
    {
        if ((await act).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(context, outcome.Replayed);
        return TypedResults.NoContent();
    }

    public static ValueTask<Command?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new Command(context, context.RequestServices.GetRequiredService<IGrainFactory>()));
}
