using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// What happens when somebody signs in, in its order: the try is counted, the person looked up, the password compared (also when there is
/// nobody to compare with), the rules asked, the session opened. Every refusal that could tell something takes the same steps.
/// </summary>
internal sealed class SignInFlow(IAccounts accounts, IPasswords passwords, TryGates gates, TimeProvider time)
{
    public async Task<Result<OpenedSession>> Attempt(HttpContext context, string email, string password, string? code, SessionKind kind)
    {
        if (EmailAddress.Parse(email).Refused(out var wrong, out var address))
            return wrong;

        var (at, cancellation) = (context.Tenant(), context.RequestAborted);
        var attempt = Try(context, at, address);
        using var turn = await gates.Enter(attempt, cancellation);
        var verdict = await accounts.Charge(attempt, cancellation);
        if (verdict.Wait > Duration.Zero)
            return SignInErrors.TooManyTries(verdict.Wait);

        var who = await accounts.Find(at.Home, address, cancellation);
        if ((await passwords.Verify(who?.PasswordHash, password, cancellation)).Refused(out var busy, out var compared))
        {
            await accounts.Refund(attempt, verdict, cancellation);
            return busy;
        }

        if (SignInRules.Refusal(who, compared.IsRight, !string.IsNullOrEmpty(code), PlaceOf(at)) is { } refused)
            return await Refuse(context, attempt, verdict, who, refused);
        if (who!.HasSecondFactor && await accounts.ChargeCode(who, attempt, verdict, cancellation) is var wait && wait > Duration.Zero)
            return await Refuse(context, attempt, verdict, who, new(SignInErrors.TooManyTries(wait), Recorded: null));

        var admission = Admission(context, at, who, attempt, verdict, kind) with { Code = code, Rehashed = compared.Rehashed };
        var admitted = await accounts.Admit(admission, cancellation);
        return admitted.Refused(out var why, out _)
            ? await Refuse(context, attempt, verdict, who, new(why, SignInRefusal.SecondFactor)) : admitted;
    }

    /// <summary>
    /// A passkey has proved who it is. Nobody guesses one, so whoever has it does not wait for others' wrong passwords.
    /// </summary>
    public async Task<Result<OpenedSession>> WithPasskey(HttpContext context, AccountId account, PasskeyUse use, SessionKind kind)
    {
        var (at, cancellation) = (context.Tenant(), context.RequestAborted);
        if (await accounts.Find(at.Home, account, cancellation) is not { } who)
            return SignInErrors.PasskeyInvalid;
        var attempt = Try(context, at, who.Here.Email);
        using var turn = await gates.Enter(attempt, cancellation);
        var verdict = await accounts.Charge(attempt, cancellation);
        if (SignInRules.Refusal(who, passwordIsRight: true, hasCode: true, PlaceOf(at)) is { } refused)
            return await Refuse(context, attempt, verdict, who, refused with { Error = NoPassword(refused.Error) });

        var admitted = await accounts.Admit(Admission(context, at, who, attempt, verdict, kind) with { Passkey = use }, cancellation);
        return admitted.Refused(out var why, out _)
            ? await Refuse(context, attempt, verdict, who, new(why, SignInRefusal.SecondFactor)) : admitted;
    }

    /// <summary>
    /// Somebody who is signed in proves again that they know their password, before something that must not be done with a stolen session.
    /// Counted like a sign-in.
    /// </summary>
    public async Task<Result<SignInCandidate>> Confirm(HttpContext context, string password)
    {
        var (at, cancellation) = (context.Tenant(), context.RequestAborted);
        if (await accounts.Find(at.Home, context.Session().Account, cancellation) is not { IsActive: true } who)
            return SignInErrors.InvalidToken;

        var attempt = Try(context, at, who.Here.Email);
        using var turn = await gates.Enter(attempt, cancellation);
        var verdict = await accounts.Charge(attempt, cancellation);
        if (verdict.Wait > Duration.Zero)
            return SignInErrors.TooManyTries(verdict.Wait);

        var compared = await passwords.Verify(who.PasswordHash, password, cancellation);
        if (compared is { IsOk: true, Value.IsRight: false })
        {
            await accounts.CountFailed(attempt, verdict, cancellation);
            return SignInErrors.WrongPassword;
        }

        await accounts.Refund(attempt, verdict, cancellation);
        return compared.Select(_ => who);
    }

    /// <summary>Somebody showed by a link from their mailbox, or in a session, that the account is theirs: from here they get in.</summary>
    public Task Welcome(HttpContext context, AccountId account, EmailAddress email) =>
        accounts.Welcome(account, Try(context, context.Tenant(), email), context.RequestAborted);

    /// <summary>Counts tries at codes like those at passwords, and by themselves: <paramref name="act"/> sees only so many.</summary>
    public async Task<Result<T>> WithCode<T>(HttpContext context, SignInCandidate who, Func<Task<Result<T>>> act)
    {
        var (attempt, cancellation) = (Try(context, context.Tenant(), who.Here.Email), context.RequestAborted);
        using var turn = await gates.Enter(attempt, cancellation);
        var verdict = await accounts.Charge(attempt, cancellation);
        if (verdict.Wait > Duration.Zero)
            return SignInErrors.TooManyTries(verdict.Wait);
        if (await accounts.ChargeCode(who, attempt, verdict, cancellation) is var wait && wait > Duration.Zero)
        {
            await accounts.Refund(attempt, verdict, cancellation);
            return SignInErrors.TooManyTries(wait);
        }

        var result = await act();
        if (!result.IsOk)
        {
            await accounts.CountFailed(attempt, verdict, cancellation);
            return result;
        }

        await accounts.Refund(attempt, verdict, cancellation);
        await accounts.ForgetCodes(who, attempt, cancellation);
        return result;
    }

    private Admission Admission(
        HttpContext context, TenantContext at, SignInCandidate who, SignInTry attempt, TryVerdict verdict, SessionKind kind) => new()
        {
            Who = who,
            Attempt = attempt,
            Verdict = verdict,
            Host = at.Host,
            Kind = kind,
            Code = null,
            Rehashed = null,
            Address = ClientAddress.Of(context),
            Agent = AgentOf(context.Request),
            Trace = context.Trace(time),
        };

    private static Error NoPassword(Error error) => error.Is(SignInErrors.InvalidCredentials) ? SignInErrors.PasskeyInvalid : error;

    private async Task<Result<OpenedSession>> Refuse(
        HttpContext context, SignInTry attempt, TryVerdict verdict, SignInCandidate? who, SignInRefused refused)
    {
        if (refused.Recorded is { } why)
        {
            await accounts.CountFailed(attempt, verdict, context.RequestAborted);
            await accounts.RecordRefusal(attempt.Tenant, who?.Account, why, verdict, context.Trace(time), context.RequestAborted);
        }
        else
        {
            await accounts.Refund(attempt, verdict, context.RequestAborted);
        }

        return refused.Error;
    }

    private SignInTry Try(HttpContext context, TenantContext at, EmailAddress email) =>
        new(
            at.Home, email.Key, ClientAddress.NetworkOf(context), DeviceCookie.Read(context.Request), time.Now(),
            ClientAddress.BlockOf(context));

    private static SignInPlace PlaceOf(TenantContext at) => at.Kind switch
    {
        HostKind.Desk => SignInPlace.Desk,
        HostKind.Console => SignInPlace.Console,
        _ => SignInPlace.Tenant,
    };

    private static string? AgentOf(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return agent.Length switch { 0 => null, > 200 => agent[..200], _ => agent };
    }
}
