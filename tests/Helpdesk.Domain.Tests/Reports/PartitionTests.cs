using FsCheck;
using FsCheck.Fluent;
using Helpdesk.Domain.Reports;

namespace Helpdesk.Domain.Tests.Reports;

/// <summary>
/// Whatever a period is cut into: what is counted in its parts is what is counted in the whole, for every report. And what was final once
/// stays as it was.
/// </summary>
public sealed class PartitionTests
{
    private static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    private static readonly ReportPeriod Year = new(Instant.FromUtc(2025, 12, 31, 23, 0), Instant.FromUtc(2026, 12, 31, 23, 0));
    private static readonly ReportGrouping[] Groupings = Enum.GetValues<ReportGrouping>();

    private static readonly Arbitrary<Case> Cases =
        (from seed in Gen.Choose(0, int.MaxValue)
         from cuts in Gen.ListOf(Gen.Choose(1, 364 * 24))
         from known in Gen.Choose(0, 200)
         select new Case(seed, [.. cuts], known)).ToArbitrary();

    [Fact]
    public void Every_count_of_the_parts_adds_up_to_the_whole() => Prop.ForAll(Cases, given =>
    {
        var stories = given.Stories();
        var whole = Counts(stories, Year, given.Now);
        var parts = given.Parts().SelectMany(part => Counts(stories, part, given.Now)).GroupBy(pair => pair.Key)
            .ToDictionary(count => count.Key, count => count.Sum(pair => pair.Value));
        return whole.Count == parts.Count && whole.All(count => parts.GetValueOrDefault(count.Key) == count.Value);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Months_add_up_to_the_year() => Prop.ForAll(Cases, given =>
    {
        var stories = given.Stories();
        var whole = Counts(stories, Year, given.Now);
        return whole.Where(count => count.Key.By is null).All(count => count.Value == whole
            .Where(row => row.Key.By is ReportGrouping.Month && row.Key.What == count.Key.What).Sum(row => row.Value));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_backlog_of_the_whole_is_that_of_its_last_part() => Prop.ForAll(Cases, given =>
        Backlogs(given, Year).SequenceEqual(Backlogs(given, given.Parts().Last()))).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_final_is_changed_by_nothing_that_anybody_does_later() => Prop.ForAll(Cases, given =>
    {
        var stories = given.Stories();
        return given.Parts().Append(Year).All(part =>
        {
            var final = part.To + ReportFinality.After;
            return Told(stories, part, final).SequenceEqual(Told(stories, part, final + Duration.FromHours(given.Seed % 20_000)));
        });
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_day_before_it_is_final_it_can_still_change() => Enumerable.Range(0, 200).Count(seed =>
    {
        var (stories, early) = (new Case(seed, [], 0).Stories(), new ReportPeriod(Year.From, Year.From + Duration.FromDays(180)));
        var final = early.To + ReportFinality.After;
        return !Told(stories, early, final - Duration.FromDays(1)).SequenceEqual(Told(stories, early, final));
    }).ShouldBeGreaterThan(0);

    [Fact]
    public void There_is_something_to_count()
    {
        var counts = Counts([.. Enumerable.Range(0, 40).SelectMany(seed => new Case(seed, [], 0).Stories())], Year, Year.To);

        foreach (var what in (string[])["first", "unanswered", "resolution", "Resolution met", "Resolution missed", "NextResponse met",
            "FirstResponse missed", "reopened", "reopened late", "closings", "score 1", "score 5"])
            counts.GetValueOrDefault((null, null, what)).ShouldBeGreaterThan(0, what);
    }

    // All that a report says of numbers of cases, for the whole and for the rows of each grouping.
    private static Dictionary<(ReportGrouping? By, string? Key, string What), int> Counts(
        IReadOnlyList<IReadOnlyList<Recorded<TicketEvent>>> stories, ReportPeriod period, Instant now)
    {
        var facts = stories.SelectMany(story => Figures(story, period, now)).SelectMany(Facts).ToList();
        var counts = facts.GroupBy(fact => fact.Value).ToDictionary(
            group => ((ReportGrouping?)null, (string?)null, group.Key), group => group.Count());
        foreach (var by in Groupings)
        {
            foreach (var group in ReportGroups.Of(facts, by, Berlin, perPerson: true))
            {
                foreach (var what in group.Values.GroupBy(what => what))
                    counts[(by, group.Key ?? "none", what.Key)] = what.Count();
            }
        }

        return counts;
    }

    private static IEnumerable<ReportFact<string>> Facts(TicketFigures ticket)
    {
        if (ticket.FirstResponse is { } first)
            yield return Fact(first.At, "first");
        if (ticket.Unanswered is { } unanswered)
            yield return Fact(unanswered.At, "unanswered");
        if (ticket.Resolution is { } resolution)
            yield return Fact(resolution.At, "resolution");
        foreach (var promise in ticket.Promises)
            yield return Fact(promise.At, $"{promise.Target} {(promise.IsMet ? "met" : "missed")}");
        foreach (var end in ticket.Resolutions)
        {
            yield return Fact(end.At, "resolutions");
            if (end.IsReopened)
                yield return Fact(end.At, "reopened");
        }

        foreach (var at in ticket.LateReopenings)
            yield return Fact(at, "reopened late");
        foreach (var closing in ticket.Closings)
        {
            yield return Fact(closing.At, "closings");
            if (closing.Score is { } score)
                yield return Fact(closing.At, $"score {score}");
        }

        ReportFact<string> Fact(Instant at, string what) => new(ticket.Keys, at, what);
    }

    // All that reports can say: what is counted, under what, and how long it took.
    private static IEnumerable<string> Told(
        IReadOnlyList<IReadOnlyList<Recorded<TicketEvent>>> stories, ReportPeriod period, Instant now)
    {
        var figures = stories.SelectMany(story => Figures(story, period, now)).ToList();
        IReadOnlyList<Instant> moments = Backlog.MonthEnds(period, Berlin);
        return figures.SelectMany(Facts).Select(fact => $"{fact}")
            .Concat(figures.SelectMany(ticket => Backlog.Facts(ticket, moments)).Select(fact => $"{fact}"))
            .Concat(figures.SelectMany(ticket => new[] { ticket.FirstResponse, ticket.Resolution }).Select(reached => $"{reached}"))
            .Where(told => told.Length > 0).Order(StringComparer.Ordinal);
    }

    private static List<(Instant, Duration)> Backlogs(Case given, ReportPeriod period) =>
        [.. given.Stories().SelectMany(story => Figures(story, period, given.Now))
            .SelectMany(ticket => Backlog.Facts(ticket, [period.To - Backlog.Smallest])).Select(fact => (fact.At, fact.Value))];

    private static IEnumerable<TicketFigures> Figures(IReadOnlyList<Recorded<TicketEvent>> story, ReportPeriod period, Instant now) =>
        story.TakeWhile(recorded => recorded.At < now).ToList() is { Count: > 0 } known
            ? TicketFigures.Of(TicketCourse.Of(known), RandomTicket.Rules, period, now) : [];

    /// <param name="Cuts">Hours after the beginning of the year.</param>
    /// <param name="Known">Days after its end.</param>
    private sealed record Case(int Seed, IReadOnlyList<int> Cuts, int Known)
    {
        public Instant Now => Year.To + Duration.FromDays(Known);

        public IReadOnlyList<IReadOnlyList<Recorded<TicketEvent>>> Stories()
        {
            var random = new Random(Seed);
            return [.. Enumerable.Range(0, 5).Select(_ => RandomTicket.Story(random, Year))];
        }

        public IEnumerable<ReportPeriod> Parts()
        {
            Instant[] bounds = [Year.From, .. Cuts.Distinct().Order().Select(hours => Year.From + Duration.FromHours(hours)), Year.To];
            return bounds.Zip(bounds.Skip(1), (from, to) => new ReportPeriod(from, to));
        }
    }
}

/// <summary>What may happen to a ticket, by chance.</summary>
internal static class RandomTicket
{
    private static readonly SlaPolicyBook Book = new()
    {
        Version = 1,
        Policies =
        [
            new(Guid.NewGuid(), 1, "Immer", SlaCondition.Always,
                [.. from target in Enum.GetValues<SlaTarget>() from priority in Enum.GetValues<Priority>()
                    select new SlaObjective(target, priority, Duration.FromHours(target == SlaTarget.Resolution ? 200 : 40), null)],
                [new(SlaTarget.Resolution, TicketStatus.WaitingOnCustomer)], []),
        ],
    };

    public static readonly SlaRules Rules = new([Book], []);

    public static IReadOnlyList<Recorded<TicketEvent>> Story(Random random, ReportPeriod within)
    {
        var (history, ticket) = (new List<Recorded<TicketEvent>>(), (Ticket?)null);
        var at = within.From + Duration.FromHours(random.Next(-2_000, 8_000));
        Happens(new TicketEvent.Opened
        {
            Number = "T-1",
            Subject = "s",
            Description = "d",
            Priority = Priority.Medium,
            Category = null,
            Queue = null,
            Team = null,
            Requester = Some.Account(),
            Channel = "api",
            Promised = SlaTerms.Of(Book, new(Priority.Medium, null, null, null), new Dictionary<Guid, int>()),
        });
        for (var left = random.Next(0, 25); left > 0 && !ticket!.IsDeleted; left--)
        {
            at += Duration.FromMinutes(random.Next(1, random.Next(3) switch { 0 => 600, 1 => 40_000, _ => 140_000 }));
            Happens(Next(random, ticket!));
        }

        return history;

        void Happens(TicketEvent what)
        {
            var recorded = new Recorded<TicketEvent>(history.Count + 1, at, new AccountId(Guid.NewGuid()), what);
            history.Add(recorded);
            ticket = Ticket.Apply(ticket, recorded);
        }
    }

    private static TicketEvent Next(Random random, Ticket ticket) => (ticket.Status, random.Next(8)) switch
    {
        _ when ticket.MergedInto is { } merge => new TicketEvent.Unmerged(merge.Target, merge.StatusBefore),
        _ when random.Next(40) == 0 && ticket.Status != TicketStatus.Closed => new TicketEvent.Merged(Some.Ticket(), "T-2", ticket.Status),
        _ when random.Next(60) == 0 => new TicketEvent.Deleted(),
        (TicketStatus.Resolved, < 3) => new TicketEvent.Closed(TicketStatus.Resolved, "x"),
        (TicketStatus.Closed, < 3) => new TicketEvent.Rated(ticket.Closings, random.Next(1, 6), null),
        (TicketStatus.Resolved or TicketStatus.Closed, < 6) => new TicketEvent.Reopened(ticket.Status, TicketStatus.Open, null),
        (TicketStatus.Resolved or TicketStatus.Closed, _) => Said(fromStaff: false),
        (_, 0) => new TicketEvent.Closed(ticket.Status, "x"),
        (_, 1) => new TicketEvent.Resolved(ticket.Status, "x"),
        (_, 2 or 3) => Said(fromStaff: true),
        (_, 4) => Said(fromStaff: false),
        (_, 5) => new TicketEvent.CategoryChanged(ticket.Category, $"c{random.Next(3)}"),
        (_, 6) => new TicketEvent.PriorityChanged(ticket.Priority, (Priority)random.Next(4)),
        _ => new TicketEvent.StatusChanged(
            ticket.Status, ticket.Status == TicketStatus.WaitingOnCustomer ? TicketStatus.Open : TicketStatus.WaitingOnCustomer),
    };

    private static TicketEvent Said(bool fromStaff) => new TicketEvent.Commented(Guid.NewGuid(), "x", Visibility.Public, fromStaff);
}
