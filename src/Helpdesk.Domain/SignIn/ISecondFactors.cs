namespace Helpdesk.Domain.SignIn;

/// <summary>The second factor of an account: codes of an authenticator app and <see cref="RecoveryCodes"/>.</summary>
public interface ISecondFactors
{
    /// <summary>A new secret, not in force until a code of it is confirmed.</summary>
    Task<Result<byte[]>> Begin(SignInCandidate who, Trace trace, CancellationToken cancellation);

    /// <returns>Recovery codes, shown this once.</returns>
    Task<Result<IReadOnlyList<string>>> Confirm(SignInCandidate who, string code, Trace trace, CancellationToken cancellation);

    Task<Error?> Disable(SignInCandidate who, string code, Trace trace, CancellationToken cancellation);

    /// <summary>Uses up a code to show that one has it; nothing else changes.</summary>
    /// <returns><c>null</c>: it is right.</returns>
    Task<Error?> Prove(SignInCandidate who, string code, Trace trace, CancellationToken cancellation);

    Task<Result<IReadOnlyList<string>>> RenewRecoveryCodes(SignInCandidate who, string code, Trace trace, CancellationToken cancellation);
}
