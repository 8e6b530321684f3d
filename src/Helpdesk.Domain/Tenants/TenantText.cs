namespace Helpdesk.Domain.Tenants;

/// <summary>The texts of a municipality that stand in the footer of every page, in the order in which they are listed.</summary>
public enum TenantTextKey
{
    /// <summary>The statement that BITV 2.0 asks for; the only one that has a default.</summary>
    Accessibility,
    Privacy,
    Imprint,
    /// <summary>Leichte Sprache: what the portal is for and how to use it.</summary>
    EasyLanguage,
    /// <summary>What the portal is for in sign language: words around the video that the link leads to.</summary>
    SignLanguage,
    Help,
}

/// <param name="Text">In Markdown.</param>
/// <param name="Link">An https address that it leads to, such as a video; <c>null</c>: none.</param>
/// <param name="ReviewedOn">When somebody last looked whether it is true; <c>null</c>: not told.</param>
public sealed record TenantTextContent(string Text, string? Link = null, LocalDate? ReviewedOn = null)
{
    /// <summary>In months: the accessibility statement is to be looked at every year.</summary>
    public const int ReviewedEvery = 12;

    /// <summary>When somebody must look again; <c>null</c>: nobody has yet.</summary>
    [JsonIgnore]
    public LocalDate? ReviewDueOn => ReviewedOn?.PlusMonths(ReviewedEvery);
}

/// <param name="Today">In the municipality's zone.</param>
public sealed record WriteTenantText(TenantTextKey Key, string Language, TenantTextContent Content, LocalDate Today);

/// <summary>One text of one municipality in one language.</summary>
public sealed record TenantText : IAggregate<TenantText, TenantTextEvent>
{
    public static string Kind => "tenant_text";

    public static readonly TenantText Unwritten = new() { Version = 0 };

    public static IReadOnlyList<string> Languages { get; } = ["de", "en"];

    /// <summary>Which it is; <c>null</c>: nothing was ever written.</summary>
    public TenantTextKey? Key { get; init; }

    public string? Language { get; init; }

    /// <summary><c>null</c>: none, or the default.</summary>
    public TenantTextContent? Own { get; init; }
    public required int Version { get; init; }
    public Instant UpdatedAt { get; init; }

    public static Guid StreamOf(TenantId tenant, TenantTextKey key, string language) =>
        CommandId.Derive($"{tenant}|{Kind}|{Words<TenantTextKey>.Of(key)}|{language}");

    public static TenantText Apply(TenantText? state, Recorded<TenantTextEvent> recorded)
    {
        var (key, language, own) = recorded.Event switch
        {
            TenantTextEvent.Written written => (written.Key, written.Language, written.Content),
            TenantTextEvent.Removed removed => (removed.Key, removed.Language, (TenantTextContent?)null),
            var unknown => throw new InvalidOperationException($"A text cannot go on with {unknown.GetType().Name}."),
        };
        return new() { Key = key, Language = language, Own = own, Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>What can happen to it. Stored for good.</summary>
public abstract record TenantTextEvent
{
    private TenantTextEvent() { }

    public sealed record Written(TenantTextKey Key, string Language, TenantTextContent Content) : TenantTextEvent;

    /// <summary>The default holds again where there is one.</summary>
    public sealed record Removed(TenantTextKey Key, string Language) : TenantTextEvent;
}

public interface ITenantTexts : IAggregateStore<TenantText, TenantTextEvent>
{
    /// <summary>Which the municipality wrote itself, in no order.</summary>
    Task<IReadOnlyList<(TenantTextKey Key, string Language)>> Written(TenantId tenant, CancellationToken cancellation);
}

/// <summary>What is written there is the business of the municipality's admins, and read by everybody.</summary>
public static class TenantTextRules
{
    /// <summary>In characters, inclusive.</summary>
    public const int LongestText = 50_000;
    public const int LongestLink = 300;

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    public static IEnumerable<FieldError> Faults(TenantTextContent content, LocalDate today)
    {
        FieldError?[] faults =
        [
            Text.Body(content.Text, "/text", LongestText),
            content.Link is { } link && !TenantSettingsRules.IsWebAddress(link)
                ? FieldCode.Format.At("/link", "Muss eine https-Adresse sein.", "Must be an https address.") : null,
            content.ReviewedOn > today
                ? FieldCode.OutOfRange.At("/reviewed_on", "Darf nicht in der Zukunft liegen.", "Must not lie in the future.") : null,
        ];
        return faults.OfType<FieldError>();
    }

    public static Decision<TenantTextEvent> Write(TenantText? present, WriteTenantText command, Member member)
    {
        if (Read(member) is { } refusal)
            return refusal;
        if (Faults(command.Content, command.Today).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);
        return present?.Own == command.Content ? Decision<TenantTextEvent>.Nothing
            : new TenantTextEvent.Written(command.Key, command.Language, command.Content);
    }

    public static Decision<TenantTextEvent> Remove(TenantText? present, TenantTextKey key, string language, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Own is null ? Decision<TenantTextEvent>.Nothing : new TenantTextEvent.Removed(key, language);
}
