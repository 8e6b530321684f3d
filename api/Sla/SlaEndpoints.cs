using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Sla;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Sla.Calendars;

namespace Helpdesk.Api.Sla;

/// <summary>What a tenant promises: calendars and policies, kept by its admins.</summary>
internal static class SlaEndpoints
{
    public static RouteGroupBuilder MapSla(this RouteGroupBuilder tenant)
    {
        var sla = tenant.MapGroup("/sla").WithTags("Sla");
        sla.MapPost("/preview", PreviewEndpoint.Preview).Named("PreviewSla").Answers<PreviewResponse>().RequireStaff().EvenExpired();

        var reading = sla.MapGroup("").RequireStaff();
        reading.MapGet("/calendars", ListCalendars).Named("ListCalendars").Answers<CalendarListResponse>();
        reading.MapGet("/calendars/{id}", ReadCalendar).Named("ReadCalendar").AnswersVersion<CalendarResponse>();
        reading.MapGet("/policies", ListPolicies).Named("ListPolicies").AnswersVersion<PolicyListResponse>();

        var changing = sla.MapGroup("").RequireRole(Role.Admin);
        changing.MapPost("/calendars", AddCalendar).Named("AddCalendar").Creates<CalendarResponse>();
        changing.MapPut("/calendars/{id}", SaveCalendar).Named("SaveCalendar").Changes<CalendarResponse>(IfMatchUse.Required);
        changing.MapDelete("/calendars/{id}", RemoveCalendar).Named("RemoveCalendar").Removes(IfMatchUse.Optional)
            .Refuses(SlaErrors.CalendarCounts);
        changing.MapPost("/policies", AddPolicy).Named("AddPolicy").Creates<PolicyListResponse>().Refuses(OfPolicies);
        changing.MapPut("/policies/{id}", ChangePolicy).Named("ChangePolicy").Changes<PolicyListResponse>(IfMatchUse.Required)
            .Refuses(OfPolicies);
        changing.MapDelete("/policies/{id}", RemovePolicy).Named("RemovePolicy").Changes<PolicyListResponse>(IfMatchUse.Optional)
            .Refuses(OfPolicies);
        changing.MapPut("/policies", ReorderPolicies).Named("ReorderPolicies").Changes<PolicyListResponse>(IfMatchUse.Required)
            .Refuses(OfPolicies);
        return sla;
    }

    private static readonly Error[] OfPolicies = [SlaErrors.DefaultPolicyNeeded, SlaErrors.TooManyPolicies];

    private static Task<IResult> ListCalendars(Ask ask) => ask.Shows(
        Sla(ask).Calendars(ask.Caller, ask.Aborted),
        saved => new CalendarListResponse([.. saved.Select(CalendarReading.Of)], NextCursor: null, saved.Length));

    private static Task<IResult> ReadCalendar(string id, Ask ask)
    {
        var calendar = Paths.Id(id);
        return ask.Shows(Found(), saved => saved.Document.Version, CalendarReading.Of);

        async Task<Result<SavedCalendar>> Found() => (await Sla(ask).Calendars(ask.Caller, ask.Aborted)).Then<SavedCalendar>(saved =>
            saved.FirstOrDefault(one => one.Id == calendar) is { } found ? found : AccessErrors.NotFound);
    }

    // A retry must reach the calendar that the first one made, so its id follows from the command.
    private static Task<IResult> AddCalendar(Body<CalendarBody> body, Command command) => Saved(
        command, command.Id.Step("calendar").Id, body.Value, calendar => command.Below($"{calendar.Id:D}"));

    private static Task<IResult> SaveCalendar(string id, Body<CalendarBody> body, Command command) =>
        Saved(command, Paths.Id(id), body.Value);

    private static Task<IResult> Saved(Command command, Guid calendar, CalendarBody body, Func<SavedCalendar, string>? location = null)
    {
        var definition = CalendarReading.Read(body);
        return command.Answers(
            Sla(command).SaveCalendar(command.Caller, command.Id, calendar, definition, command.Version, command.Aborted),
            saved => saved.Document.Version, CalendarReading.Of, location);
    }

    private static Task<IResult> RemoveCalendar(string id, Command command) =>
        command.Removes(Sla(command).RemoveCalendar(command.Caller, command.Id, Paths.Id(id), command.Version, command.Aborted));

    private static Task<IResult> ListPolicies(Ask ask) =>
        ask.Shows(Sla(ask).Policies(ask.Caller, ask.Aborted), book => book.Version, PolicyReading.Of);

    private static Task<IResult> AddPolicy(Body<PolicyBody> body, Command command)
    {
        var (policy, version) = (PolicyReading.Read(body.Value, command.Id.Step("policy").Id), command.Context.Version());
        return Book(
            command, Sla(command).AddPolicy(command.Caller, command.Id, policy, body.Value.Position, version, command.Aborted),
            _ => command.Below($"{policy.Id:D}"));
    }

    private static Task<IResult> ChangePolicy(string id, Body<PolicyBody> body, Command command)
    {
        var (policy, version) = (PolicyReading.Read(body.Value, Paths.Id(id)), command.Version!.Value);
        return Book(command, Sla(command).ChangePolicy(command.Caller, command.Id, policy, version, command.Aborted));
    }

    private static Task<IResult> RemovePolicy(string id, Command command) =>
        Book(command, Sla(command).RemovePolicy(command.Caller, command.Id, Paths.Id(id), command.Version, command.Aborted));

    private static Task<IResult> ReorderPolicies(Body<ReorderBody> body, Command command) =>
        Book(command, Sla(command).ReorderPolicies(
            command.Caller, command.Id, body.Value.Ids ?? [], command.Version!.Value, command.Aborted));

    private static Task<IResult> Book(
        Command command, Task<Result<Outcome<SlaPolicyBook>>> act, Func<SlaPolicyBook, string>? location = null) =>
        command.Answers(act, book => book.Version, PolicyReading.Of, location);

    private static ISlaGrain Sla(Ask ask) => ask.Grain<ISlaGrain>();
}
