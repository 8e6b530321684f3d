using System.Collections.Immutable;
using Helpdesk.Api.Access;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;

namespace Helpdesk.Api.Staff;

/// <summary>What people of the staff know, and what an hour of theirs costs.</summary>
internal static class StaffEndpoints
{
    public static RouteGroupBuilder MapStaff(this RouteGroupBuilder tenant)
    {
        var person = tenant.MapGroup("/users/{id}").WithTags("Staff").RequireStaff();
        person.MapGet("/expertise", ReadExpertise).Named("ReadExpertise").AnswersVersion<ExpertiseResponse>();
        person.MapPut("/expertise", DeclareExpertise).Named("DeclareExpertise").Changes<ExpertiseResponse>(IfMatchUse.Optional);

        var rates = person.MapGroup("/rates").RequireRole(Role.Manager);
        rates.MapGet("", ReadRates).Named("ReadRates").AnswersVersion<RatesResponse>();
        rates.MapPut("", AgreeRates).Named("AgreeRates").Changes<RatesResponse>(IfMatchUse.Optional);
        return tenant;
    }

    private static async Task<IResult> ReadExpertise(string id, HttpContext context, IGrainFactory grains)
    {
        var answer = await Expertise(id, context, grains).Read(context.Caller(), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Shown(context, ExpertiseResponse.Of(answer.Value), answer.Value.Version);
    }

    private static async Task<IResult> DeclareExpertise(string id, Body<DeclareExpertiseRequest> body, HttpContext context, IGrainFactory grains)
    {
        var grain = Expertise(id, context, grains);
        var items = Listed(body.Value.Items).Select((item, index) => item.ToDomain(index)).ToImmutableArray();
        var answer = await grain.Declare(context.Caller(), context.CommandId(), items, context.Version(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);
        Replay.Mark(context, answer.Value.Replayed);
        return Shown(context, ExpertiseResponse.Of(answer.Value.State), answer.Value.State.Version);
    }

    private static async Task<IResult> ReadRates(string id, HttpContext context, IGrainFactory grains)
    {
        var answer = await Rates(id, context, grains).Read(context.Caller(), context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Shown(context, RatesResponse.Of(answer.Value), answer.Value.Version);
    }

    private static async Task<IResult> AgreeRates(string id, Body<AgreeRatesRequest> body, HttpContext context, IGrainFactory grains)
    {
        var grain = Rates(id, context, grains);
        var rates = Listed(body.Value.Items).Select((rate, index) => rate.ToDomain(index)).ToImmutableArray();
        var answer = await grain.Agree(context.Caller(), context.CommandId(), rates, context.Version(), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);
        Replay.Mark(context, answer.Value.Replayed);
        return Shown(context, RatesResponse.Of(answer.Value.State), answer.Value.State.Version);
    }

    private static IReadOnlyList<T> Listed<T>(IReadOnlyList<T>? items) =>
        items ?? throw new RequestRefusedException(Domain.Error.Invalid("/items", "required", "Is required."));

    private static IResult Shown<T>(HttpContext context, T answer, int version)
    {
        context.Response.SetETag(version);
        return Json.Ok(answer);
    }

    private static IExpertiseGrain Expertise(string id, HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<IExpertiseGrain>(GrainKeys.Of(context.Caller().Tenant, Paths.Id(id)));

    private static IHourlyRatesGrain Rates(string id, HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<IHourlyRatesGrain>(GrainKeys.Of(context.Caller().Tenant, Paths.Id(id)));
}
