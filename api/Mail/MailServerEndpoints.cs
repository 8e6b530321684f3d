using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.Mail;

/// <summary>The mail server that a municipality's mails leave by, instead of the platform's.</summary>
internal static class MailServerEndpoints
{
    public static RouteGroupBuilder MapMailServer(this RouteGroupBuilder tenant)
    {
        var server = tenant.MapGroup("/mail/outgoing").WithTags("Mail").RequireRole(Role.Admin);
        server.MapGet("", Read).Named("ReadMailServer").AnswersVersion<MailServerResponse>().Refuses(MailErrors.NoOwnServer);
        server.MapPut("", Choose).Named("ChooseMailServer").Changes<MailServerResponse>(IfMatchUse.Optional);
        server.MapDelete("", Leave).Named("LeaveMailServer").Removes(IfMatchUse.Optional);
        server.MapPost("/test", Test).Named("TestMailServer").Heavy().Answers<MailTestResponse>();
        return tenant;
    }

    private static Task<IResult> Read(Ask ask) =>
        ask.Shows(ask.Grain<IMailServerGrain>().Read(ask.Caller, ask.Aborted), server => server.Version, MailServerResponse.Of);

    private static Task<IResult> Choose(Body<MailServerRequest> body, Command command) => command.Answers(
        command.Grain<IMailServerGrain>().Choose(command.Caller, command.Id, body.Value.ToDomain(), command.Version, command.Aborted),
        server => server.Version, MailServerResponse.Of);

    private static Task<IResult> Leave(Command command) => command.Removes(
        command.Grain<IMailServerGrain>().Leave(command.Caller, command.Id, command.Version, command.Aborted));

    // Not an Ask from the start: those are judged with what can be read of a faulty body, and this one acts. Nobody has the platform write
    // to strangers.
    private static async Task<IResult> Test(Body<MailTestRequest> body, HttpContext context, IGrainFactory grains, IAccounts accounts)
    {
        var ask = new Ask(context, grains);
        var to = EmailAddress.Parse(body.Value.To).Value;
        if (await accounts.Find(ask.Caller.Tenant, to, ask.Aborted) is null)
            return Problems.Of(Error.Invalid([FieldCode.NobodyHere.At("/to")]));
        var german = AskedLanguage.IsGerman(ask.Context);
        return await ask.Shows(
            ask.Grain<IMailServerGrain>().Test(ask.Caller, to, german, ask.Aborted), test => MailTestResponse.Of(test, german));
    }
}
