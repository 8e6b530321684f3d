using Helpdesk.Domain.Tickets;
using Microsoft.AspNetCore.WebUtilities;

namespace Helpdesk.Api.Tickets;

/// <summary>The filters of a view, read by the very code that reads those of the list.</summary>
internal static class ViewFilters
{
    private static readonly QueryParameters Declared = new(TicketFilters.Alone);

    /// <summary>The list that the view is for this member now.</summary>
    /// <returns><c>null</c>: it asks for something that is not asked for like this any more, or that only others may ask for.</returns>
    public static TicketQuery? Of(HttpContext context, string filters, TicketScope scope)
    {
        var read = Read(context, filters, scope, out var faults);
        return faults.Count == 0 ? read.Narrow() : null;
    }

    /// <summary>What is wrong with filters that come with a view; each named with its parameter.</summary>
    public static IEnumerable<FieldError> Faults(HttpContext context, string filters, Member member)
    {
        // Which municipalities are served is nobody's fault.
        Read(context, filters, new(member, [member.Tenant], null), out var faults);
        return faults.Select(fault => fault with
        {
            Pointer = "/filters",
            Message = $"{fault.Pointer}: {fault.Message}",
            MessageDe = fault.MessageDe is { } german ? $"{fault.Pointer}: {german}" : null,
        });
    }

    public static FieldError? SortFault(string? sort) => sort is null || TicketFilters.SortWords.Contains(sort)
        ? null : FieldError.UnknownWord("/sort", TicketFilters.SortWords);

    private static TicketQuery Read(
        HttpContext context, string filters, TicketScope scope, out IReadOnlyList<FieldError> faults)
    {
        var values = QueryHelpers.ParseQuery(filters);
        var query = new QueryReader(context, new QueryCollection(values), Declared);
        var read = TicketFilters.ReadAlone(query, context, scope);
        faults = values.FirstOrDefault(value => value.Value.Count > 1 && Declared.All.Any(one => one.Name == value.Key && !one.Several)) is
        { Key: { } twice } ? [FieldCode.Duplicate.At(twice)] : query.Faults;
        return read;
    }
}
