using System.Buffers;
using System.Reflection;
using System.Text.Json;

namespace Helpdesk.Api.Http;

/// <summary>
/// A body in which something is wrong already. What can be read of it goes the way of a good one, to the rules that ask lists, people and
/// other things, and what they find is told together with the rest, in the order of the body. Nobody is told more than a good body would
/// tell them, and nothing happens: the command is only judged (<see cref="CommandId.IsIncomplete"/>), whatever its version.
/// </summary>
internal sealed partial record IncompleteBody(JsonElement Json, IReadOnlyList<FieldError> Faults)
{
    private static readonly object Key = new();
    private static readonly object WholeKey = new();

    /// <summary>The answer where nothing is wrong with the body, but around it; <c>null</c>: something is wrong with the body.</summary>
    public Error? Otherwise { get; init; }

    /// <summary><c>null</c>: the request is to be carried out.</summary>
    public static IncompleteBody? Of(HttpContext context) => context.Items.TryGetValue(Key, out var known) ? known as IncompleteBody : null;

    /// <summary>From now on the request is one that is only judged; <c>false</c>: its endpoint cannot do that.</summary>
    public bool IsToBeJudged(HttpContext context)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<JudgesIncompleteBodies>() is null)
            return false;
        context.Items[Key] = this;
        return true;
    }

    /// <summary>
    /// For endpoints that take a <see cref="Command"/>, which have no effect but by its id, or a plain <see cref="Ask"/>, which have none.
    /// </summary>
    public static void HaveJudged(ParameterInfo body, EndpointBuilder endpoint)
    {
        if (body.Member is not MethodInfo act || endpoint.Metadata.OfType<JudgesIncompleteBodies>().Any()
            || !act.GetParameters().Any(parameter => typeof(Ask).IsAssignableFrom(parameter.ParameterType)))
            return;
        endpoint.Metadata.Add(new JudgesIncompleteBodies());
        endpoint.FilterFactories.Insert(0, static (_, next) => invocation =>
            Of(invocation.HttpContext) is { } incomplete ? incomplete.Judged(invocation, next) : Ordered(invocation, next));
    }

    /// <summary>A body in which nothing is wrong so far: should the act find several faults, they are told in its order.</summary>
    public static void Remember(HttpContext context, ReadOnlySequence<byte> body) => context.Items[WholeKey] = body;

    private static async ValueTask<object?> Ordered(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var answer = await next(invocation);
        if (Problems.RefusalIn(answer) is not { Kind: ErrorKind.Invalid, Fields.Count: > 1 } refusal
            || invocation.HttpContext.Items[WholeKey] is not ReadOnlySequence<byte> bytes)
            return answer;
        using var body = JsonDocument.Parse(bytes);
        return Problems.Of(refusal with { Fields = Http.Faults.InOrderOf(body.RootElement, refusal.Fields) });
    }

    private async ValueTask<object?> Judged(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var found = await Found(invocation, next);
        return Problems.Of(found.Count == 0 && Otherwise is { } around ? around : Error.Invalid(Told(invocation.HttpContext, found)));
    }

    /// <summary>All that is told of its request.</summary>
    public IReadOnlyList<FieldError> Told(HttpContext context, IEnumerable<FieldError?> more) =>
        [.. RequestFaults.Around(context), .. With(more)];

    /// <summary>All that is told of it.</summary>
    public IReadOnlyList<FieldError> With(IEnumerable<FieldError?> more) =>
        Http.Faults.InOrderOf(Json, Http.Faults.Together(Faults, more));

    // What was found already is the answer. Refusals that name no member, such as of rights or of the state, are for those who send a
    // good body; and so is a failure on the way.
    private static async Task<IReadOnlyList<FieldError>> Found(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var context = invocation.HttpContext;
        try
        {
            return Named(Problems.RefusalIn(await next(invocation)));
        }
        catch (RequestRefusedException refused)
        {
            return Named(refused.Error);
        }
        catch (Exception failed) when (!context.RequestAborted.IsCancellationRequested)
        {
            var log = context.RequestServices.GetRequiredService<ILogger<IncompleteBody>>();
            LogNotJudged(log, context.Request.Method, context.Request.Path, failed);
            return [];
        }
    }

    private static IReadOnlyList<FieldError> Named(Error? refusal) => refusal switch
    {
        { Kind: ErrorKind.Invalid } => refusal.Fields,
        { Pointer: { } member } => [FieldError.Of(member, refusal)],
        _ => [],
    };

    private sealed record JudgesIncompleteBodies;

    [LoggerMessage(Level = LogLevel.Error, Message = "The rest of an incomplete body could not be judged: {Method} {Path}.")]
    private static partial void LogNotJudged(ILogger log, string method, string path, Exception exception);
}
