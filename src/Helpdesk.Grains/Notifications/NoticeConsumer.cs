using System.Text.Json;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace Helpdesk.Grains.Notifications;

/// <summary>
/// Who is told of what happens to a tenant: its admins of seats, licence, operators inside and whom they appoint, a flag's owner of its
/// end. What happens to tickets is owed with the ticket's own event.
/// </summary>
internal sealed class NoticeConsumer(IOwedNotifications notices) : FeedConsumer
{
    private static readonly Dictionary<string, NotificationKind> Told = new(StringComparer.Ordinal)
    {
        [EventKind.Of("seat", typeof(SeatEvent.Warned))] = NotificationKind.SeatsShort,
        [EventKind.Of(Licence.Kind, typeof(LicenceEvent.SeatsShort))] = NotificationKind.SeatsShort,
        [EventKind.Of(Licence.Kind, typeof(LicenceEvent.GraceBegan))] = NotificationKind.LicenceInGrace,
        [EventKind.Of(Licence.Kind, typeof(LicenceEvent.Expired))] = NotificationKind.LicenceExpired,
        [EventKind.Of(FlagSet.Kind, typeof(FlagSetEvent.ExpiryWarned))] = NotificationKind.FlagExpires,
        [EventKind.Of(FlagSet.Kind, typeof(FlagSetEvent.Expired))] = NotificationKind.FlagExpired,
        [EventKind.Of(OwnDomain.Kind, typeof(OwnDomainEvent.CheckFailed))] = NotificationKind.DomainAtRisk,
        [EventKind.Of(OwnDomain.Kind, typeof(OwnDomainEvent.Lost))] = NotificationKind.DomainAtRisk,
        [EventKind.Of(ProviderGrant.Kind, typeof(ProviderGrantEvent.Requested))] = NotificationKind.ProviderAccess,
        [EventKind.Of(ProviderGrant.Kind, typeof(ProviderGrantEvent.Granted))] = NotificationKind.ProviderAccess,
        [EventKind.Of(WebhookList.Kind, typeof(WebhookListEvent.Stopped))] = NotificationKind.WebhookStopped,
        [EventKind.Of(MembershipEvent.Subject, typeof(MembershipEvent.Appointed))] = NotificationKind.ProviderAccess,
    };

    public override string Name => "notices";

    public override IReadOnlyCollection<string> Kinds => Told.Keys;

    public override Task Handle(FeedEvent happened, CancellationToken cancellation) => notices.Owe(
        new(happened.Tenant, happened.Stream, happened.Version, Told[happened.Kind], OwnerOf(happened), happened.Kind, happened.Data,
            happened.At)
        { IsLoaded = LoadedHistory.Is(happened.Origin) }, cancellation);

    private static AccountId? OwnerOf(FeedEvent happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return data.RootElement.TryGetProperty("owner", out var owner)
            && owner.ValueKind is JsonValueKind.String ? new(owner.GetGuid()) : null;
    }
}

public static class NoticeRegistration
{
    /// <summary>For a host that runs consumers of the feed.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services) => services.AddFeedConsumer<NoticeConsumer>();
}
