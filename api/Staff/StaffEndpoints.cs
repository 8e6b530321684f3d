using Helpdesk.Api.SignIn;
using Helpdesk.Contracts.Staff;

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

    private static Task<IResult> ReadExpertise(string id, Ask ask) => ask.Shows(
        ask.Grain<IExpertiseGrain>(Paths.Id(id)).Read(ask.Caller, ask.Aborted), declared => declared.Version, ExpertiseResponse.Of);

    private static Task<IResult> DeclareExpertise(string id, Body<DeclareExpertiseRequest> body, Command command)
    {
        var grain = command.Grain<IExpertiseGrain>(Paths.Id(id));
        return command.Answers(
            grain.Declare(command.Caller, command.Id, body.Value.ToDomain(), command.Version, command.Aborted), declared =>
                declared.Version, ExpertiseResponse.Of);
    }

    private static Task<IResult> ReadRates(string id, Ask ask) => ask.Shows(
        ask.Grain<IHourlyRatesGrain>(Paths.Id(id)).Read(ask.Caller, ask.Aborted), agreed => agreed.Version, RatesResponse.Of);

    private static Task<IResult> AgreeRates(string id, Body<AgreeRatesRequest> body, Command command)
    {
        var grain = command.Grain<IHourlyRatesGrain>(Paths.Id(id));
        return command.Answers(
            grain.Agree(command.Caller, command.Id, body.Value.ToDomain(), command.Version, command.Aborted),
            agreed => agreed.Version, RatesResponse.Of);
    }
}
