using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Live;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Live;
using Helpdesk.Domain.People;

namespace Helpdesk.Api.Live;

/// <summary>
/// Who of the staff reads or answers a ticket just now. Customers neither see it nor are seen: when somebody works is staff's own matter.
/// </summary>
internal static class PresenceEndpoints
{
    public static RouteGroupBuilder MapPresence(this RouteGroupBuilder tickets)
    {
        // What is kept in memory for seconds is no writing: it goes on when a licence has ended.
        var presence = tickets.MapGroup("/tickets/{id}/presence").WithTags("Live").RequireStaff().RequirePerson().EvenExpired();
        presence.MapGet("", Read).Named("ReadPresence").Answers<PresenceResponse>();
        presence.MapPut("", Show).Named("ShowPresence").Answers<PresenceResponse>();
        presence.MapDelete("", Leave).Named("LeavePresence").AnswersNothing();
        return tickets;
    }

    private static async Task<IResult> Read(string id, Ask ask, IMemberDirectory members) =>
        await Refusal(id, ask) is { } refusal ? Problems.Of(refusal)
            : Json.Ok(await Of(ask, members, await Board(ask).At(Paths.Ticket(id), ask.Aborted)));

    private static async Task<IResult> Show(
        string id, Body<PresenceRequest> body, HttpContext context, IGrainFactory grains, IMemberDirectory members)
    {
        var (ask, state) = (new Ask(context, grains), Http.Required.Value(body.Value.State));
        return await Refusal(id, ask) is { } refusal ? Problems.Of(refusal)
            : Json.Ok(await Of(ask, members, await Board(ask).Show(Paths.Ticket(id), ask.Caller.Account!.Value, state, ask.Aborted)));
    }

    private static async Task<IResult> Leave(string id, HttpContext context, IGrainFactory grains)
    {
        var ask = new Ask(context, grains);
        if (await Refusal(id, ask) is { } refusal)
            return Problems.Of(refusal);
        await Board(ask).Leave(Paths.Ticket(id), ask.Caller.Account!.Value, ask.Aborted);
        return TypedResults.NoContent();
    }

    private static IPresenceGrain Board(Ask ask) => ask.Grain<IPresenceGrain>();

    private static async Task<Error?> Refusal(string id, Ask ask) =>
        (await ask.Grain<ITicketGrain>(Paths.Id(id)).Read(ask.Caller, 0, ask.Aborted)).Refusal;

    private static async Task<PresenceResponse> Of(Ask ask, IMemberDirectory members, TicketPresence presence) =>
        new(presence.Ticket.Value, await PresentPerson.Named(ask.Caller.Tenant, presence, members, ask.Aborted));
}

/// <param name="State">Say it again every 10 seconds: after 25 without a word somebody counts as gone.</param>
public sealed record PresenceRequest([Required] PresenceState? State = null);

/// <param name="People">Everybody who is there now, by the time at which they came.</param>
public sealed record PresenceResponse(Guid Ticket, IReadOnlyList<PresentPerson> People);

/// <param name="Name">Null: one of the platform's own people.</param>
/// <param name="Since">When this state began.</param>
/// <param name="Until">Unless they say it again before (exclusive), they have left.</param>
public sealed record PresentPerson(Guid Account, string? Name, PresenceState State, DateTimeOffset Since, DateTimeOffset Until)
{
    internal static async Task<IReadOnlyList<PresentPerson>> Named(
        TenantId tenant, TicketPresence presence, IMemberDirectory members, CancellationToken cancellation)
    {
        var people = new List<PresentPerson>();
        foreach (var one in presence.People)
            people.Add(new(
                one.Account.Value, (await members.Name(tenant, one.Account, cancellation)).Text, one.State, one.Since.ToDateTimeOffset(),
                one.Until.ToDateTimeOffset()));
        return people;
    }
}
