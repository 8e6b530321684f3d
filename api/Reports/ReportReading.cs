using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Reports;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Api.Reports;

/// <summary>
/// Reads the histories of a tenant's tickets and keeps of each what a report counts: a few figures, however long the history is.
/// </summary>
internal sealed class ReportReading(ITicketHistories histories, ISlaSituations situations)
{
    public async Task<Report<TFigures>> Make<T, TFigures>(
        ReportAsk ask, Func<TicketFigures, IEnumerable<ReportFact<T>>> factsOf, Func<IReadOnlyList<T>, TFigures> figuresOf,
        CancellationToken cancellation,
        Func<ReportFact<T>, bool>? isOverall = null)
    {
        var (facts, gaps) = (new List<ReportFact<T>>(), new ReportGaps());
        await foreach (var history in histories.Read(ask.Tenant, ask.Period, ask.Now, cancellation))
        {
            if (history.Count == 0)
                gaps = gaps with { LeftOut = gaps.LeftOut + 1 };
            else
                facts.AddRange((await Counted(TicketCourse.Of(history))).SelectMany(factsOf));
        }

        var overall = facts.Where(fact => isOverall?.Invoke(fact) ?? true).ToList();
        return new(ask, figuresOf([.. overall.Select(fact => fact.Value)]), RowsOf(ask, facts, gaps, figuresOf))
        {
            IsPreliminary = gaps.AreThere || ask.IsPreliminary(ask.Period.To),
            Gaps = gaps,
        };

        // What was promised may not be readable: that is no reason to count nothing else.
        async Task<List<TicketFigures>> Counted(TicketCourse course)
        {
            try
            {
                var situation = await situations.For(ask.Tenant, course.End.Clock, cancellation);
                return [.. TicketFigures.Of(course, situation.Rules, ask.Period, ask.Now)];
            }
            catch (UnreadableException)
            {
                gaps = gaps with { Unjudged = gaps.Unjudged + 1 };
                return [.. TicketFigures.Of(course, null, ask.Period, ask.Now)];
            }
        }
    }

    private static IReadOnlyList<ReportRow<TFigures>> RowsOf<T, TFigures>(
        ReportAsk ask, IReadOnlyList<ReportFact<T>> facts, ReportGaps gaps, Func<IReadOnlyList<T>, TFigures> figuresOf)
    {
        if (ask.By is not { } by)
            return [];
        var groups = ReportGroups.Of(facts, by, ask.Zone, ask.PerPerson);
        if (by is not ReportGrouping.Month)
            return [.. groups.Select(group => Row(group, ask.Period.To))];
        var ends = ReportMonths.Of(ask.Period, ask.Zone).ToDictionary(month => month.Key, month => month.End);
        return [.. ReportMonths.Whole(groups, ask.Period, ask.Zone).Select(group => Row(group, ends[group.Key!]))];

        ReportRow<TFigures> Row(ReportGroup<T> group, Instant end) =>
            new(group.Key, group.IsRest, gaps.AreThere || ask.IsPreliminary(end), figuresOf(group.Values));
    }
}

/// <param name="Overall">The whole period.</param>
/// <param name="Rows">Empty without a grouping.</param>
internal sealed record Report<TFigures>(ReportAsk Ask, TFigures Overall, IReadOnlyList<ReportRow<TFigures>> Rows)
{
    public DateTimeOffset From => Ask.Period.From.ToDateTimeOffset();

    public DateTimeOffset To => Ask.Period.To.ToDateTimeOffset();

    public required bool IsPreliminary { get; init; }

    public required ReportGaps Gaps { get; init; }
}

/// <param name="IsPreliminary">Its figures may still change.</param>
internal sealed record ReportRow<TFigures>(string? Key, bool IsRest, bool IsPreliminary, TFigures Figures);
