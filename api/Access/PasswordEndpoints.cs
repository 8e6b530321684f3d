using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;

namespace Helpdesk.Api.Access;

/// <summary>Changing a password, and getting a new one when it is forgotten.</summary>
internal static class PasswordEndpoints
{
    public static RouteGroupBuilder MapPasswords(this RouteGroupBuilder api)
    {
        var password = api.MapGroup("/auth/password").WithTags("Access");
        password.MapPost("", Change).Named("ChangePassword").RequirePerson().AnswersNothing().Refuses("sign-in-busy", "too-many-tries", "wrong-password");
        password.MapPost("/reset", RequestReset).Named("RequestPasswordReset").AllowAnonymous().AnswersNothing(StatusCodes.Status202Accepted);
        password.MapPost("/reset/confirm", Reset).Named("ResetPassword").AllowAnonymous().AnswersNothing().Refuses("link-void", "sign-in-busy");
        return password;
    }

    private static async Task<IResult> Change(
        Body<ChangePasswordRequest> body, HttpContext context, SignIn signIn, IAccounts accounts, IPasswords passwords, TimeProvider time)
    {
        var confirmed = await signIn.Confirm(context, body.Value.CurrentPassword ?? "");
        if (confirmed.Refused(out var why, out var who))
            return Problems.Of(why);
        if (PasswordPolicy.Check(body.Value.NewPassword, who.Owner, "/new_password").Refused(out var weak, out var password))
            return Problems.Of(weak);
        if ((await passwords.Hash(password, context.RequestAborted)).Refused(out var busy, out var hash))
            return Problems.Of(busy);

        await accounts.ChangePassword(who, hash, context.Session().Id, context.Trace(time), context.RequestAborted);
        return TypedResults.NoContent();
    }

    // The answer is the same, and comes after the same time, whether or not anybody has the address.
    private static async Task<IResult> RequestReset(Body<EmailRequest> body, HttpContext context, IAccounts accounts, EvenAnswer even, TimeProvider time)
    {
        if (EmailAddress.Parse(body.Value.Email).Refused(out var wrong, out var email))
            return Problems.Of(wrong);

        var home = context.Tenant().Home;
        await even.After(async () =>
        {
            if (MailOrder.ForForgottenPassword(await accounts.Find(home, email, context.RequestAborted)) is not { Account: { } account } order)
                return;
            await accounts.OweMail(home, order, new AccountEvent.PasswordResetRequested(account), context.Trace(time, "reset"), context.RequestAborted);
        });
        return TypedResults.Accepted((string?)null);
    }

    // Opens no session: whoever has the mailbox still needs the second factor.
    private static async Task<IResult> Reset(
        Body<SetPasswordRequest> body, HttpContext context, IAccounts accounts, IPasswords passwords, TimeProvider time)
    {
        var (token, home) = (body.Value.Token ?? "", context.Tenant().Home);
        if (await accounts.FindLink(home, LinkPurpose.ResetPassword, token, time.Now(), context.RequestAborted) is not { } link)
            return Problems.Of(AccessErrors.LinkVoid);
        if (PasswordPolicy.Check(body.Value.Password, link.Owner).Refused(out var weak, out var password))
            return Problems.Of(weak);
        if ((await passwords.Hash(password, context.RequestAborted)).Refused(out var busy, out var hash))
            return Problems.Of(busy);

        return await accounts.ResetPassword(link, token, hash, context.Trace(time, "reset"), context.RequestAborted)
            ? TypedResults.NoContent()
            : Problems.Of(AccessErrors.LinkVoid);
    }
}

public sealed record ChangePasswordRequest([Required] string? CurrentPassword = null, [Required] string? NewPassword = null);

public sealed record EmailRequest([Required] string? Email = null);

/// <param name="Token">From the link in the mail.</param>
public sealed record SetPasswordRequest([Required] string? Token = null, [Required] string? Password = null);
