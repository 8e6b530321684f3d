using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <summary>The texts in the footer of every page: read by everybody, written by admins.</summary>
internal static class TextEndpoints
{
    private static readonly QueryParameter Language = QueryParameter.OneOf(
        "language", "In which language. Where the text is not there in it: the tenant's default language, then the other one. "
            + "Left out: by `Accept-Language`.", "de", "en");

    public static RouteGroupBuilder MapTexts(this RouteGroupBuilder tenant)
    {
        var texts = tenant.MapGroup("/texts").WithTags("Texts");
        texts.MapGet("/{text}", Show).Named("ReadText").AllowAnonymous().Takes(Language).AnswersCached<TenantTextResponse>(
            "application/json", "The text in one language; may be kept for a minute.").Refuses(AccessErrors.NotFound);
        var own = texts.MapGroup("").RequireRole(Role.Admin);
        own.MapGet("", List).Named("ListTexts").Answers<TenantTextListResponse>();
        var one = own.MapGroup("/{text}/{language}");
        one.MapGet("", Read).Named("ReadOwnText").AnswersVersion<TenantTextResponse>();
        one.MapPut("", Write).Named("WriteText").Changes<TenantTextResponse>(IfMatchUse.Required);
        one.MapDelete("", Remove).Named("RemoveText").Removes(IfMatchUse.Optional);
        return tenant;
    }

    private static async Task<IResult> Show(
        [PathWord<TenantTextKey>] string text, HttpContext context, ITenantTexts texts, ReadableTexts readable)
    {
        var (query, at, which) = (new QueryReader(context.Request), context.Tenant(), Paths.Word<TenantTextKey>(text));
        var asked = query.OneOf(Language) ?? (AskedLanguage.IsGerman(context) ? "de" : "en");
        query.Done();
        var found = (await readable.At(at.Tenant, context.RequestAborted)).FirstOrDefault(one => one.Key == which).Languages ?? [];
        if (((string[])[asked, at.Settings.Languages[0], .. TenantText.Languages]).FirstOrDefault(found.Contains) is not { } language)
            return Problems.Of(AccessErrors.NotFound);
        var kept = await texts.Load(at.Tenant, TenantText.StreamOf(at.Tenant, which, language), context.RequestAborted);
        return CachedAnswer.Json(TenantTextResponse.Of(which, language, kept ?? TenantText.Unwritten));
    }

    private static async Task<IResult> List(Ask ask, ITenantTexts texts)
    {
        var written = await texts.Written(ask.Caller.Tenant, ask.Aborted);
        return Json.Ok(new TenantTextListResponse([.. Enum.GetValues<TenantTextKey>().SelectMany(key => TenantText.Languages.Select(
            language => new TenantTextItemResponse(key, language, written.Contains((key, language)))))]));
    }

    private static Task<IResult> Read([PathWord<TenantTextKey>] string text, [PathValue("de")] string language, Ask ask) =>
        Known(text, language, which => ask.Shows(
            Grain(ask, which, language).Read(ask.Caller, ask.Aborted), kept => kept.Version,
            kept => TenantTextResponse.Of(which, language, kept)));

    private static Task<IResult> Write(
        [PathWord<TenantTextKey>] string text, [PathValue("de")] string language, Body<TenantTextRequest> body, Command command) =>
        Known(text, language, which => command.Answers(
            Grain(command, which, language).Write(
                command.Caller, command.Id, new(which, language, body.Value.ToDomain(), Today(command)), command.Version, command.Aborted),
            kept => kept.Version, kept => TenantTextResponse.Of(which, language, kept)));

    private static Task<IResult> Remove([PathWord<TenantTextKey>] string text, [PathValue("de")] string language, Command command) =>
        Known(text, language, which => command.Removes(Grain(command, which, language).Remove(
            command.Caller, command.Id, which, language, command.Version, command.Aborted)));

    private static LocalDate Today(Ask ask) =>
        ask.Context.Now().InZone(DateTimeZoneProviders.Tzdb[ask.Context.Tenant().Settings.Zone]).Date;

    private static Task<IResult> Known(string text, string language, Func<TenantTextKey, Task<IResult>> act) =>
        TenantText.Languages.Contains(language) ? act(Paths.Word<TenantTextKey>(text))
        : Task.FromResult(Problems.Of(AccessErrors.NotFound));

    private static ITenantTextGrain Grain(Ask ask, TenantTextKey key, string language) =>
        ask.Grain<ITenantTextGrain>(TenantText.StreamOf(ask.Caller.Tenant, key, language));
}
