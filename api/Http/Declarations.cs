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

/// <summary>Whether an update reads <c>If-Match</c>.</summary>
internal enum IfMatchUse
{
    None,
    /// <summary>Checked where it is sent.</summary>
    Optional,
    /// <summary>428 without it.</summary>
    Required,
}

internal sealed record AnswersCsvToo;

internal sealed record Refusals(IReadOnlyList<Error> Errors);

internal sealed record AnswerHeaders(int Status, params IReadOnlyList<string> Names);

internal sealed record TakesIdempotencyKey;

/// <summary>Takes a part of something, and <c>Content-Range</c> says which.</summary>
internal sealed record TakesContentRange;

/// <summary>For the document: goes on behind what `Last-Event-ID` names.</summary>
internal sealed record TakesLastEventId
{
    /// <summary>As browsers send it by themselves.</summary>
    public const string Header = "Last-Event-ID";
}

internal sealed record TakesIfMatch(IfMatchUse Use);

internal sealed record NamesTenantInPath;

/// <summary>A value in a path that is no id: a word, a slug, a key.</summary>
/// <param name="example">A value that is well-formed.</param>
[AttributeUsage(AttributeTargets.Parameter)]
internal class PathValueAttribute(string example) : Attribute
{
    public string Example => example;

    /// <summary>Regular expression (ECMA) that every value matches.</summary>
    public string? Pattern { get; init; }

    /// <summary>The only values there are; empty: see <see cref="Pattern"/>.</summary>
    public virtual IReadOnlyCollection<string> Words => [];
}

/// <summary>One of the words of an enum.</summary>
internal sealed class PathWordAttribute<TEnum>() : PathValueAttribute(Domain.Words<TEnum>.All.First()) where TEnum : struct, Enum
{
    public override IReadOnlyCollection<string> Words => Domain.Words<TEnum>.All;
}
