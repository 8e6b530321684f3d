using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Push;

namespace Helpdesk.Api.Push;

/// <param name="PublicKey">
/// The platform's, for `applicationServerKey` of `PushManager.subscribe`: an uncompressed point of P-256 in base64url. It never changes.
/// </param>
public sealed record PushKeyResponse(string PublicKey);

/// <param name="Endpoint">
/// Where the browser is reached, as it says itself: `https://…`, at most 2,000 characters of ASCII, port 443 or 8443. Its name must lead
/// into the public network. The same one again renews it. In Development also `http://`, this machine and any port.
/// </param>
/// <param name="P256dh">The browser's public key: an uncompressed point of P-256 in base64url.</param>
/// <param name="Auth">The browser's secret: 16 bytes in base64url.</param>
/// <param name="Name">As it stands in the list, at most 100 characters: browser and system.</param>
public sealed record PushSubscriptionRequest(
    [Required, OneLine(PushRules.LongestEndpoint)] string? Endpoint = null,
    [Required, OneLine(PushRules.LongestKey)] string? P256dh = null,
    [Required, OneLine(PushRules.LongestKey)] string? Auth = null,
    [Required, OneLine(PushSubscription.LongestName)] string? Name = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) =>
        PushRules.Faults(Endpoint, P256dh, Auth, context.RequestServices.GetRequiredService<IOutboundTargets>());

    internal PushTarget ToDomain() => PushRules.Target(Endpoint ?? "", P256dh ?? "", Auth ?? "")
        ?? throw new InvalidOperationException("The keys were judged before.");
}

/// <summary>
/// A browser that is told. It goes when somebody signs out there, ends its session or changes the password, and when the browser was not
/// here for 60 days. While its session has only run out, it is told that there is something, and not what.
/// </summary>
/// <param name="RenewedAt">When the browser was last here.</param>
/// <param name="Current">It was renewed in this session.</param>
public sealed record PushSubscriptionResponse(
    Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset RenewedAt, bool Current)
{
    internal static PushSubscriptionResponse Of(PushSubscription subscription, Guid session) => new(
        subscription.Id, subscription.Name, subscription.CreatedAt.ToDateTimeOffset(), subscription.RenewedAt.ToDateTimeOffset(),
        subscription.Session == session);
}

/// <param name="Items">Those of this host, the oldest first; at most 20.</param>
public sealed record PushSubscriptionListResponse(IReadOnlyList<PushSubscriptionResponse> Items);

internal sealed class PushExamples : IExamples
{
    // The point of RFC 8291's own example.
    internal const string Point =
        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4";

    private static readonly PushSubscriptionResponse Phone = new(
        new("0198c0de-7a11-7000-8000-0000000000f3"), "Chrome, Android", new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero),
        new(2026, 11, 18, 7, 30, 0, TimeSpan.Zero), Current: true);

    public IEnumerable<object> All =>
    [
        new PushKeyResponse(Point),
        new PushSubscriptionRequest(
            "https://push.example/p/JzLQ3raZJfFBR0aqvOMsLrt54w4", Point, "BTBZMqHH6r4Tts7J_aSIgg", "Chrome, Android"),
        Phone,
        new PushSubscriptionListResponse([Phone]),
    ];
}
