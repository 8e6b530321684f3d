namespace Helpdesk.Domain.Templates;

/// <summary>With what a new tenant begins. Kept by operators, in the platform's own history.</summary>
public sealed record TenantTemplate : IAggregate<TenantTemplate, TenantTemplateEvent>
{
    public static string Kind => "tenant_template";

    /// <summary>The one that is there before anybody has written one.</summary>
    public const string Standard = "standard";

    public const int MostTemplates = 100;

    /// <summary>Letters of the content, as it is stored.</summary>
    public const int LongestContent = 200_000;

    public required string Key { get; init; }
    public required string Name { get; init; }

    /// <summary>Judged when it is saved, and again when it is used.</summary>
    public required TemplateContent Content { get; init; }

    public bool IsRemoved { get; init; }
    public int Version { get; init; }
    public required Instant CreatedAt { get; init; }
    public Instant UpdatedAt { get; init; }

    /// <summary>The id of the template's stream.</summary>
    public static Guid IdOf(string key) => CommandId.Derive($"tenant-template|{key}");

    public static TenantTemplate Apply(TenantTemplate? state, Recorded<TenantTemplateEvent> recorded)
    {
        var next = recorded.Event switch
        {
            TenantTemplateEvent.Saved saved => new TenantTemplate
            {
                Key = saved.Key,
                Name = saved.Name,
                Content = saved.Content,
                CreatedAt = state?.CreatedAt ?? recorded.At,
            },
            TenantTemplateEvent.Removed removed => (state
                ?? new() { Key = removed.Key, Name = removed.Key, Content = new(), CreatedAt = recorded.At }) with
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

    public sealed record Saved(string Key, string Name, TemplateContent Content) : TenantTemplateEvent;

    public sealed record Removed(string Key) : TenantTemplateEvent;
}

/// <summary>Stores templates.</summary>
public interface ITenantTemplates : IAggregateStore<TenantTemplate, TenantTemplateEvent>
{
    /// <summary>All that were ever written, removed ones included, by key; at most <see cref="TenantTemplate.MostTemplates"/>.</summary>
    Task<IReadOnlyList<TenantTemplate>> List(CancellationToken cancellation);

    /// <summary>One that can be used. The standard one is there before anybody has written it.</summary>
    async Task<TenantTemplate?> Find(string key, CancellationToken cancellation) =>
        await Load(TenantId.Platform, TenantTemplate.IdOf(key), cancellation) switch
        {
            { IsRemoved: false } found => found,
            null when key == TenantTemplate.Standard => StandardTemplate.Unwritten,
            _ => null,
        };

    /// <summary>All that can be used, by key.</summary>
    async Task<IReadOnlyList<TenantTemplate>> All(CancellationToken cancellation)
    {
        var written = await List(cancellation);
        IEnumerable<TenantTemplate> unwritten =
            written.Any(template => template.Key == TenantTemplate.Standard) ? [] : [StandardTemplate.Unwritten];
        return
        [
            .. written.Where(template => !template.IsRemoved).Concat(unwritten)
                .OrderBy(template => template.Key, StringComparer.Ordinal),
        ];
    }
}
