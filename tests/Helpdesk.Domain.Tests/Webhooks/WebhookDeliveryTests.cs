using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Domain.Tests.Webhooks;

public sealed class WebhookDeliveryTests
{
    private static readonly Instant At = Instant.FromUtc(2026, 12, 1, 9, 0);
    private static readonly WebhookDelivery New =
        WebhookDelivery.Test(Some.Tenant(), Guid.NewGuid(), Guid.NewGuid(), "musterstadt", null, At);

    [Fact]
    public void It_is_tried_ten_times_with_growing_gaps()
    {
        var (now, delivery, gaps) = (At, New, new List<string>());
        while (delivery.State is not DeliveryState.Failed)
        {
            delivery = delivery.After(WebhookAnswer.Of(500, null), now);
            if (delivery.NextAt is not { } next)
                continue;
            gaps.Add($"{(next - now).TotalMinutes:0.##}");
            now = next;
        }

        gaps.ShouldBe([$"{5 / 60d:0.##}", "5", "30", "120", "300", "600", "840", "1200", "1440"]);
        (delivery.Attempts, delivery.LastStatus, delivery.LastFault).ShouldBe((10, 500, DeliveryFault.Status));
        (WebhookRetries.Most, delivery.NextAt).ShouldBe((10, null));
    }

    [Theory]
    [InlineData(200, null)]
    [InlineData(204, null)]
    [InlineData(299, null)]
    [InlineData(199, DeliveryFault.Status)]
    [InlineData(300, DeliveryFault.Redirected)]
    [InlineData(308, DeliveryFault.Redirected)]
    [InlineData(400, DeliveryFault.Status)]
    [InlineData(410, DeliveryFault.Gone)]
    [InlineData(503, DeliveryFault.Status)]
    public void Only_statuses_from_200_to_299_mean_that_it_arrived(int status, DeliveryFault? fault) =>
        WebhookAnswer.Of(status, null).Fault.ShouldBe(fault);

    [Fact]
    public void A_receiver_that_wants_nothing_more_is_asked_no_second_time() =>
        New.After(WebhookAnswer.Of(410, null), At).State.ShouldBe(DeliveryState.Failed);

    [Theory]
    [InlineData(1, 5)]
    [InlineData(3_600, 3_600)]
    [InlineData(-5, 5)]
    [InlineData(1_000_000, 86_400)]
    public void A_receiver_may_want_it_later_within_a_day_but_not_sooner(int wish, int seconds) =>
        New.After(WebhookAnswer.Of(429, Duration.FromSeconds(wish)), At).NextAt.ShouldBe(At + Duration.FromSeconds(seconds));

    [Fact]
    public void Sent_again_it_is_the_same_under_the_same_id_from_the_first_try_on()
    {
        var webhook = new Webhook
        {
            Id = New.Webhook,
            Url = "https://x.example",
            Events = [],
            Sealed = "",
            CreatedAt = At,
            CreatedBy = null,
            UpdatedAt = At,
            ActiveSince = At,
            Version = 1,
        };
        var delivered = New.After(WebhookAnswer.Of(200, null), At);

        var again = delivered.Replay(webhook, At).Value;
        (again.Id, again.Body, again.State, again.Attempts, again.NextAt).ShouldBe((New.Id, New.Body, DeliveryState.Queued, 0, At));
        New.Replay(webhook, At).Error.ShouldBe(WebhookErrors.Underway);
        delivered.Replay(webhook with { IsActive = false }, At).Error.ShouldBe(WebhookErrors.Stopped);
        delivered.Drop(DeliveryFault.Withdrawn).Replay(webhook, At).Error.ShouldBe(WebhookErrors.NothingLeft);
    }
}
