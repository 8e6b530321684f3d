using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain;

namespace Helpdesk.Api.Http;

/// <summary>Answers in the API's JSON.</summary>
public static class Json
{
    public static IResult Ok<T>(T value) => TypedResults.Json(value, StrictJson.Options);

    public static IResult Created<T>(string location, T value) => new CreatedResult<T>(location, value);

    private sealed class CreatedResult<T>(string location, T value) : IResult
    {
        public Task ExecuteAsync(HttpContext context)
        {
            context.Response.StatusCode = StatusCodes.Status201Created;
            context.Response.Headers.Location = location;
            return context.Response.WriteAsJsonAsync(value, StrictJson.Options, context.RequestAborted);
        }
    }
}

public static class Replay
{
    public static void Mark(HttpContext context, bool replayed)
    {
        if (replayed)
            context.Response.Headers[Idempotency.ReplayedHeader] = "true";
    }
}

/// <summary>What stands in a path. Anything but a well-formed name is simply not there.</summary>
public static class Paths
{
    /// <exception cref="RequestRefusedException">404: not an id.</exception>
    public static Guid Id(string text) => Ids.Parse(text) ?? throw new RequestRefusedException(HttpErrors.NotFound);

    /// <exception cref="RequestRefusedException">404: no such word.</exception>
    public static TEnum Word<TEnum>(string text) where TEnum : struct, Enum =>
        Words<TEnum>.Parse(text) ?? throw new RequestRefusedException(HttpErrors.NotFound);
}

/// <summary>Members that a request cannot do without.</summary>
public static class Required
{
    /// <exception cref="RequestRefusedException">422: absent.</exception>
    public static T Value<T>(T? value, string pointer) where T : struct =>
        value ?? throw new RequestRefusedException(Error.Invalid(pointer, "required", "Is required."));

    public static Maybe<T> Word<T>(T? value, string pointer) where T : struct => Value(value, pointer);
}
