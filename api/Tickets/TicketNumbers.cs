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
            int[] named = [.. factory.MethodInfo.GetParameters().Where(parameter => parameter.ParameterType == typeof(string)
                && parameter.Name is "id" or "other").Select(parameter => parameter.Position)];
            return named.Length == 0 ? next : async invocation =>
            {
                foreach (var at in named)
                {
                    if (invocation.Arguments[at] is string text && TicketNumber.IsWellFormed(text))
                        invocation.Arguments[at] = (await IdOf(invocation.HttpContext, text))?.ToString() ?? text;
                }

                return await next(invocation);
            };
        });
        return tickets;
    }

    /// <summary>A ticket that a body names, by id or by number.</summary>
    public static async Task<Result<TicketId>> Read(HttpContext context, string? named, string pointer)
    {
        if (named is null)
            return Error.Invalid(FieldCode.Required.At(pointer));
        if (Ids.Parse(named) is { } id)
            return new TicketId(id);
        if (!TicketNumber.IsWellFormed(named))
            return Error.Invalid(Neither(pointer));
        // Rights are asked first, of the ticket itself: which numbers there are is not for everybody. No ticket has a new id.
        return await IdOf(context, named) ?? new TicketId(context.NewId());
    }

    public static FieldError Neither(string pointer) => FieldCode.Type.At(
        pointer, "Muss die Kennung oder die Nummer eines Tickets sein.", "Must be the id or the number of a ticket.");

    private static Task<TicketId?> IdOf(HttpContext context, string number) => context.RequestServices.GetRequiredService<ITicketList>()
        .ByNumber(context.Caller().Tenant, number, context.RequestAborted);
}

/// <summary>For the document: the path names a ticket, and another one where there is an <c>{other}</c>, by id or by number.</summary>
internal sealed record TakesTicketNumber;

/// <summary>The id or the number of a ticket.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
internal sealed class TicketNameAttribute : Attribute, IMemberRule
{
    public FieldError? Fault(string value, string pointer) =>
        Ids.Parse(value) is not null || TicketNumber.IsWellFormed(value) ? null : TicketNumbers.Neither(pointer);
}
