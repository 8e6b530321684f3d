namespace Helpdesk.Domain.Tests.Sla;

/// <summary>A ticket's life as its clocks see it: facts in order, then a look.</summary>
internal sealed record Story(SlaClock Clock, SlaRules Rules, IReadOnlyList<(Instant At, SlaFact Fact)> Facts)
{
    public static readonly CalendarRef OfficeHours = new(new Guid("0199f000-0000-7000-8000-0000000000c1"), 3);
    public static readonly CalendarRef Nights = new(new Guid("0199f000-0000-7000-8000-0000000000c2"), 1);

    public static readonly IReadOnlyList<BusinessCalendar> Calendars =
    [
        Given.Office.In("BY").Compiled(OfficeHours),
        (Given.Office with { Name = "Nachtdienst" }).With(Given.Window(Given.EveryDay, "22:00", "06:00")).Compiled(Nights),
    ];

    public static readonly IReadOnlyDictionary<Guid, int> Versions =
        Calendars.Select(calendar => calendar.Origin!.Value).ToDictionary(origin => origin.Id, origin => origin.Version);

    public static readonly SlaFields Medium = new(Priority.Medium, "it", null, null);

    /// <summary>
    /// In office hours: first answer within 2 h, next within 4 h, resolution within 9 h; urgent ones a quarter of that. Resolution waits
    /// for the customer.
    /// </summary>
    public static readonly SlaPolicy Policy = new(
        new Guid("0199f000-0000-7000-8000-0000000000a1"), 1, "Bürodienst", SlaCondition.Always,
        [.. Objectives(Priority.Medium, 1), .. Objectives(Priority.Urgent, 4)],
        [new(SlaTarget.Resolution, TicketStatus.WaitingOnCustomer)],
        [new("80", null, new EscalationPoint.Share(8000), [new EscalationAction.Notify(new SlaAudience.Assignee())])]);

    public static SlaPolicyBook Book(params SlaPolicy[] policies) => new() { Version = 5, Policies = [.. policies] };

    public static Story Opened(string at, SlaPolicy? policy = null, SlaFields? fields = null) => Opened(at, Book(policy ?? Policy), fields);

    public static Story Opened(string at, SlaPolicyBook book, SlaFields? fields = null)
    {
        var terms = SlaTerms.Of(book, fields ?? Medium, Versions);
        return Start(at, new SlaRules([book, SlaPolicyBook.Seeded], Calendars), fields ?? Medium).Then(
            at, new SlaFact.PolicyApplied(terms));
    }

    public static Story Start(string at, SlaRules rules, SlaFields fields)
    {
        var opened = new SlaFact.Opened(fields);
        return new(SlaClock.Apply(null, Given.At(at), opened), rules, [(Given.At(at), opened)]);
    }

    public Story Then(string at, SlaFact fact) => Then(Given.At(at), fact);

    public Story Then(Instant at, SlaFact fact) => this with { Clock = SlaClock.Apply(Clock, at, fact), Facts = [.. Facts, (at, fact)] };

    public Story Customer(string at) => Then(at, new SlaFact.CustomerCommented());

    public Story Staff(string at) => Then(at, new SlaFact.StaffCommented(Automatic: false));

    public Story Moves(string at, TicketStatus to) => Then(at, new SlaFact.StatusChanged(to));

    public Story Prioritised(string at, Priority to) => Then(at, new SlaFact.FieldsChanged(Clock.Fields with { Priority = to }));

    /// <summary>Whatever is owed at that time is acted on.</summary>
    public Story Acted(string at) => Look(at).Owed.Aggregate(this, (story, moment) => story.Then(at, new SlaFact.MomentReached(moment)));

    public SlaEvaluation Look(string at) => SlaEvaluation.Of(Clock, Rules, Given.At(at));

    public SlaStanding? Look(SlaTarget target, string at) => Look(at).Targets.SingleOrDefault(standing => standing.Target == target);

    public SlaExplanation Explain(SlaTarget target, string at) =>
        SlaExplanation.Of(Clock, Rules, Given.At(at)).Single(explanation => explanation.Standing.Target == target);

    private static IEnumerable<SlaObjective> Objectives(Priority priority, int times) =>
    [
        new(SlaTarget.FirstResponse, priority, Duration.FromMinutes(120 / times), OfficeHours.Id),
        new(SlaTarget.NextResponse, priority, Duration.FromMinutes(240 / times), OfficeHours.Id),
        new(SlaTarget.Resolution, priority, Duration.FromMinutes(540 / times), OfficeHours.Id),
    ];
}
