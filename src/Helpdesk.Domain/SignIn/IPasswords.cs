namespace Helpdesk.Domain.SignIn;

/// <summary>Hashes and compares passwords, no more at once than the machine has room for.</summary>
public interface IPasswords
{
    /// <param name="hash"><c>null</c>: nobody to compare with; the same work is done, and the answer is no.</param>
    /// <returns>Refused: <see cref="SignInErrors.SignInBusy"/>.</returns>
    Task<Result<PasswordVerdict>> Verify(string? hash, string password, CancellationToken cancellation);

    /// <param name="password">As <see cref="PasswordPolicy.Check"/> gave it.</param>
    /// <returns>Refused: <see cref="SignInErrors.SignInBusy"/>.</returns>
    Task<Result<string>> Hash(string password, CancellationToken cancellation);
}

/// <param name="Rehashed">A stronger hash to store instead, when the stored one is of former days.</param>
public sealed record PasswordVerdict(bool IsRight, string? Rehashed);
