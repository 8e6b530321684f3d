using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Tests;

/// <summary>Days are the municipality's days.</summary>
public sealed class LocalDaysTests
{
    [Theory]
    [InlineData("2026-10-24T22:00:00Z", 1, "Europe/Berlin", "2026-10-25T23:00:00Z")]
    [InlineData("2026-03-28T23:00:00Z", 1, "Europe/Berlin", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-11T22:00:00Z", 14, "Europe/Berlin", "2026-10-25T23:00:00Z")]
    [InlineData("2026-11-18T09:30:00Z", 14, "Europe/Berlin", "2026-12-02T09:30:00Z")]
    [InlineData("2026-03-28T01:30:00Z", 1, "Europe/Berlin", "2026-03-29T01:30:00Z")]
    [InlineData("2026-10-24T22:00:00Z", 1, null, "2026-10-25T22:00:00Z")]
    [InlineData("2026-10-24T22:00:00Z", 0, "Europe/Berlin", "2026-10-24T22:00:00Z")]
    public void So_many_dates_later_it_is_the_same_time_of_day(string from, int days, string? zone, string expected) =>
        LocalDays.After(At(from), days, zone).ShouldBe(At(expected));

    [Fact]
    public void Grace_over_the_end_of_summer_time_ends_at_the_towns_midnight()
    {
        var terms = LicenceTerms.Trial with { ValidTo = At("2026-10-11T22:00:00Z"), GraceDays = 14, Zone = "Europe/Berlin" };

        terms.StateAt(At("2026-10-25T22:59:59Z")).ShouldBe(LicenceState.Grace);
        terms.StateAt(At("2026-10-25T23:00:00Z")).ShouldBe(LicenceState.Expired);
    }

    private static Instant At(string text) => NodaTime.Text.InstantPattern.ExtendedIso.Parse(text).Value;
}
