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
        await foreach (var history in histories.Read(ask.Tenant, ask.Period, cancellation))
        {
            var course = TicketCourse.Of(history);
            var situation = await situations.For(ask.Tenant, course.End.Clock, cancellation);
            facts.AddRange(factsOf(TicketFigures.Of(course, situation.Rules, ask.Period)));
        }

        var groups = ask.By is { } by ? ReportGroups.Of(facts, by, ask.Zone, ask.PerPerson) : [];
        return new(
            ask, figuresOf([.. facts.Where(fact => isOverall?.Invoke(fact) ?? true).Select(fact => fact.Value)]),
            [.. groups.Select(group => new ReportRow<TFigures>(group.Key, group.IsRest, figuresOf(group.Values)))]);
    }
}

/// <param name="Overall">The whole period.</param>
/// <param name="Rows">Empty without a grouping.</param>
internal sealed record Report<TFigures>(ReportAsk Ask, TFigures Overall, IReadOnlyList<ReportRow<TFigures>> Rows)
{
    public DateTimeOffset From => Ask.Period.From.ToDateTimeOffset();

    public DateTimeOffset To => Ask.Period.To.ToDateTimeOffset();
}

internal sealed record ReportRow<TFigures>(string? Key, bool IsRest, TFigures Figures);
