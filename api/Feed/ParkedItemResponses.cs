using Helpdesk.Domain.Feed;

namespace Helpdesk.Api.Feed;

public sealed record ParkedItemResponse
{
    public required Guid Id { get; init; }

    /// <summary>Slug of the tenant whose it is.</summary>
    public required string Tenant { get; init; }

    /// <summary>
    /// `feed`: an event that a consumer should have handled; `due`: a moment that its subject should have settled; `state`: what is stored
    /// of one thing.
    /// </summary>
    public required ParkedSource Source { get; init; }

    /// <summary>Who should have handled it: a consumer such as `mail`, or a kind such as `ticket`.</summary>
    public required string Handler { get; init; }

    /// <summary>The event's kind, such as `notification.owed`; of a moment its name; of a state the kind of thing.</summary>
    public required string Kind { get; init; }

    /// <summary>Id of what it is about.</summary>
    public required Guid Subject { get; init; }

    /// <summary>How often it was tried; 0: it waits for the first time.</summary>
    public required int Tries { get; init; }
    public required MishapReason Reason { get; init; }

    /// <summary>The reason in words.</summary>
    public required ParkedWords Words { get; init; }

    /// <summary>What the machine said, at most 500 characters. null: it said nothing, or this is not the console.</summary>
    public required string? Detail { get; init; }
    public required DateTimeOffset FirstAt { get; init; }

    /// <summary>The last try.</summary>
    public required DateTimeOffset LastAt { get; init; }

    /// <summary>When it is tried again by itself. null: it is parked, and waits for a replay.</summary>
    public required DateTimeOffset? NextTryAt { get; init; }

    /// <param name="forOperators">Else without what the machine said.</param>
    internal static ParkedItemResponse Of(ParkedItem item, bool forOperators)
    {
        var (de, en) = MishapWords.Of(item.Mishap.Reason);
        return new()
        {
            Id = item.Id,
            Tenant = item.TenantSlug,
            Source = item.Source,
            Handler = item.Handler,
            Kind = item.Kind,
            Subject = item.Subject,
            Tries = item.Tries,
            Reason = item.Mishap.Reason,
            Words = new(de, en),
            Detail = forOperators ? item.Mishap.Detail : null,
            FirstAt = item.FirstAt.ToDateTimeOffset(),
            LastAt = item.LastAt.ToDateTimeOffset(),
            NextTryAt = item.NextAt?.ToDateTimeOffset(),
        };
    }
}

public sealed record ParkedWords(string De, string En);

/// <param name="Items">Newest first.</param>
public sealed record ParkedItemListResponse(IReadOnlyList<ParkedItemResponse> Items, string? NextCursor);

internal sealed class ParkedItemExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 12, 12, 5, TimeSpan.Zero);

    private static readonly ParkedItemResponse Example = new()
    {
        Id = new("0198c0de-7a11-7000-8000-0000000000f1"),
        Tenant = "musterstadt",
        Source = ParkedSource.Feed,
        Handler = "mail",
        Kind = "notification.owed",
        Subject = new("0198c0de-7a11-7000-8000-0000000000f2"),
        Tries = 8,
        Reason = MishapReason.Unreadable,
        Words = new(MishapWords.Of(MishapReason.Unreadable).De, MishapWords.Of(MishapReason.Unreadable).En),
        Detail = null,
        FirstAt = At,
        LastAt = At.AddMinutes(5),
        NextTryAt = null,
    };

    public IEnumerable<object> All => [Example, new ParkedItemListResponse([Example], null)];
}
