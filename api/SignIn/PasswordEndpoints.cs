using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>Changing a password, and getting a new one when it is forgotten.</summary>
internal static class PasswordEndpoints
{
    public static RouteGroupBuilder MapPasswords(this RouteGroupBuilder api)
    {
        var password = api.MapGroup("/auth/password").WithTags("Access");
        password.MapPost("", Change).Named("ChangePassword").RequirePerson().AnswersNothing()
            .Refuses(SignInErrors.SignInBusy, SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        password.MapPost("/reset", RequestReset).Named("RequestPasswordReset").AllowAnonymous().AnswersNothing(
            StatusCodes.Status202Accepted);
        password.MapPost("/reset/confirm", Reset).Named("ResetPassword").AllowAnonymous().AnswersNothing()
            .Refuses(PeopleErrors.LinkVoid, PeopleErrors.LinkReplacedByNewer, SignInErrors.SignInBusy);
        return password;
    }

    private static async Task<IResult> Change(
        Body<ChangePasswordRequest> body, HttpContext context, SignInFlow signIn, IAccounts accounts, IPasswords passwords,
        PasswordPlaces places, TimeProvider time)
    {
        if ((await signIn.Confirm(context, body.Value.CurrentPassword ?? "")).Refused(out var why, out var who))
            return Problems.Of(why);
        var owner = who.Owner with { Places = await places.Of(context, who.Account, who.Here.Home) };
        if (PasswordPolicy.Check(body.Value.NewPassword, owner, "/new_password").Refused(out var weak, out var password))
            return Problems.Of(weak);
        if ((await passwords.Hash(password, context.RequestAborted)).Refused(out var busy, out var hash))
            return Problems.Of(busy);

        await accounts.ChangePassword(who, hash, context.Session().Id, context.Trace(time), context.RequestAborted);
        await signIn.Welcome(context, who.Account, who.Here.Email);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> RequestReset(Body<EmailRequest> body, HttpContext context, ForgottenPasswords forgotten) =>
        await forgotten.SendLink(context, body.Value.Email) is { } wrong ? Problems.Of(wrong) : TypedResults.Accepted((string?)null);

    private static async Task<IResult> Reset(Body<SetPasswordRequest> body, HttpContext context, ForgottenPasswords forgotten) =>
        await forgotten.Reset(context, body.Value.Token ?? "", body.Value.Password) is { } why
            ? Problems.Of(why) : TypedResults.NoContent();
}

/// <summary>From a forgotten password to a new one, by a link in a mail; the same for programs and on our own page.</summary>
internal sealed class ForgottenPasswords(
    IAccounts accounts, IPasswords passwords, PasswordPlaces places, SignInFlow signIn, EvenAnswer even, TimeProvider time)
{
    /// <summary>Ends the same, and after the same time, whether or not anybody has the address.</summary>
    /// <returns><c>null</c>, or why that is no address.</returns>
    public async Task<Error?> SendLink(HttpContext context, string? address)
    {
        if (EmailAddress.Parse(address).Refused(out var wrong, out var email))
            return wrong;

        var home = context.Tenant().Home;
        await even.After(async () =>
        {
            if (SignInMails
                .ForgottenPassword(await accounts.Find(home, email, context.RequestAborted)) is not { Account: { } account } order)
                return;
            await accounts.OweMail(
                home, order, new AccountEvent.PasswordResetRequested(account), context.Trace(time, "reset"), context.RequestAborted);
        });
        return null;
    }

    /// <summary>Opens no session: whoever has the mailbox still needs the second factor.</summary>
    /// <returns><c>null</c>: done.</returns>
    public async Task<Error?> Reset(HttpContext context, string token, string? candidate)
    {
        var home = context.Tenant().Home;
        var found = await accounts.FindLink(home, LinkPurpose.ResetPassword, token, time.Now(), context.RequestAborted);
        if (found.Refused(out var why, out var link))
            return why;
        var owner = link.Owner with { Places = await places.Of(context, link.Account, link.Home) };
        if (PasswordPolicy.Check(candidate, owner).Refused(out var weak, out var password))
            return weak;
        if ((await passwords.Hash(password, context.RequestAborted)).Refused(out var busy, out var hash))
            return busy;
        if (!await accounts.ResetPassword(link, token, hash, context.Trace(time, "reset"), context.RequestAborted))
            return PeopleErrors.LinkVoid;
        await signIn.Welcome(context, link.Account!.Value, link.Email);
        return null;
    }
}

public sealed record ChangePasswordRequest([Required] string? CurrentPassword = null, [Required] string? NewPassword = null) : IJudgedAside
{
    // Who has a session knows whose it is.
    async ValueTask<FieldError?> IJudgedAside.Fault(HttpContext context)
    {
        var (services, session) = (context.RequestServices, context.Session());
        var who = await services.GetRequiredService<IAccounts>().Find(
            context.Tenant().Home, session.Account, context.RequestAborted);
        var places = await services.GetRequiredService<PasswordPlaces>().Of(context, session.Account, session.Home);
        return PasswordPolicy.Fault(NewPassword, who is null ? null : who.Owner with { Places = places }, "/new_password");
    }
}

public sealed record EmailRequest([Required, Email] string? Email = null);

/// <param name="Token">From the link in the mail.</param>
public sealed record SetPasswordRequest([Required] string? Token = null, [Required] string? Password = null) : IJudgedAside
{
    ValueTask<FieldError?> IJudgedAside.Fault(HttpContext context) => new(PasswordPolicy.Fault(Password, about: null, "/password"));
}
