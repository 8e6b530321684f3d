using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Templates;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Templates;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Templates;

/// <summary>With what new tenants begin, kept by operators at the console.</summary>
internal static class TemplateEndpoints
{
    private const string KeyPattern = "^[a-z0-9][a-z0-9-]{0,39}$";

    public static RouteGroupBuilder MapTemplates(this RouteGroupBuilder console)
    {
        var templates = console.MapGroup("/tenant-templates").WithTags("Tenants").Refuses(AccessErrors.OperatorOnly).EvenExpired();
        templates.MapGet("", List).Named("ListTenantTemplates").Answers<TemplateListResponse>();
        templates.MapPost("", Create).Named("CreateTenantTemplate").Creates<TemplateResponse>()
            .Refuses(TenantErrors.TemplateExists, AccessErrors.NotFound);
        templates.MapGet("/{key}", Read).Named("ReadTenantTemplate").AnswersVersion<TemplateResponse>();
        templates.MapPut("/{key}", Replace).Named("ReplaceTenantTemplate").Changes<TemplateResponse>(IfMatchUse.Required);
        templates.MapDelete("/{key}", Remove).Named("RemoveTenantTemplate").Removes(IfMatchUse.Optional);
        return console;
    }

    private static async Task<IResult> List(HttpContext context, ITenantTemplates templates, ICurrentFlags flags)
    {
        var all = await templates.All(context.RequestAborted);
        return Json.Ok(new TemplateListResponse(
            [.. all.Select(template => TemplateResponse.Of(template, flags.Current))], NextCursor: null, all.Count));
    }

    private static async Task<IResult> Read(
        [PathValue("standard", Pattern = KeyPattern)] string key, HttpContext context, ITenantTemplates templates, ICurrentFlags flags)
    {
        if (await templates.Find(key, context.RequestAborted) is not { } found)
            return Problems.Of(AccessErrors.NotFound);
        context.Response.SetETag(found.Version);
        return Json.Ok(TemplateResponse.Of(found, flags.Current));
    }

    private static async Task<IResult> Create(
        Body<CreateTemplateRequest> body, Command command, ITenantDirectory directory, ICurrentFlags flags)
    {
        var (key, name) = (body.Value.Key ?? "", body.Value.Name ?? "");
        return await command.Answers(
            body.Value.FromTenant is { } from
                ? Grain(key, command).Copy(command.Caller, command.Id, key, name, from, command.Aborted)
                : Grain(key, command).Save(
                    command.Caller, command.Id, key, name, await Content(body.Value.Content, command, directory, flags), null,
                    command.Aborted),
            template => template.Version, template => TemplateResponse.Of(template, flags.Current),
            template => $"{command.Context.Request.Path}/{template.Key}");
    }

    private static async Task<IResult> Replace(
        [PathValue("standard", Pattern = KeyPattern)] string key, Body<ReplaceTemplateRequest> body, Command command,
        ITenantDirectory directory, ICurrentFlags flags)
    {
        var content = await Content(body.Value.Content, command, directory, flags);
        return await command.Answers(
            Grain(key, command).Save(
                command.Caller, command.Id, key, body.Value.Name ?? "", content, command.Version, command.Aborted),
            template => template.Version, template => TemplateResponse.Of(template, flags.Current));
    }

    private static Task<IResult> Remove([PathValue("standard", Pattern = KeyPattern)] string key, Command command) =>
        command.Removes(Grain(key, command).Remove(command.Caller, command.Id, key, command.Version, command.Aborted));

    private static Task<Domain.Templates.TemplateContent> Content(
        TemplateContent? body, Command command, ITenantDirectory directory, ICurrentFlags flags) =>
        TemplateReading.Read(body, new FlagTenantNames(flags.Current), directory, command.Aborted);

    private static ITenantTemplateGrain Grain(string key, Command command) =>
        command.Grain<ITenantTemplateGrain>(TenantTemplate.IdOf(key));
}
