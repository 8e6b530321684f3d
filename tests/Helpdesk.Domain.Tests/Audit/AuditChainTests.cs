using Helpdesk.Domain.Audit;

namespace Helpdesk.Domain.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly TenantId Tenant = new(new Guid("0198c0de-7a11-7000-8000-000000000001"));

    private static readonly FeedEvent Event = new()
    {
        Place = FeedPlace.Start,
        Tenant = Tenant,
        Stream = new Guid("0198c0de-7a11-7000-8000-000000000002"),
        Version = 3,
        At = Instant.FromUnixTimeMilliseconds(1_763_460_000_123),
        Actor = new AccountId(new Guid("0198c0de-7a11-7000-8000-000000000003")),
        Origin = "203.0.113.7 session",
        Kind = "ticket.subject_changed",
        Data = """{"to": "Ä", "from": "B"}""",
    };

    // Computed from the form in README.md with Python's hashlib.
    [Fact]
    public void The_form_is_the_one_that_is_written_down()
    {
        Convert.ToHexStringLower(AuditChain.ContentOf(Event)).ShouldBe("9c7c79b9386e776ed318166739af1f0d6de21804e4254cf64bad07046faf9f84");
        Convert.ToHexStringLower(AuditChain.Next(null, Event).Hash).ShouldBe(
            "8e706887664dc84de3cc4d5d411573d4fbd2eeec880ca1721694c78f16ff08fd");
    }

    public static TheoryData<string, FeedEvent> Changes => new()
    {
        { "tenant", Event with { Tenant = new(Guid.Empty) } },
        { "stream", Event with { Stream = Guid.Empty } },
        { "version", Event with { Version = 4 } },
        { "at", Event with { At = Event.At + Duration.FromTicks(10) } },
        { "actor", Event with { Actor = null } },
        { "origin", Event with { Origin = "203.0.113.8 session" } },
        { "kind", Event with { Kind = "ticket.subject_change" } },
        { "data", Event with { Data = Event.Data.Replace('B', 'C') } },
        { "what is absent for what is empty", Event with { Origin = "" } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Whatever_is_changed_shows(string what, FeedEvent changed) =>
        AuditChain.ContentOf(changed).ShouldNotBe(
            AuditChain.ContentOf(Event with { Origin = changed.Origin == "" ? null : Event.Origin }), what);

    [Fact]
    public void A_link_depends_on_every_one_before_it()
    {
        var first = AuditChain.Next(null, Event);
        var forged = AuditChain.Next(null, Event with { Origin = "somewhere else" });

        AuditChain.Next(first, Event with { Version = 4 }).Hash.ShouldNotBe(AuditChain.Next(forged, Event with { Version = 4 }).Hash);
    }

    [Fact]
    public void A_head_can_be_noted_down_and_read_again()
    {
        var link = AuditChain.Next(null, Event);

        var (number, hash) = AuditHead.Parse(AuditHead.Text(link))!.Value;

        (number, Convert.ToHexString(hash)).ShouldBe((1, Convert.ToHexString(link.Hash)));
        AuditHead.Parse("1:abc").ShouldBeNull();
        AuditHead.Parse("0:" + new string('a', 64)).ShouldBeNull();
        AuditHead.Parse("nonsense").ShouldBeNull();
    }

    [Theory]
    [InlineData("203.0.113.7 session", "203.0.113.7", "session", null)]
    [InlineData("due", null, "due", null)]
    [InlineData(
        "203.0.113.7 bearer grant:0198c0de-7a11-7000-8000-000000000009", "203.0.113.7", "bearer", "0198c0de-7a11-7000-8000-000000000009")]
    public void Where_from_is_read_as_it_was_written(string text, string? address, string door, string? grant)
    {
        AuditOrigin.Parse(text).ShouldBe(new AuditOrigin(address, door, grant is null ? null : Guid.Parse(grant)));
        if (address is not null)
            AuditOrigin.Text(address, door, grant is null ? null : Guid.Parse(grant)).ShouldBe(text);
    }

    [Fact]
    public void Nothing_younger_than_a_year_is_forgotten_whatever_the_setting()
    {
        var now = Instant.FromUtc(2026, 11, 21, 0, 0);

        AuditRetention.Before(3, "Europe/Berlin", now).ShouldBe(Instant.FromUtc(2025, 11, 20, 23, 0));
        AuditRetention.Before(24, "Europe/Berlin", now).ShouldBe(Instant.FromUtc(2024, 11, 20, 23, 0));
        // Midnight in summer time, though it is winter now; and the day before, where it is still yesterday.
        AuditRetention.Before(17, "Europe/Berlin", now).ShouldBe(Instant.FromUtc(2025, 6, 20, 22, 0));
        AuditRetention.Before(24, "America/New_York", now).ShouldBe(Instant.FromUtc(2024, 11, 20, 5, 0));
        AuditRetention.IsForgettable("account.signed_in").ShouldBeTrue();
        AuditRetention.IsForgettable("ticket.opened").ShouldBeFalse();
        AuditRetention.IsForgettable("audit.forgotten").ShouldBeFalse();
    }
}
