namespace Helpdesk.Domain.Tests.Tenants;

public sealed class LicenceTests
{
    private static readonly TenantId Town = Some.Tenant();
    private static readonly Member Operator = new(Town, Some.Account(), Role.Operator);
    private static readonly Instant Start = Instant.FromUtc(2026, 1, 1, 0, 0);
    private static readonly Instant End = Instant.FromUtc(2027, 1, 1, 0, 0);
    private static readonly LicenceTerms Year = new("standard", 10, ["knowledge"], Start, End, GraceDays: 14);

    [Fact]
    public void How_a_licence_stands_follows_from_the_clock()
    {
        var second = Duration.FromSeconds(1);

        Year.StateAt(Start - second).ShouldBe(LicenceState.Upcoming);
        Year.StateAt(Start).ShouldBe(LicenceState.Active);
        Year.StateAt(End - second).ShouldBe(LicenceState.Active);
        Year.StateAt(End).ShouldBe(LicenceState.Grace);
        Year.StateAt(End + Duration.FromDays(14) - second).ShouldBe(LicenceState.Grace);
        Year.StateAt(End + Duration.FromDays(14)).ShouldBe(LicenceState.Expired);
        LicenceTerms.Trial.StateAt(End).ShouldBe(LicenceState.Active);
    }

    [Fact]
    public void Only_operators_grant_a_licence_and_none_to_the_platform()
    {
        LicenceRules.Grant(null, Year, 0, Operator with { Role = Role.Admin }, Start).Refusal.ShouldBe(AccessErrors.OperatorOnly);
        LicenceRules.Grant(null, Year, 0, Operator with { Tenant = TenantId.Platform }, Start).Refusal.ShouldBe(AccessErrors.NotFound);
        LicenceRules.Grant(null, Year, 0, Operator, Start).Events.ShouldBe([new LicenceEvent.Granted(null, Year)]);
    }

    [Fact]
    public void The_same_terms_again_change_nothing() =>
        LicenceRules.Grant(Granted(Year), Year with { Features = ["knowledge"] }, 0, Operator, Start).Events.ShouldBeEmpty();

    [Fact]
    public void The_trial_sent_back_as_it_was_read_stays_the_trial_and_any_other_terms_without_a_beginning_begin_with_the_grant()
    {
        var trial = LicenceTerms.Trial with { ValidFrom = LicenceTerms.FromNow, Zone = "Europe/Berlin" };

        LicenceRules.Grant(null, trial, 0, Operator, Start).Events.ShouldBeEmpty();
        LicenceRules.Grant(null, trial with { Seats = 26 }, 0, Operator, Start).Events.ShouldBe(
            [new LicenceEvent.Granted(null, trial with { Seats = 26, ValidFrom = Start })]);
        LicenceRules.Grant(null, trial with { ValidFrom = Start }, 0, Operator, End).Events.ShouldBe(
            [new LicenceEvent.Granted(null, trial with { ValidFrom = Start })], "who names a beginning, grants");
        LicenceRules.Grant(Granted(Year), trial, 0, Operator, Start).Events.ShouldBe(
            [new LicenceEvent.Granted(Year, trial with { ValidFrom = Start })]);
    }

    [Fact]
    public void Fewer_seats_than_used_are_granted_with_a_warning() =>
        LicenceRules.Grant(Granted(Year), Year with { Seats = 3 }, 5, Operator, Start).Events
            .ShouldBe([new LicenceEvent.Granted(Year, Year with { Seats = 3 }), new LicenceEvent.SeatsShort(100, 5, 3)]);

    [Fact]
    public void Wrong_terms_are_refused_each_with_its_member()
    {
        var wrong = new LicenceTerms(" ", -1, ["a", "a", ""], End, Start, 366);

        var faults = LicenceRules.Grant(null, wrong, 0, Operator, Start).Refusal!.Fields;

        faults.Select(fault => fault.Pointer).ShouldBe(["/plan", "/seats", "/grace_days", "/valid_to", "/features", "/features/2"]);
    }

    [Fact]
    public void The_end_and_the_expiry_are_each_put_on_record_once()
    {
        var licence = Granted(Year);
        licence.Due.ShouldBe(new Dictionary<string, Instant>
        { [Licence.EndsDue] = End, [Licence.ExpiresDue] = End + Duration.FromDays(14) }, ignoreOrder: true);
        LicenceRules.Look(licence, End - Duration.FromSeconds(1)).Events.ShouldBeEmpty();

        licence = Look(licence, End, new LicenceEvent.GraceBegan(End + Duration.FromDays(14)));
        LicenceRules.Look(licence, End).Events.ShouldBeEmpty();
        licence.Due.Keys.ShouldBe([Licence.ExpiresDue]);

        licence = Look(licence, End + Duration.FromDays(20), new LicenceEvent.Expired(End + Duration.FromDays(14)));
        LicenceRules.Look(licence, End + Duration.FromDays(20)).Events.ShouldBeEmpty();
        licence.Due.ShouldBeEmpty();
    }

    [Fact]
    public void New_terms_begin_anew()
    {
        var expired = Look(Granted(Year), End + Duration.FromDays(20), new LicenceEvent.Expired(End + Duration.FromDays(14)));

        var renewed = Apply(expired, new LicenceEvent.Granted(Year, Year with { ValidTo = End + Duration.FromDays(365) }));

        renewed.Due.Count.ShouldBe(2);
        renewed.Terms.StateAt(End + Duration.FromDays(20)).ShouldBe(LicenceState.Active);
    }

    private static Licence Granted(LicenceTerms terms) => Apply(null, new LicenceEvent.Granted(null, terms));

    private static Licence Look(Licence licence, Instant now, LicenceEvent expected)
    {
        LicenceRules.Look(licence, now).Events.ShouldBe([expected]);
        return Apply(licence, expected);
    }

    private static Licence Apply(Licence? licence, LicenceEvent what) =>
        Licence.Apply(licence, new((licence?.Version ?? 0) + 1, Some.Moment(), null, what));
}
