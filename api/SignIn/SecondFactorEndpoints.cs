using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;
using Helpdesk.Postgres.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>Codes from an authenticator app beside the password. To begin and to end it, the password is asked for again.</summary>
internal static class SecondFactorEndpoints
{
    private const string Product = "Helpdesk";

    public static RouteGroupBuilder MapSecondFactor(this RouteGroupBuilder api)
    {
        var factor = api.MapGroup("/auth/second-factor").WithTags("Access").RequirePerson().EvenUnenrolled();
        factor.MapPost("", Begin).Named("BeginSecondFactor").Answers<SecondFactorResponse>()
            .Refuses(SignInErrors.SecondFactorOn, SignInErrors.SignInBusy, SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        factor.MapPost("/confirm", Confirm).Named("ConfirmSecondFactor").Answers<RecoveryCodesResponse>()
            .Refuses(SignInErrors.NoEnrolment, SignInErrors.SecondFactorInvalid, SignInErrors.SecondFactorOn, SignInErrors.TriedTooOften);
        factor.MapPost("/disable", Disable).Named("DisableSecondFactor").AnswersNothing()
            .Refuses(SignInErrors.NoSecondFactor, SignInErrors.SecondFactorInvalid, SignInErrors.SignInBusy, SignInErrors.TriedTooOften,
                SignInErrors.WrongPassword);
        factor.MapPost("/recovery-codes", Renew).Named("RenewRecoveryCodes").Answers<RecoveryCodesResponse>()
            .Refuses(SignInErrors.NoSecondFactor, SignInErrors.SecondFactorInvalid, SignInErrors.TriedTooOften);
        return factor;
    }

    private static async Task<IResult> Begin(
        Body<PasswordRequest> body, HttpContext context, SignInFlow signIn, ISecondFactors factors, TimeProvider time)
    {
        if ((await signIn.Confirm(context, body.Value.Password ?? "")).Refused(out var why, out var who))
            return Problems.Of(why);
        if ((await factors.Begin(who, context.Trace(time), context.RequestAborted)).Refused(out var refused, out var secret))
            return Problems.Of(refused);

        var issuer = $"{Product} {context.Tenant().Slug}";
        return Json.Ok(new SecondFactorResponse(Base32.Encode(secret), Totp.Uri(secret, issuer, who.Here.Email.Shown)));
    }

    private static async Task<IResult> Confirm(
        Body<CodeRequest> body, HttpContext context, SignInFlow signIn, IAccounts accounts, ISecondFactors factors, Credentials credentials,
        TimeProvider time)
    {
        var answer = await WithCode(context, signIn, accounts, async who =>
            (await factors.Confirm(who, body.Value.Code ?? "", context.Trace(time), context.RequestAborted)).Select(Codes));
        credentials.ForgetSession(context.Tenant().Home, context.Session().Id); // it may be good for more from now on
        return answer;
    }

    private static Task<IResult> Renew(
        Body<CodeRequest> body, HttpContext context, SignInFlow signIn, IAccounts accounts, ISecondFactors factors, TimeProvider time) =>
        WithCode(context, signIn, accounts, async who =>
            (await factors.RenewRecoveryCodes(who, body.Value.Code ?? "", context.Trace(time), context.RequestAborted)).Select(Codes));

    private static async Task<IResult> Disable(
        Body<PasswordAndCodeRequest> body, HttpContext context, SignInFlow signIn, ISecondFactors factors, TimeProvider time)
    {
        if ((await signIn.Confirm(context, body.Value.Password ?? "")).Refused(out var why, out var who))
            return Problems.Of(why);

        var disabled = await signIn.WithCode(context, who, async () =>
            await factors.Disable(who, body.Value.Code ?? "", context.Trace(time), context.RequestAborted) is { } refused
                ? refused : (Result<bool>)true);
        return disabled.IsOk ? TypedResults.NoContent() : Problems.Of(disabled.Error);
    }

    private static async Task<IResult> WithCode(
        HttpContext context, SignInFlow signIn, IAccounts accounts, Func<SignInCandidate, Task<Result<RecoveryCodesResponse>>> act)
    {
        if (await accounts.Find(context.Tenant().Home, context.Session().Account, context.RequestAborted) is not { } who)
            return Problems.Of(AccessErrors.NotFound);

        var result = await signIn.WithCode(context, who, () => act(who));
        return result.Refused(out var why, out var codes) ? Problems.Of(why) : Json.Ok(codes);
    }

    private static RecoveryCodesResponse Codes(IReadOnlyList<string> codes) => new(codes);
}

public sealed record PasswordRequest([Required] string? Password = null);

/// <param name="Code">Six digits; where the second factor is on, a recovery code does as well.</param>
public sealed record CodeRequest([Required] string? Code = null);

public sealed record PasswordAndCodeRequest([Required] string? Password = null, [Required] string? Code = null);

/// <param name="Secret">To type in; Base32.</param>
/// <param name="Uri">To show as a QR code.</param>
public sealed record SecondFactorResponse(string Secret, string Uri);

/// <param name="RecoveryCodes">Each works once. Shown this once.</param>
public sealed record RecoveryCodesResponse(IReadOnlyList<string> RecoveryCodes);
