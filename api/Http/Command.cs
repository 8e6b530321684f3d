using System.Reflection;

namespace Helpdesk.Api.Http;

/// <summary>A question as its request asks it: who asks, and in which tenant.</summary>
public class Ask(HttpContext context, IGrainFactory grains)
{
    public HttpContext Context => context;

    public Caller Caller => context.Caller();

    public CancellationToken Aborted => context.RequestAborted;

    /// <summary>The grain of the caller's tenant.</summary>
    public TGrain Grain<TGrain>() where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>(GrainKeys.Of(Caller.Tenant));

    /// <summary>One of the tenant's things.</summary>
    public TGrain Grain<TGrain>(Guid id) where TGrain : IGrainWithStringKey => grains.GetGrain<TGrain>(GrainKeys.Of(Caller.Tenant, id));

    /// <summary>What is there, with its version.</summary>
    public async Task<IResult> Shows<TState, TResponse>(
        Task<Result<TState>> asked, Func<TState, int> version, Func<TState, TResponse> show) =>
        (await asked).Refused(out var refusal, out var state) ? Problems.Of(refusal) : Shown(state, version, show, location: null);

    /// <summary>What is there, where it has no version of its own.</summary>
    public async Task<IResult> Shows<TState, TResponse>(Task<Result<TState>> asked, Func<TState, TResponse> show) =>
        (await asked).Refused(out var refusal, out var state) ? Problems.Of(refusal) : Json.Ok(show(state));

    public static ValueTask<Ask?> BindAsync(HttpContext context, ParameterInfo parameter) => new(new Ask(context, GrainsOf(context)));

    private protected static IGrainFactory GrainsOf(HttpContext context) => context.RequestServices.GetRequiredService<IGrainFactory>();

    private protected IResult Shown<TState, TResponse>(
        TState state, Func<TState, int> version, Func<TState, TResponse> show, Func<TState, string>? location)
    {
        context.Response.SetETag(version(state));
        return location is null ? Json.Ok(show(state)) : Json.Created(location(state), show(state));
    }
}

/// <summary>
/// A command as its request says it: besides who gives it, under which id, and made on which version. An endpoint that takes one says only
/// what it does itself, and has no effect but by <see cref="Id"/>: with an incomplete body it is called to be judged.
/// </summary>
public sealed class Command(HttpContext context, IGrainFactory grains) : Ask(context, grains)
{
    private CommandId? id;

    /// <summary>Bound to the <c>Idempotency-Key</c> and the body, so the body must have been read.</summary>
    public CommandId Id => id ??= Context.CommandId();

    /// <summary>From <c>If-Match</c>, as the endpoint declares it; <c>null</c>: whatever is there.</summary>
    public int? Version => Context.GetEndpoint()?.Metadata.GetMetadata<TakesIfMatch>()?.Use switch
    {
        IfMatchUse.Required => Context.RequiredVersion(),
        IfMatchUse.Optional => Context.Version(),
        _ => null,
    };

    /// <summary>Below the path of the request: where what it makes will be.</summary>
    public string Below(object name) => $"{Context.Request.Path}/{name}";

    /// <summary>What the command left behind, with its version.</summary>
    /// <param name="location">The address of what was made; <c>null</c>: something was changed.</param>
    public async Task<IResult> Answers<TState, TResponse>(
        Task<Result<Outcome<TState>>> act, Func<TState, int> version, Func<TState, TResponse> show, Func<TState, string>? location = null)
    {
        if ((await act).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(Context, outcome.Replayed);
        return Shown(outcome.State, version, show, location);
    }

    /// <summary>The same, where it has no version of its own.</summary>
    public async Task<IResult> Answers<TState, TResponse>(Task<Result<Outcome<TState>>> act, Func<TState, TResponse> show)
    {
        if ((await act).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(Context, outcome.Replayed);
        return Json.Ok(show(outcome.State));
    }

    /// <summary>Nothing is left to show.</summary>
    public async Task<IResult> Removes<TState>(Task<Result<Outcome<TState>>> act)
    {
        if ((await act).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        Replay.Mark(Context, outcome.Replayed);
        return TypedResults.NoContent();
    }

    public static new ValueTask<Command?> BindAsync(HttpContext context, ParameterInfo parameter) =>
        new(new Command(context, GrainsOf(context)));
}
