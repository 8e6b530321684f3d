using System.Security.Cryptography;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;
using Helpdesk.Hosting.Tenancy;

namespace Helpdesk.Api.Mail;

/// <summary>The keys that sign the mails that leave by a municipality's own server.</summary>
internal static class DkimEndpoints
{
    private const int Bits = 2_048;

    public static RouteGroupBuilder MapDkim(this RouteGroupBuilder tenant)
    {
        var dkim = tenant.MapGroup("/mail/outgoing/dkim").WithTags("Mail").RequireRole(Role.Admin);
        dkim.MapGet("", Read).Named("ReadDkim").Heavy().AnswersVersion<DkimResponse>();
        dkim.MapPost("/keys", Add).Named("AddDkimKey").Heavy().Creates<DkimKeyResponse>().Refuses(MailErrors.TooManyDkimKeys);
        dkim.MapDelete("/keys/{selector}", Remove).Named("RemoveDkimKey").Removes(IfMatchUse.Optional);
        return tenant;
    }

    private static Task<IResult> Read(Ask ask) => ask.Shows(
        ask.Grain<IDkimGrain>().Read(ask.Caller, ask.Aborted), report => report.Keys.Version, DkimResponse.Of);

    private static async Task<IResult> Add(Body<DkimKeyRequest> body, Command command, IOptions<TenancyOptions> tenancy)
    {
        if (HostName.Parse(body.Value.Domain, tenancy.Value.Domain, "/domain").Refused(out var fault, out var domain))
            return Problems.Of(fault);
        var selector = DkimRules.SelectorOf(command.Id.Id);
        return await command.Answers(
            command.Grain<IDkimGrain>().Add(command.Caller, command.Id, domain, NewPair(), command.Aborted), keys => keys.Version,
            // Its name is new, so nothing stands there yet.
            keys => DkimKeyResponse.Of(keys.Find(selector)!, DkimRecord.Missing), _ => command.Below(selector));
    }

    private static Task<IResult> Remove([PathValue("hd-4f1c2b9a03")] string selector, Command command) => command.Removes(
        command.Grain<IDkimGrain>().Remove(command.Caller, command.Id, selector, command.Version, command.Aborted));

    private static DkimPair NewPair()
    {
        using var key = RSA.Create(Bits);
        return new(Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), key.ExportPkcs8PrivateKeyPem());
    }
}
