using Helpdesk.Api.Pages;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.People;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Notifications;

/// <summary>
/// Where mails are turned off by their own link, without signing in. A mailbox posts there when its owner presses the button (RFC 8058);
/// who opens the link is asked first, since scanners of mails open links, too.
/// </summary>
internal static class UnsubscribePage
{
    private const string Again = "again";

    public static void MapUnsubscribe(this RouteGroupBuilder host)
    {
        var page = host.MapGroup("/mail/unsubscribe/{token}").AllowAnonymous().EvenExpired().ExcludeFromDescription()
            .WithMetadata(ErrorPage.ForRefusals);
        page.MapGet("", Ask);
        page.MapPost("", Act);
    }

    private static IResult Ask(string token, HttpContext context, ISeals seals)
    {
        var german = PageLayout.IsGerman(context);
        return UnsubscribeLink.Open(token, context.Tenant().Tenant, seals) is not { } link ? Unknown(german)
            : Page(german, Question(german, context, link));
    }

    // Only our own page says what else it could mean: a mailbox posts what the RFC prescribes, or nothing.
    private static async Task<IResult> Act(string token, HttpContext context, ISeals seals, Unsubscribing unsubscribing)
    {
        var german = PageLayout.IsGerman(context);
        if (UnsubscribeLink.Open(token, context.Tenant().Tenant, seals) is not { } link)
            return Unknown(german);
        var again = await PageForm.Read(context, largest: 4_096) is { } form && form[Again] == "1";
        if (await unsubscribing.Carry(context, link, again) is { } refusal)
            return ErrorPage.Of(german, refusal);
        return Page(german, $"""<p role="status">{Said(german, again)}</p>""" + (again ? "" : Undo(german)));
    }

    private static string Question(bool german, HttpContext context, UnsubscribeLink link)
    {
        var (from, none, rest, button) = german
            ? ("Von", "kommen dann keine Mails mehr über:",
                "Alles andere bleibt, wie es ist. Im Helpdesk selbst können Sie weiter alles lesen.", "Keine solchen Mails mehr")
            : ("From", "no more mails come about:",
                "Everything else stays as it is. In the helpdesk itself you can read everything as before.", "No more such mails");
        var kinds = string.Concat(link.Kinds.Select(kind => $"<li>{PageLayout.Text(NotificationRules.NameOf(kind, german))}</li>"));
        return $"""
            <p>{from} {PageLayout.Place(context.Tenant())} {none}</p>
            <ul>{kinds}</ul>
            <p>{rest}</p>
            <form method="post"><button type="submit">{button}</button></form>
            """;
    }

    private static string Said(bool german, bool again) => (german, again) switch
    {
        (true, false) => "Solche Mails kommen nicht mehr.",
        (true, true) => "Solche Mails kommen wieder.",
        (false, false) => "No more such mails come.",
        (false, true) => "Such mails come again.",
    };

    private static string Undo(bool german) => $"""
        <p>{(german ? "Das war ein Versehen?" : "By mistake?")}</p>
        <form method="post">{PageLayout.Hidden(Again, "1")}
        <button type="submit" class="quiet">{(german ? "Doch wieder schicken" : "Send them again")}</button></form>
        """;

    private static IResult Page(bool german, string main) => PageLayout.Page(
        german, StatusCodes.Status200OK, german ? "Mails abbestellen" : "Unsubscribe from mails", main, tellsNoAddress: true);

    private static IResult Unknown(bool german)
    {
        var text = german ? "Diesen Link gibt es nicht. Bitte kopieren Sie ihn vollständig aus der E-Mail."
            : "There is no such link. Please copy all of it from the mail.";
        return PageLayout.Page(
            german, StatusCodes.Status404NotFound, AccessErrors.NotFound.TitleIn(german),
            $"""<p role="alert" data-code="{AccessErrors.NotFound.Code}">{PageLayout.Text(text)}</p>""", isRefusal: true,
            tellsNoAddress: true);
    }
}

/// <summary>Does what the link is good for, as the person themselves, where their profile is kept.</summary>
internal sealed class Unsubscribing(IPeopleStore people, IGrainFactory grains, TenantPasses passes)
{
    /// <returns><c>null</c>: it is so now. Whoever has left gets no mails anyway.</returns>
    public async Task<Error?> Carry(HttpContext context, UnsubscribeLink link, bool again)
    {
        if ((await people.Load(link.Tenant, link.Account, actor: null, context.RequestAborted)).Target is not { Exists: true } person)
            return null;
        passes.Enter(person.Home);
        // Whoever has no password yet acts nowhere by themselves; the platform does it for them.
        var caller = new Caller(
            person.Home, person.Status is MembershipStatus.Active ? link.Account : null, person.Role, $"{ClientAddress.Of(context)} link");
        var revision = again ? new MembershipRevision { MailsOn = link.Kinds } : new MembershipRevision { MailsOff = link.Kinds };
        var revised = await grains.GetGrain<IPeopleGrain>(GrainKeys.Of(person.Home)).Revise(
            caller, Contracts.Commands.Aside("unsubscribe"), link.Account, revision, version: null, context.RequestAborted);
        return revised.Refusal is { Kind: not ErrorKind.NotFound } refusal ? refusal : null;
    }
}
