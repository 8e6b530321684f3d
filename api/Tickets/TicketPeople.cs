using Helpdesk.Domain.People;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>Somebody whom a ticket or a comment names by the id of their account.</summary>
/// <param name="Name">Null: erased, or one of the platform's own people.</param>
/// <param name="Left">Does not belong to the municipality any more; nothing else is told of them.</param>
public sealed record TicketPersonResponse(Guid Id, string? Name, bool Left);

/// <summary>
/// Who is named on a ticket. Whoever may read the ticket may know what they are called, also those whose account they could not open and
/// those who have left.
/// </summary>
internal static class TicketPeople
{
    public static async ValueTask<IReadOnlyList<TicketPersonResponse>> Named(
        Member reader, Ticket? ticket, CommentPage comments, IMemberDirectory members, CancellationToken cancellation)
    {
        var ids = new[] { ticket?.Requester, ticket?.Assignee, ticket?.CreatedBy, ticket?.UpdatedBy }
            .Concat(comments.Items.SelectMany(comment => new[] { comment.Recorded.Actor, comment.Withdrawal?.By }))
            .OfType<AccountId>().Distinct();
        var people = new List<TicketPersonResponse>();
        foreach (var id in ids)
        {
            var name = await members.Name(reader.Tenant, id, cancellation);
            people.Add(new(id.Value, name.Text, name.HasLeft || name.IsErased));
        }

        return people;
    }
}
