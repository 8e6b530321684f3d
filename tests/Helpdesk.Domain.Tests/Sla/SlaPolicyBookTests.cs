using static Helpdesk.Domain.Tests.Sla.Given;

namespace Helpdesk.Domain.Tests.Sla;

/// <summary>Exactly one policy wins, says why, and can keep its promise.</summary>
public sealed class SlaPolicyBookTests
{
    private static readonly Member Admin = new(Some.Tenant(), Some.Account(), Role.Admin);
    private static readonly Instant Now = At("2026-11-23 09:00");
    private static readonly Dictionary<Guid, BusinessCalendar> Calendars = Story.Calendars.ToDictionary(
        calendar => calendar.Origin!.Value.Id);
    private static readonly SlaPolicy Mayor = Named("Rathausspitze", SlaCondition.Always with { RequesterGroups = ["rathausspitze"] });
    private static readonly SlaPolicy Network =
        Named("Netz", SlaCondition.Always with { Categories = ["netz", "telefon"], Priorities = [Priority.High, Priority.Urgent] });
    private static readonly SlaPolicyBook Book = Story.Book(Mayor, Network, Story.Policy);

    [Theory]
    [InlineData("netz", Priority.Urgent, null,
        "'Netz' (2 of 3) because the priority is 'urgent' and the category is 'netz'; not 'Rathausspitze' (1 of 3): the requester "
            + "group is not set")]
    [InlineData("netz", Priority.Low, "rathausspitze", "'Rathausspitze' (1 of 3) because the requester group is 'rathausspitze'")]
    [InlineData(null, Priority.High, "presse",
        "'Bürodienst' (3 of 3) because it holds for every ticket; not 'Rathausspitze' (1 of 3): the requester group is 'presse'; " +
        "not 'Netz' (2 of 3): the category is not set")]
    public void The_first_that_holds_wins_and_says_why(string? category, Priority priority, string? group, string why) =>
        Book.Choose(new(priority, category, null, group)).Why.ShouldBe(why);

    [Fact]
    public void Terms_name_the_version_of_the_book_and_of_every_calendar_that_it_uses()
    {
        var terms = SlaTerms.Of(Book, Story.Medium, Story.Versions);

        (terms.Book, terms.Policy).ShouldBe((5, Story.Policy.Id));
        terms.Calendars.ShouldBe(new Dictionary<Guid, int> { [Story.OfficeHours.Id] = 3 });
    }

    [Fact]
    public void After_a_change_of_fields_another_policy_may_win_under_the_same_versions()
    {
        var terms = SlaTerms.Of(Book, Story.Medium, Story.Versions);

        var after = terms.After(Book, Story.Medium with { Category = "netz", Priority = Priority.High })!;

        (after.Book, after.Policy, after.Calendars).ShouldBe((5, Network.Id, terms.Calendars));
        terms.After(Book, Story.Medium with { Category = "netz" }).ShouldBeNull();
    }

    [Fact]
    public void A_policy_is_added_above_the_last_and_counted_from_one()
    {
        var added = SlaPolicyChanges.Add(SlaPolicyBook.Seeded, Mayor with { Revision = 9 }, null, Calendars, Admin, Now).Events.Single();
        var book = SlaPolicyBook.Apply(null, Recorded(1, added));
        var changed = SlaPolicyChanges.Change(book, Mayor with { Name = "Spitze" }, Calendars, Admin, Now).Events.Single();

        book.Policies.Select(policy => (policy.Name, policy.Revision)).ShouldBe([("Rathausspitze", 1), ("Standard", 1)]);
        SlaPolicyBook.Apply(book, Recorded(2, changed)).Policies.Select(policy => (policy.Name, policy.Revision)).ShouldBe(
            [("Spitze", 2), ("Standard", 1)]);
    }

    [Fact]
    public void The_last_policy_holds_for_every_ticket_and_no_other_does()
    {
        Refused(SlaPolicyChanges.Add(Book, Named("auch für alle", SlaCondition.Always), 0, Calendars, Admin, Now));
        Refused(SlaPolicyChanges.Add(Book, Mayor with { Id = Guid.NewGuid() }, 3, Calendars, Admin, Now));
        Refused(SlaPolicyChanges.Change(Book, Story.Policy with { Condition = Mayor.Condition }, Calendars, Admin, Now));
        Refused(SlaPolicyChanges.Change(Book, Mayor with { Condition = SlaCondition.Always }, Calendars, Admin, Now));
        Refused(SlaPolicyChanges.Remove(Book, Story.Policy.Id, Admin));
        Refused(SlaPolicyChanges.Reorder(Book, [Story.Policy.Id, Mayor.Id, Network.Id], Admin));

        static void Refused(Decision<SlaPolicyEvent> decision) => decision.Refusal!.Code.ShouldBe("default-policy-needed");
    }

    [Fact]
    public void Policies_can_be_put_in_another_order_and_removed()
    {
        var reordered = SlaPolicyChanges.Reorder(Book, [Network.Id, Mayor.Id, Story.Policy.Id], Admin).Events.Single();
        var removed = SlaPolicyChanges.Remove(Book, Mayor.Id, Admin).Events.Single();

        SlaPolicyBook.Apply(Book, Recorded(6, reordered)).Policies.Select(policy => policy.Name).ShouldBe(
            ["Netz", "Rathausspitze", "Bürodienst"]);
        SlaPolicyBook.Apply(Book, Recorded(6, removed)).Policies.Select(policy => policy.Name).ShouldBe(["Netz", "Bürodienst"]);
        SlaPolicyChanges.Reorder(Book, [Mayor.Id, Network.Id, Story.Policy.Id], Admin).Events.ShouldBeEmpty();
        SlaPolicyChanges.Reorder(Book, [Mayor.Id, Mayor.Id, Story.Policy.Id], Admin).Refusal!.Code.ShouldBe("invalid");
        SlaPolicyChanges.Remove(Book, Guid.NewGuid(), Admin).Refusal!.Code.ShouldBe("not-found");
        SlaPolicyChanges.Change(Book, Mayor with { Id = Guid.NewGuid() }, Calendars, Admin, Now).Refusal!.Code.ShouldBe("not-found");
    }

    [Fact]
    public void Only_an_admin_changes_policies()
    {
        var manager = Admin with { Role = Role.Manager };

        SlaPolicyChanges.Add(Book, Mayor, null, Calendars, manager, Now).Refusal!.Code.ShouldBe("admin-only");
        SlaPolicyChanges.Change(Book, Mayor, Calendars, manager, Now).Refusal!.Code.ShouldBe("admin-only");
        SlaPolicyChanges.Remove(Book, Mayor.Id, manager).Refusal!.Code.ShouldBe("admin-only");
        SlaPolicyChanges.Reorder(Book, [], manager).Refusal!.Code.ShouldBe("admin-only");
    }

    public static TheoryData<string, SlaPolicy> Faulty()
    {
        var never = Guid.NewGuid();
        return new()
        {
            { "/name required", Mayor with { Name = "" } },
            { "/targets/0/within not-positive", Promise(Duration.Zero) },
            { "/targets/0/within not-positive", Promise(Hours(-1)) },
            { "/targets/0/within too-long", Promise(Duration.FromDays(36_525)) },
            { "/targets/0/within not-whole-seconds", Promise(Duration.FromMilliseconds(1500)) },
            { "/targets/0/within never-due", Promise(Duration.FromDays(3653), Story.OfficeHours.Id) },
            { "/targets/0/calendar unknown-calendar", Promise(Hours(1), never) },
            { "/targets/1 duplicate", Mayor with { Objectives = [Promise(Hours(1)).Objectives[0], Promise(Hours(2)).Objectives[0]] } },
            { "/pauses/0 status-cannot-pause", Mayor with { Pauses = [Pause(TicketStatus.Resolved)] } },
            { "/pauses never-due",
                Mayor with { Pauses = [Pause(TicketStatus.Open), Pause(TicketStatus.InProgress), Pause(TicketStatus.WaitingOnCustomer)] } },
            { "/conditions/category/0 bad-key", Mayor with { Condition = SlaCondition.Always with { Categories = [" "] } } },
            { "/escalation/0/at_basis_points out-of-range", Step(new EscalationPoint.Share(0), new EscalationAction.AddTag("x")) },
            { "/escalation/0/at_basis_points out-of-range", Step(new EscalationPoint.Share(100_001), new EscalationAction.AddTag("x")) },
            { "/escalation/0/from_due out-of-range",
                Step(new EscalationPoint.Offset(Duration.FromDays(367)), new EscalationAction.AddTag("x")) },
            { "/escalation/0/actions required", Step(new EscalationPoint.Share(8000)) },
            { "/escalation/0/actions/0/value bad-key", Step(new EscalationPoint.Share(8000), new EscalationAction.AddTag("")) },
            { "/escalation/0/actions/0/value bad-key", Step(new EscalationPoint.Share(8000), new EscalationAction.ReassignTo(" ")) },
            { "/escalation/0/actions/0/value not-an-email-address",
                Step(new EscalationPoint.Share(8000), Mail("amt@example.org\r\nBcc: x@y")) },
            { "/escalation/0/actions/0/value not-an-email-address", Step(new EscalationPoint.Share(8000), Mail("amt")) },
            { "/escalation/1 duplicate", Mayor with { Steps = [Story.Policy.Steps[0], Story.Policy.Steps[0]] } },
        };

        static EscalationAction.Notify Mail(string address) => new(new SlaAudience.Email(address));
        static SlaPolicy Promise(Duration within, Guid? calendar = null) =>
            Mayor with { Objectives = [new(SlaTarget.Resolution, Priority.Low, within, calendar)] };
        static SlaPause Pause(TicketStatus status) => new(SlaTarget.Resolution, status);
        static SlaPolicy Step(EscalationPoint at, params EscalationAction[] actions) =>
            Mayor with { Steps = [new("step", null, at, actions)] };
    }

    [Theory]
    [MemberData(nameof(Faulty))]
    public void A_promise_that_cannot_be_kept_is_refused_with_the_place_of_the_fault(string fault, SlaPolicy policy)
    {
        var added = SlaPolicyChanges.Add(Story.Book(Story.Policy), policy, null, Calendars, Admin, Now);
        var changed = SlaPolicyChanges.Change(Book, policy, Calendars, Admin, Now);

        foreach (var decision in new[] { added, changed })
        {
            decision.Refusal!.Kind.ShouldBe(ErrorKind.Invalid);
            decision.Refusal.Fields.Select(field => $"{field.Pointer} {field.Code}").ShouldBe([fault]);
        }
    }

    [Fact]
    public void A_policy_may_promise_nothing() =>
        SlaPolicyChanges.Change(Book, Mayor with { Objectives = [] }, Calendars, Admin, Now).Refusal.ShouldBeNull();

    [Fact]
    public void The_default_stands_up_to_its_own_checks() =>
        SlaPolicyChanges.Change(SlaPolicyBook.Seeded, SlaDefaults.Policy, Calendars, Admin, Now).Refusal.ShouldBeNull();

    private static SlaPolicy Named(string name, SlaCondition condition) =>
        Story.Policy with { Id = Guid.NewGuid(), Name = name, Condition = condition };

    private static Recorded<SlaPolicyEvent> Recorded(int version, SlaPolicyEvent happened) => new(version, Now, Admin.Account, happened);
}
