using System.Collections.Immutable;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Domain.Tests.Staff;

/// <summary>Who may say what about expertise, rates and time.</summary>
public sealed class StaffRulesTests
{
    private static readonly LocalDate Day = new(2026, 11, 18);
    private static readonly ExpertiseItem Printers = new("drucker", 3, null, null);
    private static readonly Work Work = new(30, Day, "Geprüft", Billable: true);

    [Fact]
    public void Agents_declare_their_own_expertise_and_managers_anybodys()
    {
        var (agent, manager) = (Some.Member(Role.Agent), Some.Member(Role.Manager));

        ExpertiseRules.Declare(null, agent.Account, [Printers], agent).Events.ShouldHaveSingleItem();
        ExpertiseRules.Declare(null, agent.Account, [Printers], manager).Events.ShouldHaveSingleItem();
        ExpertiseRules.Declare(null, manager.Account, [Printers], agent).Refusal.ShouldBe(AccessErrors.RoleRequired);
        ExpertiseRules.Declare(Expertise.NothingDeclared(agent.Account)
            with
        { Items = [Printers] }, agent.Account, [Printers], agent).Events.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("", 3, null, "/items/0/area")]
    [InlineData("a\nb", 3, null, "/items/0/area")]
    [InlineData("drucker", 0, null, "/items/0/level")]
    [InlineData("drucker", 6, null, "/items/0/level")]
    [InlineData("drucker", 3, "", "/items/0/qualification")]
    public void Expertise_that_says_nothing_is_refused(string area, int level, string? qualification, string pointer)
    {
        var agent = Some.Member(Role.Agent);

        ExpertiseRules.Declare(null, agent.Account, [new(area, level, qualification, null)], agent).Refusal!.Fields
            .ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
    }

    [Fact]
    public void One_area_is_named_once_for_each_qualification_whatever_its_case()
    {
        var agent = Some.Member(Role.Agent);
        ImmutableArray<ExpertiseItem> twice = [Printers, Printers with { Area = " DRUCKER", Level = 5 }];

        ExpertiseRules.Declare(null, agent.Account, twice, agent).Refusal!.Fields.ShouldHaveSingleItem().Code.ShouldBe("duplicate");
        ExpertiseRules.Declare(null, agent.Account, [Printers, Printers with { Qualification = "Meister" }], agent).Refusal.ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.Customer, false)]
    [InlineData(Role.Agent, false)]
    [InlineData(Role.Manager, true)]
    [InlineData(Role.Admin, true)]
    [InlineData(Role.Operator, false)]
    public void Rates_are_for_managers_and_admins(Role role, bool may)
    {
        var member = Some.Member(role);

        (RateRules.Read(member) is null).ShouldBe(may);
        (RateRules.Agree(null, member.Account, [Rate(1, 31)], member).Refusal is null).ShouldBe(may);
    }

    [Fact]
    public void No_day_has_two_rates_whatever_their_order()
    {
        Fault(Rate(1, 31), Rate(31, 40)).ShouldBe(("/items/1/valid_from", "overlapping"));
        Fault(Rate(20, 40), Rate(1, 20)).ShouldBe(("/items/0/valid_from", "overlapping"));
        Fault(Rate(1, null), Rate(100, null)).ShouldBe(("/items/1/valid_from", "overlapping"));
        Fault(Rate(10, 9)).ShouldBe(("/items/0/valid_to", "before-start"));
        Fault(Rate(1, 31) with { PerHour = new(-1, "EUR") }).ShouldBe(("/items/0/amount_minor", "out-of-range"));
        Fault(Rate(1, 31) with { PerHour = new(1, "eur") }).ShouldBe(("/items/0/currency", "unknown-currency"));
        Fault(Rate(32, null), Rate(1, 31)).ShouldBeNull();
    }

    [Fact]
    public void Agents_touch_and_read_their_own_time_only()
    {
        var (agent, colleague, manager, customer) =
            (Some.Member(Role.Agent), Some.Member(Role.Agent), Some.Member(Role.Manager), Some.Member(Role.Customer));
        var entry = Guid.CreateVersion7();
        var sheet = Fold(TimeRules.Record(TimeSheet.Empty, entry, agent.Account, Work, agent, Day));

        TimeRules.Record(sheet, entry, agent.Account, Work, colleague, Day).Refusal.ShouldBe(StaffErrors.OwnTimeOnly);
        TimeRules.Record(sheet, entry, customer.Account, Work, customer, Day).Refusal.ShouldBe(AccessErrors.RoleRequired);
        TimeRules.Correct(sheet, entry, new(Minutes: 5), 1, colleague, Day).Refusal.ShouldBe(AccessErrors.NotFound);
        TimeRules.Remove(sheet, entry, null, colleague).Refusal.ShouldBe(AccessErrors.NotFound);
        TimeRules.Correct(sheet, entry, new(Minutes: 5), 1, manager, Day).Events.ShouldHaveSingleItem();
        TimeRules.Correct(sheet, entry, new(Minutes: 5), 2, agent, Day).Refusal.ShouldBe(FeedErrors.Stale);
        TimeRules.Remove(sheet, entry, 1, agent).Events.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(0, 0, "/minutes")]
    [InlineData(-1, 0, "/minutes")]
    [InlineData(1441, 0, "/minutes")]
    [InlineData(30, 1, "/worked_on")]
    [InlineData(30, -100_000, "/worked_on")]
    public void Time_that_nobody_can_have_spent_is_refused(int minutes, int days, string pointer)
    {
        var agent = Some.Member(Role.Agent);

        TimeRules.Record(
            TimeSheet.Empty, Guid.NewGuid(), agent.Account, Work with { Minutes = minutes, On = Day.PlusDays(days) }, agent, Day)
            .Refusal!.Fields.ShouldHaveSingleItem().Pointer.ShouldBe(pointer);
    }

    private static (string, string)? Fault(params HourlyRate[] rates)
    {
        var manager = Some.Member(Role.Manager);
        var refusal = RateRules.Agree(null, Some.Account(), [.. rates], manager).Refusal;
        return refusal is null ? null : (refusal.Fields.ShouldHaveSingleItem().Pointer, refusal.Fields[0].Code);
    }

    private static HourlyRate Rate(int from, int? to) =>
        new(new(8_550, "EUR"), new LocalDate(2026, 1, 1).PlusDays(from), to is { } last ? new LocalDate(2026, 1, 1).PlusDays(last) : null);

    private static TimeSheet Fold(Decision<TimeSheetEvent> decision) => decision.Events.Aggregate(
        TimeSheet.Empty, (sheet, what) => TimeSheet.Apply(
            sheet, new Recorded<TimeSheetEvent>(sheet.Version + 1, Some.Moment(), null, what)));
}
