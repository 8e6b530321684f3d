using Helpdesk.Domain.Push;

namespace Helpdesk.Domain.Tests.Push;

public sealed class PushDeliveryTests
{
    private static readonly Instant Now = Instant.FromUtc(2026, 11, 18, 12, 0);

    [Theory]
    [InlineData(200, null)]
    [InlineData(201, null)]
    [InlineData(204, null)]
    [InlineData(301, PushFault.Refused)]
    [InlineData(400, PushFault.Refused)]
    [InlineData(401, PushFault.Refused)]
    [InlineData(403, PushFault.Refused)]
    [InlineData(404, PushFault.Gone)]
    [InlineData(408, PushFault.Failed)]
    [InlineData(410, PushFault.Gone)]
    [InlineData(413, PushFault.Refused)]
    [InlineData(429, PushFault.Failed)]
    [InlineData(500, PushFault.Failed)]
    [InlineData(503, PushFault.Failed)]
    public void A_status_says_whether_it_arrived_may_arrive_or_never_will(int status, PushFault? fault) =>
        PushAnswer.Of(status, null).Fault.ShouldBe(fault);

    [Fact]
    public void What_arrived_or_never_will_is_over_and_a_browser_that_is_gone_is_told_nothing_more()
    {
        Delivery().After(new(null), Now).ShouldBeOfType<PushOutcome.Over>();
        Delivery().After(new(PushFault.Refused), Now).ShouldBeOfType<PushOutcome.Over>();
        Delivery().After(new(PushFault.Gone), Now).ShouldBeOfType<PushOutcome.Unsubscribed>();
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 30)]
    [InlineData(2, 300)]
    [InlineData(3, 1_800)]
    [InlineData(4, 7_200)]
    public void What_failed_is_tried_again_ever_later(int before, int seconds)
    {
        var again = (Delivery() with { Attempts = before }).After(new(PushFault.Failed), Now).ShouldBeOfType<PushOutcome.Again>();

        (again.Delivery.Attempts, again.Delivery.NextAt).ShouldBe((before + 1, Now + Duration.FromSeconds(seconds)));
    }

    [Fact]
    public void After_the_last_try_it_is_given_up()
    {
        var tries = 1;
        var delivery = Delivery();
        for (; delivery.After(new(PushFault.Failed), Now) is PushOutcome.Again again; tries++)
            delivery = again.Delivery;

        tries.ShouldBe(PushRetries.Most);
    }

    [Theory]
    [InlineData(60, 60)] // longer than ours
    [InlineData(2, 5)] // shorter: ours
    [InlineData(100_000, 14_400)] // up to four hours
    [InlineData(-60, 5)]
    public void A_service_that_wants_to_be_left_alone_is_left_alone(int wish, int seconds) =>
        Delivery().After(new(PushFault.Failed, Duration.FromSeconds(wish)), Now).ShouldBeOfType<PushOutcome.Again>()
            .Delivery.NextAt.ShouldBe(Now + Duration.FromSeconds(seconds));

    [Fact]
    public void What_is_a_day_old_by_then_is_not_tried_again() =>
        (Delivery() with { QueuedAt = Now - PushRetries.Worth + Duration.FromSeconds(5) })
            .After(new(PushFault.Failed), Now).ShouldBeOfType<PushOutcome.Over>();

    private static PushDelivery Delivery() => new()
    {
        Told = new(Some.Tenant(), Guid.NewGuid(), 1, "somebody"),
        Host = Some.Tenant(),
        Subscription = Guid.NewGuid(),
        Service = "push.example",
        QueuedAt = Now,
        NextAt = Now,
    };
}
