namespace Helpdesk.Domain.Webhooks;

/// <summary>Who is told of what happens to tickets is the business of a municipality's admins.</summary>
public static class WebhookRules
{
    /// <summary>Webhooks of one municipality.</summary>
    public const int Most = 20;
    public const int LongestUrl = 2_000;
    public const int LongestName = 100;

    /// <summary>In hours: so long the secret before signs as well, unless somebody wants it otherwise.</summary>
    public const int UsualOverlap = 24;

    /// <summary>Inclusive; 0: the one before is worth nothing at once.</summary>
    public const int LongestOverlap = 168;

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    /// <param name="id">Of the new one.</param>
    /// <param name="secret">Sealed.</param>
    public static Decision<WebhookListEvent> Add(
        WebhookList? present, Guid id, WebhookChoice choice, string secret, Member member, IOutboundTargets targets) =>
        Read(member) is { } refusal ? refusal
        : Faults(choice, targets).ToList() is { Count: > 0 } faults ? Error.Invalid(faults)
        : present?.Items.Length >= Most ? WebhookErrors.TooMany
        : new WebhookListEvent.Added(id, Ordered(choice), secret);

    public static Decision<WebhookListEvent> Change(
        WebhookList? present, Guid id, int? version, WebhookChoice choice, Member member, IOutboundTargets targets)
    {
        if (Found(present, id, version, member).Refused(out var refusal, out var webhook))
            return refusal;
        if (Faults(choice, targets).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);
        var ordered = Ordered(choice);
        return IsSame(webhook.Choice, ordered) ? Decision<WebhookListEvent>.Nothing : new WebhookListEvent.Changed(id, ordered);
    }

    /// <param name="overlap">So long the secret of now signs as well.</param>
    public static Decision<WebhookListEvent> Rotate(
        WebhookList? present, Guid id, int? version, string secret, Duration overlap, Member member, Instant now) =>
        Found(present, id, version, member).Refused(out var refusal, out _) ? refusal
            : new WebhookListEvent.SecretRotated(id, secret, now + overlap);

    public static Decision<WebhookListEvent> Remove(WebhookList? present, Guid id, int? version, Member member) =>
        Found(present, id, version, member).Refused(out var refusal, out _) ? refusal : new WebhookListEvent.Removed(id);

    /// <summary>By the platform, once.</summary>
    public static Decision<WebhookListEvent> Stop(WebhookList? present, Guid id, WebhookStop because) =>
        present?.Find(id) is { IsActive: true } ? new WebhookListEvent.Stopped(id, because) : Decision<WebhookListEvent>.Nothing;

    public static Result<Webhook> Found(WebhookList? present, Guid id, int? version, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Find(id) is not { } webhook ? AccessErrors.NotFound
        : version.IsStale(webhook.Version) ? FeedErrors.Stale
        : webhook;

    private static bool IsSame(WebhookChoice one, WebhookChoice other) =>
        one with { Events = [] } == other with { Events = [] } && one.Events.SequenceEqual(other.Events);

    private static WebhookChoice Ordered(WebhookChoice choice) =>
        choice with { Events = [.. WebhookKinds.All.Where(choice.Events.Contains)] };

    private static IEnumerable<FieldError> Faults(WebhookChoice choice, IOutboundTargets targets)
    {
        if (choice.Events.IsEmpty)
            yield return FieldCode.Required.At("/events");
        foreach (var (place, kind) in choice.Events.Index())
        {
            if (!WebhookKinds.All.Contains(kind))
                yield return FieldError.UnknownWord($"/events/{place}", WebhookKinds.All);
        }

        if (OutboundAddress.Fault(choice.Url, targets) is { } fault)
            yield return fault.At("/url");
    }
}
