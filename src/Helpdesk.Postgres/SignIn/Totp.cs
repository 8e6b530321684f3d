using OtpNet;

namespace Helpdesk.Postgres.SignIn;

/// <summary>
/// Codes that change with time (RFC 6238), made by Otp.NET: SHA-1, six digits, 30 seconds, which is what every authenticator app does.
/// </summary>
public static class Totp
{
    /// <summary>The length of a secret, in bytes; as long as the hash, which RFC 4226 recommends.</summary>
    public const int SecretLength = 20;

    private const int StepSeconds = 30;

    // The present step or a neighbour, since clocks differ.
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>The step that <paramref name="code"/> belongs to: the present one or a neighbour.</summary>
    /// <param name="lastUsed">The latest step whose code was accepted before; codes up to it are used up.</param>
    /// <returns><c>null</c>: wrong, too old, or used before.</returns>
    public static long? Match(byte[] secret, string? code, Instant now, long lastUsed) =>
        code is not null && Codes(secret).VerifyTotp(now.ToDateTimeUtc(), code, out var step, Window) && step > lastUsed ? step : null;

    public static long StepAt(Instant now) => now.ToUnixTimeSeconds() / StepSeconds;

    public static string Code(byte[] secret, long step) => Codes(secret).ComputeTotp(DateTime.UnixEpoch.AddSeconds(step * StepSeconds));

    /// <summary>What authenticator apps read from a picture.</summary>
    public static string Uri(byte[] secret, string issuer, string account) => new OtpUri(OtpType.Totp, secret, account, issuer).ToString();

    private static OtpNet.Totp Codes(byte[] secret) => new(secret, StepSeconds);
}
