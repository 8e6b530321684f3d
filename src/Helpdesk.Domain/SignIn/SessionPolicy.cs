namespace Helpdesk.Domain.SignIn;

/// <summary>How a session is carried.</summary>
public enum SessionKind
{
    /// <summary>Access and refresh tokens, held by a program.</summary>
    Token,

    /// <summary>A cookie that no script can read.</summary>
    Cookie,
}

/// <summary>How long a session lasts.</summary>
/// <param name="Idle">Without any use.</param>
/// <param name="Absolute">At most, however busy.</param>
public sealed record SessionPolicy(Duration Idle, Duration Absolute)
{
    /// <summary>A refresh token keeps the session going; programs may be switched off over a holiday.</summary>
    public static readonly SessionPolicy Token = new(Duration.FromDays(14), Duration.FromDays(60));

    /// <summary>A working day, and again after a week at the latest.</summary>
    public static readonly SessionPolicy Cookie = new(Duration.FromHours(12), Duration.FromDays(7));

    /// <summary>
    /// For one account at one tenant, inclusive. One more ends the one that was not used for longest: nobody is locked out.
    /// </summary>
    public const int MostOpen = 100;

    /// <summary>Use is written down this coarsely: a busy session costs one small write in this time.</summary>
    public static readonly Duration UseNotedEvery = Duration.FromMinutes(5);

    public static SessionPolicy For(SessionKind kind) => kind is SessionKind.Cookie ? Cookie : Token;

    /// <returns>The first instant at which the session is over.</returns>
    public Instant ExpiresAt(Instant createdAt, Instant lastUsedAt) => Instant.Min(createdAt + Absolute, lastUsedAt + Idle);
}
