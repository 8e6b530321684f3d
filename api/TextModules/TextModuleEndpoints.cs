using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.TextModules;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.TextModules;

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

        tenant.MapGroup("/tickets/{id}/text-modules").WithTags("Text modules").RequireStaff()
            .MapPost("/{module}/preview", Preview).Named("PreviewTextModule").EvenExpired().Answers<TextModulePreviewResponse>();
        return tenant;
    }

    private static Task<IResult> List(Ask ask) => ask.Shows(Modules(ask).List(ask.Caller, ask.Aborted), list => new TextModuleListResponse(
        [.. list.Items.OrderBy(module => NameKey.Of(module.Choice.Name), StringComparer.Ordinal).Select(TextModuleResponse.Of)]));

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

    private static async Task<IResult> Preview(
        string id, string module, Body<PreviewTextModuleRequest> body, Ask ask, IMemberDirectory members)
    {
        var (ticket, asked) = (Paths.Id(id), Paths.Id(module));
        if ((await ask.Grain<ITicketGrain>(ticket).Read(ask.Caller, 0, ask.Aborted)).Refused(out var hidden, out var read))
            return Problems.Of(hidden);
        if ((await Modules(ask).Read(ask.Caller, asked, ask.Aborted)).Refused(out var missing, out var found))
            return Problems.Of(missing);

        var (of, tenant) = (read.View.Ticket, ask.Caller.Tenant);
        var requester = await members.Find(tenant, of.Requester, ask.Aborted);
        var (language, text) = found.Choice.In(german: (body.Value.Language ?? requester?.Language) != "en");
        var filled = TextPlaceholders.Fill(text, new Dictionary<string, string?>
        {
            ["requester.name"] = (await members.Name(tenant, of.Requester, ask.Aborted)).Text,
            ["ticket.number"] = of.Number,
            ["ticket.subject"] = of.Subject,
            ["agent.name"] = ask.Caller.Account is { } account ? (await members.Name(tenant, account, ask.Aborted)).Text : null,
            ["tenant.name"] = ask.Context.Tenant().Name,
        });
        return Json.Ok(new TextModulePreviewResponse(filled.Text, language, filled.Missing));
    }

    private static ITextModulesGrain Modules(Ask ask) => ask.Grain<ITextModulesGrain>();
}
