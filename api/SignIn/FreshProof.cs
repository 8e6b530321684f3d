using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <summary>
/// Who they are, proven in the request itself: a session, or a cookie that somebody found, is not enough to give a program what could
/// become the whole municipality.
/// </summary>
internal sealed class FreshProof(SignInFlow signIn, ISecondFactors factors, TimeProvider time)
{
    /// <summary>Where a page cannot ask in the same request, so long ago the sign-in may be.</summary>
    public const int Seconds = 300;

    /// <returns><c>null</c>: proven, or these scopes need no proof.</returns>
    public async Task<Error?> Refusal(HttpContext context, IEnumerable<string> scopes, ProofRequest? proof)
    {
        if (!ApiScopes.NeedProof(scopes))
            return null;
        if (proof is not { Password: { Length: > 0 } password })
            return ProgramErrors.ProofRequired;
        if ((await signIn.Confirm(context, password)).Refused(out var why, out var who))
            return why;
        if (!who.HasSecondFactor)
            return null;
        if (proof.Code is not { Length: > 0 } code)
            return ProgramErrors.ProofRequired;

        return (await signIn.WithCode(context, who, async () =>
            await factors.Prove(who, code, context.Trace(time), context.RequestAborted) is { } wrong ? wrong : (Result<bool>)true)).Refusal;
    }
}

/// <param name="Password">The present one of whoever asks.</param>
/// <param name="Code">Six digits or a recovery code; where the account has a second factor.</param>
public sealed record ProofRequest(string? Password = null, string? Code = null);
