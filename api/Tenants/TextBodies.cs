using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <param name="Text">In Markdown, at most 50,000 characters.</param>
/// <param name="Link">An https address that it leads to, such as the video in sign language; at most 300 characters. null: none.</param>
/// <param name="ReviewedOn">When somebody last looked whether it is true, today at the latest; null: not told.</param>
public sealed record TenantTextRequest(
    [Required, Lines(TenantTextRules.LongestText)] string? Text = null, [OneLine(TenantTextRules.LongestLink)] string? Link = null,
    [Day] string? ReviewedOn = null)
{
    internal TenantTextContent ToDomain() => new(Text ?? "", Link, Days.ReadOrNull(ReviewedOn, "/reviewed_on"));
}

/// <summary>A text of the municipality, or what stands in its place.</summary>
public sealed record TenantTextResponse
{
    public required TenantTextKey Key { get; init; }

    /// <summary>`de` or `en`.</summary>
    public required string Language { get; init; }

    /// <summary>In Markdown; null: there is none.</summary>
    public required string? Text { get; init; }

    /// <summary>Where it leads; null: nowhere.</summary>
    public required string? Link { get; init; }

    /// <summary>
    /// The platform's own words, which the municipality has neither written nor reviewed. Only the accessibility statement has them.
    /// </summary>
    public required bool IsDefault { get; init; }

    /// <summary>A day; null: nobody has said that they reviewed it.</summary>
    public required string? ReviewedOn { get; init; }

    /// <summary>A day, 12 months after the last review; null: it was never reviewed, so it is due now.</summary>
    public required string? ReviewDueOn { get; init; }

    /// <summary>null: the municipality has never written it.</summary>
    public required DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>0: never written.</summary>
    public required int Version { get; init; }

    internal static TenantTextResponse Of(TenantTextKey key, string language, TenantText kept)
    {
        var content = kept.Own ?? TenantTextDefaults.Of(key, language);
        return new()
        {
            Key = key,
            Language = language,
            Text = content?.Text,
            Link = content?.Link,
            IsDefault = kept.Own is null && content is not null,
            ReviewedOn = Days.Write(content?.ReviewedOn),
            ReviewDueOn = Days.Write(content?.ReviewDueOn),
            UpdatedAt = kept.Own is null ? null : kept.UpdatedAt.ToDateTimeOffset(),
            Version = kept.Version,
        };
    }
}

/// <param name="Items">Every text in every language, written or not.</param>
public sealed record TenantTextListResponse(IReadOnlyList<TenantTextItemResponse> Items);

/// <param name="Language">`de` or `en`.</param>
/// <param name="IsWritten">By the municipality. Otherwise nobody reads it, but for the platform's own accessibility statement.</param>
public sealed record TenantTextItemResponse(TenantTextKey Key, string Language, bool IsWritten);
