using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.People;

/// <summary>A person's own account: who am I, what may I do, how am I called.</summary>
internal static class AccountEndpoints
{
    public static RouteGroupBuilder MapAccount(this RouteGroupBuilder api)
    {
        api.MapGet("/auth/status", Status).Named("ReadStatus").WithTags("Access").AllowAnonymous().Answers<StatusResponse>()
            .Refuses(SignInErrors.InvalidToken, AccessErrors.NotFound);
        var me = api.MapGroup("/me").WithTags("Access").RequirePerson();
        me.MapGet("", Read).Named("ReadMe").EvenUnenrolled().AnswersVersion<MeResponse>();
        me.MapPatch("", Change).Named("ChangeMe").Changes<MeResponse>();
        me.MapPost("/email", ChangeEmail).Named("ChangeMyEmail").AnswersNothing(StatusCodes.Status202Accepted)
            .Refuses(PeopleErrors.ManagedElsewhere, SignInErrors.SignInBusy, SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        return api;
    }

    /// <summary>For a page that has just been opened: anonymous callers learn how to get in, others who they are.</summary>
    private static async Task<IResult> Status(
        HttpContext context, IMemberDirectory members, IPeopleStore people, IEnumerable<IAbilities> abilities, IHostEnvironment environment)
    {
        var at = context.Tenant();
        if (context.FindCredential() is not { } credential)
        {
            // a page with an old cookie is simply not signed in
            return context.HasInvalidCredential() && CredentialMiddleware.IsPresented(context.Request)
                ? Problems.Of(SignInErrors.InvalidToken)
                : Json.Ok(new StatusResponse(false, at.Settings.Registration, null, null, [], [], null));
        }

        if (credential.In(at) is not { } member)
            return Problems.Of(AccessErrors.NotFound);

        var person = await members.Find(at.Home, member.Account, context.RequestAborted);
        var account = new AccountResponse(
            member.Account.Value, person?.Name ?? credential.Program?.Name ?? "",
            person is null ? null : EmailAddress.ForPeople(person.Email), person?.Language);
        IReadOnlyList<ServedTenant> served = credential.Session is { } session && at.Home == TenantId.Platform
            ? await people.Served(session.Account, context.RequestAborted)
            : [];
        var mustEnrol = MustEnrol(context, credential, member.Role, environment);
        return Json.Ok(new StatusResponse(
            true, at.Settings.Registration, account, member.Role, mustEnrol ? [] : [.. abilities.SelectMany(each => each.Of(member))],
            [.. served.Select(tenant => new ServedTenantResponse(tenant.Slug, tenant.Name, tenant.Role))],
            context.FindSessionCookie()?.AntiForgeryToken, mustEnrol));
    }

    private static bool MustEnrol(HttpContext context, Credential credential, Role role, IHostEnvironment environment) =>
        credential.Session is { HasSecondFactor: false }
            && SecondFactorRules.IsNeeded(role, context.Tenant().Settings.SecondFactor, environment.IsDevelopment());

    private static async Task<IResult> Read(HttpContext context, IAccounts accounts) =>
        await accounts.Find(context.Tenant().Home, context.Session().Account, context.RequestAborted) is { } who
            ? Shown(context, who) : Problems.Of(AccessErrors.NotFound);

    private static IResult Shown(HttpContext context, SignInCandidate who)
    {
        var (role, services) = (context.Member().Role, context.RequestServices);
        var mustEnrol = MustEnrol(context, context.FindCredential()!, role, services.GetRequiredService<IHostEnvironment>());
        context.Response.SetETag(who.Here.Version);
        return Json.Ok(MeResponse.Of(
            who, services.GetRequiredService<HostAbilities>().Of(context.Tenant(), role, mustEnrol), AskedLanguage.IsGerman(context)));
    }

    // The profile is kept at home; service staff change it there from wherever they are.
    private static async Task<IResult> Change(Body<ChangeMeRequest> body, HttpContext context, IAccounts accounts, PeopleAtHome home)
    {
        var (request, session) = (body.Value, context.Session());
        if (await accounts.Find(context.Tenant().Home, session.Account, context.RequestAborted) is not { } who)
            return Problems.Of(AccessErrors.NotFound);

        var revision = new MembershipRevision(Name: request.Name.Value, Language: request.Language.Value)
        {
            TimeZone = request.TimeZone,
            Muted = NotificationChoices.Muted(request.Notifications.Value, who.Here.Muted),
            Mails = request.MailsAfter(who.Here.Mails),
            PushesOff = NotificationChoices.Muted(request.Pushes.Value, who.Here.PushesOff),
        };
        if ((await home.Revise(context, revision)).Refused(out var refusal, out var changed))
            return Problems.Of(refusal);

        Replay.Mark(context, changed.Replayed);
        return session.Home == who.Here.Tenant ? Shown(context, who with { Here = changed.State }) : await Read(context, accounts);
    }

    private static async Task<IResult> ChangeEmail(
        Body<ChangeEmailRequest> body, HttpContext context, SignInFlow signIn, IAccounts accounts, EvenAnswer even, TimeProvider time)
    {
        if (EmailAddress.Parse(body.Value.Email).Refused(out var wrong, out var email))
            return Problems.Of(wrong);
        var confirmed = await signIn.Confirm(context, body.Value.Password ?? "");
        if (confirmed.Refused(out var why, out var who))
            return Problems.Of(why);
        if (who.Here.IsServiceStaff)
            return Problems.Of(PeopleErrors.ManagedElsewhere);

        // Whether another member has the address is told to its mailbox alone, by no mail coming.
        var home = context.Tenant().Home;
        await even.After(async () =>
        {
            if (await accounts.Find(home, email, context.RequestAborted) is not null)
                return;
            var order = MailOrder.WithLink(LinkPurpose.ConfirmEmail, who.Account, email, who.Here.Name, who.Here.Language);
            await accounts.OweMail(home, order, null, context.Trace(time), context.RequestAborted);
        });
        return TypedResults.Accepted((string?)null);
    }
}
