using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Hosting.Mail;

namespace Helpdesk.Api.Mail;

/// <summary>How the mails of a municipality are worded: each template in German and English.</summary>
internal static class MailTemplateEndpoints
{
    public static RouteGroupBuilder MapMailTemplates(this RouteGroupBuilder tenant)
    {
        var templates = tenant.MapGroup("/mail/templates").WithTags("Mail").RequireRole(Role.Admin);
        templates.MapGet("", List).Named("ListMailTemplates").Answers<MailTemplateListResponse>();
        var one = templates.MapGroup("/{template}/{language}");
        one.MapGet("", Read).Named("ReadMailTemplate").AnswersVersion<MailTemplateResponse>();
        one.MapPut("", Write).Named("WriteMailTemplate").Changes<MailTemplateResponse>(IfMatchUse.Required);
        one.MapDelete("", Reset).Named("ResetMailTemplate").Removes(IfMatchUse.Optional);
        one.MapPost("/preview", Preview).Named("PreviewMailTemplate").EvenExpired().Answers<MailPreviewResponse>();
        return tenant;
    }

    private static async Task<IResult> List(Ask ask)
    {
        var all = MailTemplate.All.SelectMany(template => MailTemplate.Languages.Select(language => (template, language))).ToList();
        var kept = await Task.WhenAll(all.Select(one => Grain(ask, one.template, one.language).Read(ask.Caller, ask.Aborted)));
        return kept.FirstOrDefault(answer => !answer.IsOk) is { IsOk: false } refused && kept.Any(answer => !answer.IsOk)
            ? Problems.Of(refused.Error)
            : Json.Ok(new MailTemplateListResponse([.. all.Zip(kept, (one, answer) => new MailTemplateItemResponse(
                one.template, one.language, answer.Value.Own is null, answer.Value.Version))]));
    }

    private static Task<IResult> Read([PathValue("reset_password")] string template, [PathValue("de")] string language, Ask ask) =>
        Known(template, language, () => ask.Shows(
            Grain(ask, template, language).Read(ask.Caller, ask.Aborted), kept => kept.Version, Shown(template, language, ask)));

    private static Task<IResult> Write(
        [PathValue("reset_password")] string template, [PathValue("de")] string language, Body<MailTemplateRequest> body,
        Command command) => Known(template, language, () => command.Answers(
            Grain(command, template, language).Write(
                command.Caller, command.Id, template, language, body.Value.ToDomain(), command.Version, command.Aborted),
            kept => kept.Version, Shown(template, language, command)));

    private static Task<IResult> Reset([PathValue("reset_password")] string template, [PathValue("de")] string language, Command command) =>
        Known(template, language, () => command.Removes(Grain(command, template, language).Reset(
            command.Caller, command.Id, template, language, command.Version, command.Aborted)));

    // With the admin's own words and made-up data; nothing is kept, and nobody is mailed.
    private static Task<IResult> Preview(
        [PathValue("reset_password")] string template, [PathValue("de")] string language, Body<MailTemplateRequest> body, Ask ask,
        IMailTemplateEngine engine, Links links) => Known(template, language, () =>
    {
        var source = body.Value.ToDomain();
        if (MailTemplateRules.Faults(template, source, engine) is { Count: > 0 } faults)
            return Task.FromResult(Problems.Of(Error.Invalid(faults)));
        var at = ask.Context.Tenant();
        try
        {
            var data = MailPlaceholders.Example(template, language == "de", at.Name, links.OriginOf(at.Slug));
            return Task.FromResult<IResult>(Json.Ok(MailPreviewResponse.Of(MailTemplateRules.Render(source, language, data, engine))));
        }
        catch (MailTemplateException failure)
        {
            return Task.FromResult(Problems.Of(Error.Invalid([FieldCode.BadTemplate.At("/text", failure.De, failure.En)])));
        }
    });

    private static Task<IResult> Known(string template, string language, Func<Task<IResult>> act) =>
        MailTemplate.All.Contains(template) && MailTemplate.Languages.Contains(language) ? act()
        : Task.FromResult(Problems.Of(AccessErrors.NotFound));

    private static Func<MailTemplate, MailTemplateResponse> Shown(string template, string language, Ask ask) =>
        kept => MailTemplateResponse.Of(template, language, kept, AskedLanguage.IsGerman(ask.Context));

    private static IMailTemplateGrain Grain(Ask ask, string template, string language) =>
        ask.Grain<IMailTemplateGrain>(MailTemplate.StreamOf(ask.Caller.Tenant, template, language));
}
