using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Markup;

/// <param name="Text">As it will be written in an answer or note; at most 65,536 characters.</param>
public sealed record MarkupPreviewRequest([Required, Lines(TicketLimits.Body)] string? Text = null);

/// <param name="Html">As <c>html</c> of the comment will be.</param>
public sealed record MarkupPreviewResponse(string Html);

internal sealed class MarkupExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new MarkupPreviewRequest("Bitte **neu starten**."), new MarkupPreviewResponse("<p>Bitte <strong>neu starten</strong>.</p>"),
    ];
}
