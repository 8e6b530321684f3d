namespace Helpdesk.Api.Http;

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
