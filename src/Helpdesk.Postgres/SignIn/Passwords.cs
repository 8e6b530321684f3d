using Helpdesk.Domain.SignIn;
using Microsoft.AspNetCore.Identity;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Identity's hasher, behind a gate: hashing is made to be expensive, so only so many run at once and the rest wait a little or are
/// refused.
/// </summary>
internal sealed class Passwords(IPasswordHasher<AccountUser> hasher, IOptions<PasswordOptions> options) : IPasswords, IDisposable
{
    private static readonly AccountUser Nobody = new();

    private readonly SemaphoreSlim gate = new(options.Value.AtOnce);

    // For accounts that do not exist: the same work, so that time tells nothing.
    private readonly Lazy<string> dummy = new(() => hasher.HashPassword(Nobody, RandomNumberGenerator.GetHexString(32)));

    public async Task<Result<PasswordVerdict>> Verify(string? hash, string password, CancellationToken cancellation)
    {
        if (!await gate.WaitAsync(options.Value.Queue, cancellation))
            return SignInErrors.SignInBusy;
        try
        {
            // Too long, or not text: still costs one hash, and is never right.
            var candidate = password.Length <= PasswordPolicy.AtMost * 2 ? PasswordPolicy.Canonical(password) : null;
            var verdict = hasher.VerifyHashedPassword(Nobody, hash ?? dummy.Value, candidate ?? "");
            var right = hash is not null && candidate is not null && verdict != PasswordVerificationResult.Failed;
            return new PasswordVerdict(
                right, right && verdict == PasswordVerificationResult.SuccessRehashNeeded ? hasher.HashPassword(Nobody, candidate!) : null);
        }
        finally
        {
            gate.Release();
        }
    }

    public async Task<Result<string>> Hash(string password, CancellationToken cancellation)
    {
        if (!await gate.WaitAsync(options.Value.Queue, cancellation))
            return SignInErrors.SignInBusy;
        try
        {
            return hasher.HashPassword(Nobody, password);
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose() => gate.Dispose();
}
