using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.TextModules;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.TextModules;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.TextModules;

/// <summary>Words that staff write again and again.</summary>
internal static class TextModuleEndpoints
{
    public static RouteGroupBuilder MapTextModules(this RouteGroupBuilder tenant)
    {
        var modules = tenant.MapGroup("/text-modules").WithTags("Text modules");
        var shown = modules.MapGroup("").RequireStaff();
        shown.MapGet("", List).Named("ListTextModules").Answers<TextModuleListResponse>();
        shown.MapGet("/{module}", Read).Named("ReadTextModule").AnswersVersion<TextModuleResponse>();

        var kept = modules.MapGroup("").RequireRole(Role.Manager);
        kept.MapPost("", Add).Named("AddTextModule").Creates<TextModuleResponse>()
            .Refuses(TextModuleErrors.TooMany, TextModuleErrors.ShortcutTaken);
        kept.MapPut("/{module}", Change).Named("ReplaceTextModule").Changes<TextModuleResponse>(IfMatchUse.Required)
            .Refuses(TextModuleErrors.ShortcutTaken);
        kept.MapDelete("/{module}", Remove).Named("RemoveTextModule").Removes(IfMatchUse.Optional);

        var offered = tenant.MapGroup("/tickets/{id}/text-modules").WithTags("Text modules").RequireStaff();
        offered.MapGet("", Offered).Named("ListOfferedTextModules").Answers<TextModuleListResponse>();
        offered.MapPost("/{module}/preview", Preview).Named("PreviewTextModule").EvenExpired().Answers<TextModulePreviewResponse>();
        return tenant;
    }

    private static Task<IResult> List(Ask ask) =>
        ask.Shows(Modules(ask).List(ask.Caller, ask.Aborted), list => Shown(list.Items));

    private static Task<IResult> Read(string module, Ask ask) =>
        ask.Shows(Modules(ask).Read(ask.Caller, Paths.Id(module), ask.Aborted), one => one.Version, TextModuleResponse.Of);

    private static Task<IResult> Add(Body<TextModuleRequest> body, Command command) => command.Answers(
        Modules(command).Add(command.Caller, command.Id, body.Value.ToDomain(), command.Aborted), made => made.Version,
        TextModuleResponse.Of, made => command.Below(made.Id.ToString("D")));

    private static Task<IResult> Change(string module, Body<TextModuleRequest> body, Command command) => command.Answers(
        Modules(command).Change(
            command.Caller, command.Id, Paths.Id(module), body.Value.ToDomain(), command.Version, command.Aborted),
        one => one.Version, TextModuleResponse.Of);

    private static Task<IResult> Remove(string module, Command command) => command.Removes(
        Modules(command).Remove(command.Caller, command.Id, Paths.Id(module), command.Version, command.Aborted));

    // Those that are for such a ticket, as it stands now.
    private static async Task<IResult> Offered(string id, Ask ask)
    {
        if ((await Ticket(ask, id)).Refused(out var hidden, out var ticket))
            return Problems.Of(hidden);
        return await ask.Shows(Modules(ask).List(ask.Caller, ask.Aborted), list => Shown(
            list.Items.Where(module => module.Choice.IsFor(ticket.Category, ticket.Queue, ticket.Team))));
    }

    // Whether or not it is offered for the ticket: whoever chose it knows why.
    private static async Task<IResult> Preview(
        string id, string module, Body<PreviewTextModuleRequest> body, Ask ask, IMemberDirectory members)
    {
        if ((await Ticket(ask, id)).Refused(out var hidden, out var ticket))
            return Problems.Of(hidden);
        if ((await Modules(ask).Read(ask.Caller, Paths.Id(module), ask.Aborted)).Refused(out var missing, out var found))
            return Problems.Of(missing);

        var (caller, at) = (ask.Caller, ask.Context.Tenant());
        var requester = await members.Find(caller.Tenant, ticket.Requester, ask.Aborted);
        var (language, text) = found.Choice.In(body.Value.Language ?? requester?.Language ?? at.Settings.Languages[0]);
        var filled = TextPlaceholders.Fill(text, new()
        {
            Requester = (await members.Name(caller.Tenant, ticket.Requester, ask.Aborted)).Text,
            Number = ticket.Number,
            Subject = ticket.Subject,
            Agent = (await members.Name(caller.Tenant, caller.ToMember().Account, ask.Aborted)).Text,
            Tenant = at.Name,
        });
        return Json.Ok(new TextModulePreviewResponse(filled.Text, language, filled.Missing));
    }

    private static async Task<Result<Ticket>> Ticket(Ask ask, string id) =>
        (await ask.Grain<ITicketGrain>(Paths.Id(id)).Read(ask.Caller, 0, ask.Aborted)).Select(read => read.View.Ticket);

    private static TextModuleListResponse Shown(IEnumerable<TextModule> modules) => new(
        [.. modules.OrderBy(module => NameKey.Of(module.Choice.Name), StringComparer.Ordinal).Select(TextModuleResponse.Of)]);

    private static ITextModulesGrain Modules(Ask ask) => ask.Grain<ITextModulesGrain>();
}
