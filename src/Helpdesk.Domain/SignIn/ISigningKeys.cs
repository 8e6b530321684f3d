namespace Helpdesk.Domain.SignIn;

/// <summary>The platform's keys for access tokens (P-256).</summary>
public interface ISigningKeys
{
    /// <summary>
    /// All that are published at <paramref name="now"/>. Makes the next one when its time has come; one process does, however many ask.
    /// </summary>
    Task<IReadOnlyList<SigningKey>> Load(Instant now, CancellationToken cancellation);
}

/// <param name="PrivateKey">PKCS#8.</param>
/// <param name="PublicKey">SubjectPublicKeyInfo.</param>
public sealed record SigningKey(SigningKeyTimes Times, byte[] PublicKey, byte[] PrivateKey)
{
    public override string ToString() => nameof(SigningKey);
}
