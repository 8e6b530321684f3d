using Helpdesk.Api.Documentation;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Http;

/// <summary>
/// What endpoints and groups say about themselves: what they take, answer and refuse. The OpenAPI document is made from it, and the tests
/// hold every answer against it. What follows from the kind of a request (a body, an id in the path, who may call) is not declared: see
/// <see cref="ImpliedRefusals"/>.
/// </summary>
internal static class Declarations
{
    /// <summary>Query parameters; without this an endpoint takes none.</summary>
    public static TBuilder Takes<TBuilder>(this TBuilder endpoint, params IReadOnlyList<QueryParameter> parameters)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new QueryParameters(parameters));

    /// <summary>What this act itself refuses, as declared in a class of errors. Adds to what the group refuses.</summary>
    public static TBuilder Refuses<TBuilder>(this TBuilder endpoint, params IReadOnlyList<Error> errors)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Refusals(errors));

    /// <summary>Answers with <typeparamref name="T"/> and changes nothing; or is no command: signing in.</summary>
    public static TBuilder Answers<T, TBuilder>(this TBuilder endpoint, int status, params IReadOnlyList<string> headers)
        where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(
            new ProducesResponseTypeMetadata(status, typeof(T), ["application/json"]), new AnswerHeaders(status, headers));

    public static RouteHandlerBuilder Answers<T>(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status200OK) =>
        endpoint.Answers<T, RouteHandlerBuilder>(status);

    /// <summary>Answers with <typeparamref name="T"/> and its version in <c>ETag</c>.</summary>
    public static RouteHandlerBuilder AnswersVersion<T>(this RouteHandlerBuilder endpoint) =>
        endpoint.Answers<T, RouteHandlerBuilder>(StatusCodes.Status200OK, HeaderNames.ETag);

    /// <summary>Answers with a file, written while it is made.</summary>
    /// <param name="meaning">What is in it, and how somebody sees that it is whole.</param>
    public static RouteHandlerBuilder AnswersFile<T>(this RouteHandlerBuilder endpoint, string contentType, string meaning) =>
        endpoint.WithMetadata(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(T), [contentType]) { Description = meaning },
            new AnswerHeaders(StatusCodes.Status200OK, [HeaderNames.ContentDisposition]));

    /// <summary>Answers with events as they happen, and does not end by itself.</summary>
    public static RouteHandlerBuilder AnswersStream(this RouteHandlerBuilder endpoint, string contentType, string meaning) =>
        endpoint.WithMetadata(
            new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(string), [contentType]) { Description = meaning },
            new AnswerHeaders(StatusCodes.Status200OK), new TakesLastEventId());

    /// <summary>The same as a table, where the request asks for that.</summary>
    public static RouteHandlerBuilder OrCsv(this RouteHandlerBuilder endpoint) => endpoint.WithMetadata(new AnswersCsvToo());

    /// <summary>204; no command.</summary>
    public static RouteHandlerBuilder AnswersNothing(this RouteHandlerBuilder endpoint, int status = StatusCodes.Status204NoContent) =>
        endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(void)), new AnswerHeaders(status));

    /// <summary>A command that makes something: 201 with its address; its version too if it has one.</summary>
    public static RouteHandlerBuilder Creates<T>(this RouteHandlerBuilder endpoint, bool versioned = true) => endpoint
        .Answers<T, RouteHandlerBuilder>(
            StatusCodes.Status201Created,
            versioned ? [HeaderNames.Location, HeaderNames.ETag, Idempotency.ReplayedHeader]
                : [HeaderNames.Location, Idempotency.ReplayedHeader])
        .WithMetadata(new TakesIdempotencyKey());

    /// <summary>A command on something that is there: 200 with what it is now.</summary>
    public static RouteHandlerBuilder Changes<T>(this RouteHandlerBuilder endpoint, IfMatchUse ifMatch = IfMatchUse.None) => endpoint
        .Answers<T, RouteHandlerBuilder>(StatusCodes.Status200OK, HeaderNames.ETag, Idempotency.ReplayedHeader)
        .WithMetadata(new TakesIdempotencyKey(), new TakesIfMatch(ifMatch));

    /// <summary>A command after which nothing is left to show: 204.</summary>
    public static RouteHandlerBuilder Removes(this RouteHandlerBuilder endpoint, IfMatchUse ifMatch = IfMatchUse.None) => endpoint
        .AnswersNothing()
        .WithMetadata(new TakesIdempotencyKey(), new TakesIfMatch(ifMatch));

    /// <summary>At other hosts than a tenant's own the path names the tenant; the operation's name says so.</summary>
    public static TBuilder NamingTenantInPath<TBuilder>(this TBuilder group) where TBuilder : IEndpointConventionBuilder =>
        group.WithMetadata(new NamesTenantInPath());
}
