using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn.Passkeys;

/// <summary>
/// Passkeys of a person at one host: made, named, removed, and signing in with one. The password stays a way in, so removing the last one
/// shuts nobody out.
/// </summary>
internal static class PasskeyEndpoints
{
    public static void MapPasskeys(this RouteGroupBuilder api)
    {
        var passkeys = api.MapGroup("/auth/passkeys").WithTags("Access");
        passkeys.MapPost("/sign-in/begin", BeginSignIn).Named("BeginPasskeySignIn").AllowAnonymous().Answers<PasskeyQuestionResponse>();
        passkeys.MapPost("/sign-in", SignIn).Named("SignInWithPasskey").AllowAnonymous().Answers<SignedInResponse>()
            .Refuses(SignInErrors.CrossSite, SignInErrors.PasskeyInvalid, SignInErrors.MembershipSuspended);
        var own = passkeys.MapGroup("").RequirePerson().EvenUnenrolled();
        own.MapGet("", List).Named("ListPasskeys").Answers<PasskeyListResponse>();
        own.MapPost("/begin", Begin).Named("BeginPasskey").Answers<PasskeyQuestionResponse>()
            .Refuses(SignInErrors.TooManyPasskeys, SignInErrors.SignInBusy, SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        own.MapPost("", Add).Named("AddPasskey").Answers<PasskeyResponse, RouteHandlerBuilder>(StatusCodes.Status201Created)
            .Refuses(SignInErrors.PasskeyInvalid, SignInErrors.TooManyPasskeys);
        own.MapPatch("/{id}", Rename).Named("RenamePasskey").Answers<PasskeyResponse>();
        own.MapPost("/{id}/remove", Remove).Named("RemovePasskey").AnswersNothing()
            .Refuses(SignInErrors.SignInBusy, SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
    }

    private static async Task<IResult> List(HttpContext context, IPasskeys passkeys) => Json.Ok(new PasskeyListResponse(
        [.. (await Kept(context, passkeys)).Select(PasskeyResponse.Of)]));

    // A session that somebody found must not leave a key behind that opens the account for ever.
    private static async Task<IResult> Begin(
        Body<PasswordRequest> body, HttpContext context, SignInFlow signIn, IPasskeys passkeys, PasskeyCeremonies ceremonies)
    {
        if ((await signIn.Confirm(context, body.Value.Password ?? "")).Refused(out var why, out var who))
            return Problems.Of(why);
        if ((await Kept(context, passkeys)).Count >= Passkey.Most)
            return Problems.Of(SignInErrors.TooManyPasskeys);
        return Asked(await ceremonies.AskToMake(context, who));
    }

    private static async Task<IResult> Add(
        Body<AddPasskeyRequest> body, HttpContext context, IPasskeys passkeys, PasskeyCeremonies ceremonies, Credentials credentials,
        TimeProvider time)
    {
        var (request, session, place) = (body.Value, context.Session(), PasskeyCeremonies.PlaceOf(context));
        if (await ceremonies.Made(context, request.Credential ?? "", request.State ?? "", session.Account) is not var (made, asked))
            return Problems.Of(SignInErrors.PasskeyInvalid);
        if ((await Kept(context, passkeys)).Count >= Passkey.Most)
            return Problems.Of(SignInErrors.TooManyPasskeys);
        var passkey = new Passkey
        {
            Id = context.NewId(),
            CredentialId = made.CredentialId,
            Account = session.Account,
            RelyingParty = place.RelyingParty,
            PublicKey = made.PublicKey,
            SignCount = made.SignCount,
            IsBackupEligible = made.IsBackupEligible,
            IsBackedUp = made.IsBackedUp,
            Name = request.Name ?? "",
            CreatedAt = time.Now(),
        };
        if (await passkeys.Add(place, passkey, session.Id, asked, context.Trace(time), context.RequestAborted) is { } refused)
            return Problems.Of(refused);
        credentials.ForgetSession(context.Tenant().Home, session.Id); // it may be good for more from now on
        return Json.Answer(PasskeyResponse.Of(passkey), StatusCodes.Status201Created);
    }

    private static async Task<IResult> Rename(string id, Body<RenamePasskeyRequest> body, HttpContext context, IPasskeys passkeys) =>
        await passkeys.Rename(
            PasskeyCeremonies.PlaceOf(context), context.Session().Account, Paths.Id(id), body.Value.Name ?? "", context.RequestAborted)
            is { } renamed ? Json.Ok(PasskeyResponse.Of(renamed)) : Problems.Of(AccessErrors.NotFound);

    private static async Task<IResult> Remove(
        string id, Body<PasswordRequest> body, HttpContext context, SignInFlow signIn, IPasskeys passkeys, Credentials credentials,
        TimeProvider time)
    {
        var (passkey, session) = (Paths.Id(id), context.Session());
        if ((await Kept(context, passkeys)).All(one => one.Id != passkey))
            return Problems.Of(AccessErrors.NotFound);
        if ((await signIn.Confirm(context, body.Value.Password ?? "")).Refused(out var why, out _))
            return Problems.Of(why);
        await passkeys.Remove(
            PasskeyCeremonies.PlaceOf(context), session.Account, passkey, context.Trace(time), context.RequestAborted);
        credentials.ForgetSession(context.Tenant().Home, session.Id);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> BeginSignIn(HttpContext context, PasskeyCeremonies ceremonies) =>
        Asked(await ceremonies.AskToSign(context));

    private static async Task<IResult> SignIn(
        Body<PasskeySignInRequest> body, HttpContext context, PasskeyCeremonies ceremonies, SignInFlow signIn, TokenAnswers answers)
    {
        if (SameOrigin.RefusalOfForeignPage(context) is { } foreign)
            return Problems.Of(foreign);
        var request = body.Value;
        if (await ceremonies.Signed(context, request.Credential ?? "", request.State ?? "") is not var (account, use))
            return Problems.Of(SignInErrors.PasskeyInvalid);
        var opened = await signIn.WithPasskey(context, account, use, request.Session ? SessionKind.Cookie : SessionKind.Token);
        return opened.Refused(out var why, out var session) ? Problems.Of(why) : Json.Ok(await answers.For(context, session));
    }

    private static IResult Asked(Question question) => Json.Ok(new PasskeyQuestionResponse(question.Options, question.State));

    private static Task<IReadOnlyList<Passkey>> Kept(HttpContext context, IPasskeys passkeys) =>
        passkeys.List(PasskeyCeremonies.PlaceOf(context), context.Session().Account, context.RequestAborted);
}
