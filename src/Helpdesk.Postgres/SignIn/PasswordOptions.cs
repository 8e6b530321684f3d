namespace Helpdesk.Postgres.SignIn;

/// <summary>Section <c>Helpdesk:Passwords</c>.</summary>
public sealed class PasswordOptions
{
    public const string Section = "Helpdesk:Passwords";

    /// <summary>What OWASP asks of PBKDF2 with SHA-512.</summary>
    public const int LeastIterations = 210_000;

    /// <summary>
    /// Rounds of PBKDF2-HMAC-SHA-512 for new hashes; stored with each, and raised at the next sign-in. At least 210,000 outside
    /// Development.
    /// </summary>
    public int Iterations { get; set; } = LeastIterations;

    /// <summary>
    /// Hashes computed at once, 1 to 64. Default: the processors less one, so that a storm of sign-ins leaves room for everything else.
    /// </summary>
    public int AtOnce { get; set; } = Math.Max(1, Environment.ProcessorCount - 1);

    /// <summary>
    /// How long a sign-in waits for its turn before it is refused with 429; 0 to 10 s. Default 8 s: a right password is better late than
    /// refused because many came to work at once.
    /// </summary>
    public TimeSpan Queue { get; set; } = TimeSpan.FromSeconds(8);
}
