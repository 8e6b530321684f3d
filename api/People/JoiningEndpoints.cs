using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.People;

/// <summary>
/// Becoming a member: by oneself, or by invitation. Either way the password is chosen by whoever has followed the link in the mail, never
/// before, so nobody can prepare an account at somebody else's address.
/// </summary>
internal static class JoiningEndpoints
{
    public static RouteGroupBuilder MapJoining(this RouteGroupBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("Access");
        auth.MapPost("/invitations/accept", AcceptInvitation).Named("AcceptInvitation").AllowAnonymous().AnswersNothing()
            .Refuses(FeedErrors.Contended, PeopleErrors.LinkVoid, PeopleErrors.LinkReplacedByNewer, PeopleErrors.InvitationAccepted,
                SignInErrors.SignInBusy);
        auth.MapPost("/email/confirm", ConfirmEmail).Named("ConfirmEmail").AllowAnonymous().AnswersNothing()
            .Refuses(FeedErrors.Contended, PeopleErrors.EmailTaken, PeopleErrors.LinkVoid, PeopleErrors.LinkReplacedByNewer);

        var register = auth.MapGroup("/register").WithMetadata(new OnHosts(HostKind.Tenant)).AllowAnonymous();
        register.MapPost("", Register).Named("Register").StoppedBy(FlagGates.StopRegistration).AnswersNothing(StatusCodes.Status202Accepted)
            .Refuses(SignInErrors.RegistrationClosed);
        register.MapPost("/confirm", ConfirmRegistration).Named("ConfirmRegistration").AnswersNothing()
            .Refuses(FeedErrors.Contended, PeopleErrors.LinkVoid, PeopleErrors.LinkReplacedByNewer, SignInErrors.SignInBusy);
        return auth;
    }

    // Whether registration is open is no secret; whether somebody has an account is one, so that answer never differs.
    private static async Task<IResult> Register(
        Body<RegisterRequest> body, HttpContext context, IAccounts accounts, EvenAnswer even, TimeProvider time)
    {
        var (request, at) = (body.Value, context.Tenant());
        if (at.Settings.Registration is RegistrationMode.Closed)
            return Problems.Of(SignInErrors.RegistrationClosed);
        if (EmailAddress.Parse(request.Email).Refused(out var wrong, out var email))
            return Problems.Of(wrong);

        await even.After(() => !Registration.Admits(at.Settings, email)
            ? Task.CompletedTask
            : Owe(accounts, context, email, request.Name!, request.Language ?? at.Settings.Languages[0], context.Trace(time, "register")));
        return TypedResults.Accepted((string?)null);
    }

    private static async Task Owe(IAccounts accounts, HttpContext context, EmailAddress email, string name, string language, Trace trace)
    {
        var home = context.Tenant().Home;
        var order = SignInMails.Registration(await accounts.Find(home, email, context.RequestAborted), email, name, language);
        await accounts.OweMail(home, order, null, trace, context.RequestAborted);
    }

    private static async Task<IResult> ConfirmRegistration(
        Body<JoinRequest> body, HttpContext context, Following following, SignInFlow signIn) =>
        Answer(await CompleteRegistration(body.Value, context, following, signIn));

    /// <returns><c>null</c>: the person is a member now.</returns>
    internal static async Task<Error?> CompleteRegistration(
        JoinRequest request, HttpContext context, Following following, SignInFlow signIn)
    {
        var followed = await following.WithPassword(context, LinkPurpose.ConfirmRegistration, request);
        if (followed.Refused(out var why, out var link))
            return why;
        if (!Registration.Admits(context.Tenant().Settings, link.Link.Email)) // the setting may have changed since the mail
            return PeopleErrors.LinkVoid;

        var person = new Invitation(new(context.NewId()), link.Link.Email, link.Link.Name, link.Link.Language, Role.Customer);
        var joined = await link.People.Register(link.Caller, Once(context), person, link.Message, context.RequestAborted);
        if (joined.IsOk)
            await signIn.Welcome(context, joined.Value.State.Account, link.Link.Email);
        return RefusalOf(joined);
    }

    private static async Task<IResult> AcceptInvitation(
        Body<JoinRequest> body, HttpContext context, Following following, SignInFlow signIn) =>
        Answer(await Accept(body.Value, context, following, signIn));

    /// <returns><c>null</c>: the person is a member now.</returns>
    internal static async Task<Error?> Accept(
        JoinRequest request, HttpContext context, Following following, SignInFlow signIn)
    {
        var followed = await following.WithPassword(context, LinkPurpose.AcceptInvitation, request);
        if (followed.Refused(out var why, out var link))
            return why;

        var account = link.Link.Account!.Value;
        var accepted = await link.People.Accept(link.Caller, Once(context), account, link.Message, context.RequestAborted);
        if (accepted.IsOk)
            await signIn.Welcome(context, account, link.Link.Email);
        return RefusalOf(accepted);
    }

    private static async Task<IResult> ConfirmEmail(Body<TokenRequest> body, HttpContext context, Following following) =>
        Answer(await TakeNewEmail(body.Value.Token ?? "", context, following));

    /// <returns><c>null</c>: the address is the account's now.</returns>
    internal static async Task<Error?> TakeNewEmail(string token, HttpContext context, Following following)
    {
        var followed = await following.Plain(context, LinkPurpose.ConfirmEmail, token);
        if (followed.Refused(out var why, out var link))
            return why;

        var (account, email) = (link.Link.Account!.Value, link.Link.Email);
        return RefusalOf(
            await link.People.ChangeEmail(link.Caller, Once(context), account, email, link.Message, context.RequestAborted));
    }

    // The link itself makes a retry harmless: it works once.
    private static CommandId Once(HttpContext context) => new(context.NewId(), "", FromKey: false);

    private static IResult Answer(Error? refusal) => refusal is null ? TypedResults.NoContent() : Problems.Of(refusal);

    // Somebody was faster with the same address, by another link: this one is void.
    private static Error? RefusalOf(Result<Outcome<Membership>> answer) => answer.Refusal switch
    {
        null => null,
        var refusal when refusal.Is(PeopleErrors.AlreadyMember) => PeopleErrors.LinkVoid,
        var refusal when refusal.Is(PeopleErrors.NotInvited) => PeopleErrors.InvitationAccepted,
        var refusal => refusal,
    };
}

/// <param name="Language">The language of mails; default: the municipality's first.</param>
public sealed record RegisterRequest(
    [Required, Email] string? Email = null, [Required, OneLine(PeopleRules.MostNameLength)] string? Name = null, string? Language = null)
    : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var languages = context.Tenant().Settings.Languages;
        return Language is null || languages.Contains(Language)
            ? [] : [FieldError.OneOf(FieldCode.UnknownLanguage, "/language", languages)];
    }
}

/// <param name="Token">From the link in the mail.</param>
/// <param name="Name">As the person wants to be called; left out: as it was given before.</param>
public sealed record JoinRequest(
    [Required] string? Token = null, [Required] string? Password = null, [OneLine(PeopleRules.MostNameLength)] string? Name = null)
    : IJudgedAside
{
    ValueTask<FieldError?> IJudgedAside.Fault(HttpContext context) => new(PasswordPolicy.Fault(Password, about: null, "/password"));
}

public sealed record TokenRequest([Required] string? Token = null);
