using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Tenants;

/// <summary>With what a new tenant begins. Kept by operators, in the platform's own history.</summary>
public sealed record TenantTemplate : IAggregate<TenantTemplate, TenantTemplateEvent>
{
    public static string Kind => "tenant_template";

    /// <summary>The one that is there before anybody has written one.</summary>
    public const string Standard = "standard";

    public const int MostTemplates = 100;
    public const int LongestDocument = 200_000;

    public required string Key { get; init; }
    public required string Name { get; init; }

    /// <summary>
    /// JSON, in the words of the API: settings, calendars, policies, categories, queues, teams, flags. Judged when it is saved and when it
    /// is used.
    /// </summary>
    public required string Document { get; init; }

    public bool IsRemoved { get; init; }
    public int Version { get; init; }
    public required Instant CreatedAt { get; init; }
    public Instant UpdatedAt { get; init; }

    public static TenantTemplate Apply(TenantTemplate? state, Recorded<TenantTemplateEvent> recorded)
    {
        var next = recorded.Event switch
        {
            TenantTemplateEvent.Saved saved => new TenantTemplate
            {
                Key = saved.Key,
                Name = saved.Name,
                Document = saved.Document,
                CreatedAt = state?.CreatedAt ?? recorded.At,
            },
            TenantTemplateEvent.Removed removed => (state
                ?? new() { Key = removed.Key, Name = removed.Key, Document = "{}", CreatedAt = recorded.At }) with
            { IsRemoved = true },
            var unknown => throw new InvalidOperationException($"A template cannot go on with {unknown.GetType().Name}."),
        };
        return next with { Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>What can happen to a template. Stored for good.</summary>
public abstract record TenantTemplateEvent
{
    private TenantTemplateEvent() { }

    public sealed record Saved(string Key, string Name, string Document) : TenantTemplateEvent;

    public sealed record Removed(string Key) : TenantTemplateEvent;
}

public static partial class TenantTemplateRules
{
    /// <param name="version">As read, 0 for the standard one that nobody has written; <c>null</c>: there must be none.</param>
    public static Decision<TenantTemplateEvent> Save(
        TenantTemplate? present, string key, string name, string document, int? version, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        var exists = present is { IsRemoved: false } || (present is null && key == TenantTemplate.Standard);
        if (version is null && exists)
            return TenantErrors.TemplateExists;
        if (version is { } read && !exists)
            return AccessErrors.NotFound;
        if (version is { } seen && seen != (present?.Version ?? 0))
            return FeedErrors.Stale;
        FieldError?[] faults =
        [
            IsKey(key) ? null : new("/key", "format", "Must have 1 to 40 lower-case letters, digits and hyphens."),
            Text.OneLine(name, "/name", TenantRules.MostName),
            document.Length > TenantTemplate.LongestDocument
                ? new("", "too-long", $"Must have at most {TenantTemplate.LongestDocument} characters.") : null,
        ];
        return faults.OfType<FieldError>().ToList() is { Count: > 0 } wrong
            ? Error.Invalid(wrong) : new TenantTemplateEvent.Saved(key, name, document);
    }

    public static Decision<TenantTemplateEvent> Remove(TenantTemplate? present, string key, int? version, Member member)
    {
        if (member.Role != Role.Operator)
            return AccessErrors.OperatorOnly;
        if (present is { IsRemoved: true } || (present is null && key != TenantTemplate.Standard))
            return AccessErrors.NotFound;
        return version is { } read && read != (present?.Version ?? 0) ? FeedErrors.Stale : new TenantTemplateEvent.Removed(key);
    }

    public static bool IsKey(string? key) => key is not null && KeyWord().IsMatch(key);

    [GeneratedRegex("^[a-z0-9][a-z0-9-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyWord();
}

/// <summary>The record of templates.</summary>
public interface ITenantTemplates : IAggregateStore<TenantTemplate, TenantTemplateEvent>
{
    /// <summary>All that were ever written, removed ones included, by key; at most <see cref="TenantTemplate.MostTemplates"/>.</summary>
    Task<IReadOnlyList<TenantTemplate>> List(CancellationToken cancellation);
}
