using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Sla;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Api.Sla;

/// <summary>What a tenant promises: calendars and policies, kept by its admins.</summary>
internal static class SlaEndpoints
{
    public static RouteGroupBuilder MapSla(this RouteGroupBuilder tenant)
    {
        var sla = tenant.MapGroup("/sla").WithTags("Sla");
        sla.MapPost("/preview", PreviewEndpoint.Preview).Named("PreviewSla").Answers<PreviewResponse>().RequireStaff();

        var reading = sla.MapGroup("").RequireStaff();
        reading.MapGet("/calendars", ListCalendars).Named("ListCalendars").Answers<CalendarListResponse>();
        reading.MapGet("/calendars/{id}", ReadCalendar).Named("ReadCalendar").AnswersVersion<CalendarResponse>();
        reading.MapGet("/policies", ListPolicies).Named("ListPolicies").AnswersVersion<PolicyListResponse>();

        var changing = sla.MapGroup("").RequireRole(Role.Admin);
        changing.MapPost("/calendars", AddCalendar).Named("AddCalendar").Creates<CalendarResponse>();
        changing.MapPut("/calendars/{id}", SaveCalendar).Named("SaveCalendar").Changes<CalendarResponse>(IfMatchUse.Required);
        changing.MapDelete("/calendars/{id}", RemoveCalendar).Named("RemoveCalendar").Removes(IfMatchUse.Optional).Refuses("calendar-in-use");
        changing.MapPost("/policies", AddPolicy).Named("AddPolicy").Creates<PolicyListResponse>().Refuses(OfPolicies);
        changing.MapPut("/policies/{id}", ChangePolicy).Named("ChangePolicy").Changes<PolicyListResponse>(IfMatchUse.Required).Refuses(OfPolicies);
        changing.MapDelete("/policies/{id}", RemovePolicy).Named("RemovePolicy").Changes<PolicyListResponse>(IfMatchUse.Optional).Refuses(OfPolicies);
        changing.MapPut("/policies", ReorderPolicies).Named("ReorderPolicies").Changes<PolicyListResponse>(IfMatchUse.Required).Refuses(OfPolicies);
        return sla;
    }

    private static readonly string[] OfPolicies = ["default-policy-needed", "too-many-policies"];

    private static async Task<IResult> ListCalendars(HttpContext context, IGrainFactory grains)
    {
        var answer = await Grain(context, grains).Calendars(context.Caller(), context.RequestAborted);
        return answer.Refusal is { } refusal
            ? Problems.Of(refusal)
            : Json.Ok(new CalendarListResponse([.. answer.Value.Select(CalendarReading.Of)], null, answer.Value.Length));
    }

    private static async Task<IResult> ReadCalendar(string id, HttpContext context, IGrainFactory grains)
    {
        var calendar = Paths.Id(id);
        var answer = await Grain(context, grains).Calendars(context.Caller(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        return answer.Value.FirstOrDefault(one => one.Id == calendar) is { } found ? Shown(context, found) : Problems.Of(HttpErrors.NotFound);
    }

    private static async Task<IResult> AddCalendar(Body<CalendarBody> body, HttpContext context, IGrainFactory grains)
    {
        // A retry must reach the calendar that the first one made, so its id follows from the command.
        var command = context.CommandId();
        var definition = CalendarReading.Read(body.Value);
        var answer = await Grain(context, grains).SaveCalendar(
            context.Caller(), command, command.Step("calendar").Id, definition, null, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        context.Response.SetETag(answer.Value.Document.Version);
        return Json.Created($"{context.Request.Path}/{answer.Value.Id:D}", CalendarReading.Of(answer.Value));
    }

    private static async Task<IResult> SaveCalendar(string id, Body<CalendarBody> body, HttpContext context, IGrainFactory grains)
    {
        var (calendar, version) = (Paths.Id(id), context.RequiredVersion());
        var answer = await Grain(context, grains).SaveCalendar(
            context.Caller(), context.CommandId(), calendar, CalendarReading.Read(body.Value), version, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Shown(context, answer.Value);
    }

    private static async Task<IResult> RemoveCalendar(string id, HttpContext context, IGrainFactory grains)
    {
        var answer = await Grain(context, grains).RemoveCalendar(
            context.Caller(), context.CommandId(), Paths.Id(id), context.Version(), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : TypedResults.NoContent();
    }

    private static async Task<IResult> ListPolicies(HttpContext context, IGrainFactory grains) =>
        Shown(context, await Grain(context, grains).Policies(context.Caller(), context.RequestAborted));

    private static async Task<IResult> AddPolicy(Body<PolicyBody> body, HttpContext context, IGrainFactory grains)
    {
        var command = context.CommandId();
        var policy = PolicyReading.Read(body.Value, command.Step("policy").Id);
        var answer = await Grain(context, grains).AddPolicy(
            context.Caller(), command, policy, body.Value.Position, context.Version(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        context.Response.SetETag(answer.Value.Version);
        return Json.Created($"{context.Request.Path}/{policy.Id:D}", PolicyReading.Of(answer.Value));
    }

    private static async Task<IResult> ChangePolicy(string id, Body<PolicyBody> body, HttpContext context, IGrainFactory grains)
    {
        var (policy, version) = (Paths.Id(id), context.RequiredVersion());
        return Shown(context, await Grain(context, grains).ChangePolicy(
            context.Caller(), context.CommandId(), PolicyReading.Read(body.Value, policy), version, context.RequestAborted));
    }

    private static async Task<IResult> RemovePolicy(string id, HttpContext context, IGrainFactory grains) =>
        Shown(context, await Grain(context, grains).RemovePolicy(
            context.Caller(), context.CommandId(), Paths.Id(id), context.Version(), context.RequestAborted));

    private static async Task<IResult> ReorderPolicies(Body<ReorderBody> body, HttpContext context, IGrainFactory grains) =>
        Shown(context, await Grain(context, grains).ReorderPolicies(
            context.Caller(), context.CommandId(), body.Value.Ids ?? [], context.RequiredVersion(), context.RequestAborted));

    private static ISlaGrain Grain(HttpContext context, IGrainFactory grains) => grains.GetGrain<ISlaGrain>(GrainKeys.Of(context.Caller().Tenant));

    private static IResult Shown(HttpContext context, SavedCalendar calendar)
    {
        context.Response.SetETag(calendar.Document.Version);
        return Json.Ok(CalendarReading.Of(calendar));
    }

    private static IResult Shown(HttpContext context, Result<SlaPolicyBook> answer)
    {
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        context.Response.SetETag(answer.Value.Version);
        return Json.Ok(PolicyReading.Of(answer.Value));
    }
}
