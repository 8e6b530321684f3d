using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// A ticket's number does where its id does: in each path below <c>/tickets/{id}</c>. A number that is not this tenant's is no id, and is
/// answered as such; rights are asked of the ticket, as ever.
/// </summary>
internal static class TicketNumbers
{
    /// <summary>For a group of routes whose <c>{id}</c> is a ticket's.</summary>
    public static RouteGroupBuilder ByNumberToo(this RouteGroupBuilder tickets)
    {
        tickets.WithMetadata(new TakesTicketNumber()).AddEndpointFilterFactory((factory, next) =>
        {
            var parameters = factory.MethodInfo.GetParameters();
            var at = Array.FindIndex(parameters, parameter => parameter.Name == "id" && parameter.ParameterType == typeof(string));
            return at < 0 ? next : async invocation =>
            {
                if (invocation.Arguments[at] is string text && TicketNumber.IsWellFormed(text))
                    invocation.Arguments[at] = await IdOf(invocation.HttpContext, text) ?? text;
                return await next(invocation);
            };
        });
        return tickets;
    }

    private static async Task<string?> IdOf(HttpContext context, string number)
    {
        var list = context.RequestServices.GetRequiredService<ITicketList>();
        return (await list.ByNumber(context.Caller().Tenant, number, context.RequestAborted))?.ToString();
    }
}

/// <summary>For the document: the path names a ticket by id or by number.</summary>
internal sealed record TakesTicketNumber;
