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
        var facts = new List<ReportFact<T>>();
        await foreach (var history in histories.Read(ask.Tenant, ask.Period, ask.Known.Now, cancellation))
        {
            var course = TicketCourse.Of(history);
            var situation = await situations.For(ask.Tenant, course.End.Clock, cancellation);
            facts.AddRange(factsOf(TicketFigures.Of(course, situation.Rules, ask.Period, ask.Known)));
        }

        var overall = facts.Where(fact => isOverall?.Invoke(fact) ?? true).ToList();
        return new(ask, figuresOf([.. overall.Select(fact => fact.Value)]), RowsOf(ask, facts, figuresOf))
        {
            IsPreliminary = ask.IsRunning || overall.Any(fact => fact.MayChange),
        };
    }

    private static IReadOnlyList<ReportRow<TFigures>> RowsOf<T, TFigures>(
        ReportAsk ask, IReadOnlyList<ReportFact<T>> facts, Func<IReadOnlyList<T>, TFigures> figuresOf)
    {
        if (ask.By is not { } by)
            return [];
        var groups = ReportGroups.Of(facts, by, ask.Zone, ask.PerPerson);
        if (by is not ReportGrouping.Month)
            return [.. groups.Select(group => Row(group, ask.IsRunning))];
        var current = ReportMonths.KeyOf(ask.Known.Now, ask.Zone);
        return [.. ReportMonths.Whole(groups, ask.Period, ask.Zone).Select(group => Row(group, ask.IsRunning && group.Key == current))];

        ReportRow<TFigures> Row(ReportGroup<T> group, bool isRunning) =>
            new(group.Key, group.IsRest, isRunning || group.MayChange, figuresOf(group.Values));
    }
}

/// <param name="Overall">The whole period.</param>
/// <param name="Rows">Empty without a grouping.</param>
internal sealed record Report<TFigures>(ReportAsk Ask, TFigures Overall, IReadOnlyList<ReportRow<TFigures>> Rows)
{
    public DateTimeOffset From => Ask.Period.From.ToDateTimeOffset();

    public DateTimeOffset To => Ask.Period.To.ToDateTimeOffset();

    public required bool IsPreliminary { get; init; }
}

/// <param name="IsPreliminary">Its figures may still change.</param>
internal sealed record ReportRow<TFigures>(string? Key, bool IsRest, bool IsPreliminary, TFigures Figures);
