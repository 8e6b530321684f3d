using Helpdesk.Domain.People;

namespace Helpdesk.Domain.SignIn;

/// <summary>What can happen to a person's login, recorded in the tenant where it happened.</summary>
public abstract record AccountEvent(AccountId Account)
{
    public sealed record Registered(AccountId Account, RegisteredBy By) : AccountEvent(Account);

    public sealed record SignedIn(AccountId Account, Guid Session, SessionKind Kind, bool SecondFactor) : AccountEvent(Account);

    /// <summary>
    /// Stream of what concerns no account of the tenant: tries at addresses that nobody has. Not the tenant's own, whose versions are
    /// counted.
    /// </summary>
    public static readonly Guid NobodysStream = new("00000000-0000-7000-8000-00000000b0d1");

    /// <param name="Account">Whom the try was for; all zero when the address is unknown.</param>
    /// <param name="WaitSeconds">Locked out: so long the next try must wait. <c>null</c>: not at all.</param>
    public sealed record SignInRefused(AccountId Account, SignInRefusal Why, int? WaitSeconds = null) : AccountEvent(Account);

    /// <summary>An access token of the account was tried where it is worth nothing.</summary>
    /// <param name="Host">Where, as its own name says.</param>
    public sealed record ForeignUse(AccountId Account, string Host) : AccountEvent(Account);

    public sealed record SessionEnded(AccountId Account, Guid Session, SessionEnd Why) : AccountEvent(Account);

    /// <summary>The person let a program act for them; the session is the program's.</summary>
    public sealed record ClientAllowed(AccountId Account, Guid Session, Guid Client, IReadOnlyList<string> Scopes) : AccountEvent(Account);

    public sealed record PasswordResetRequested(AccountId Account) : AccountEvent(Account);

    /// <param name="ByLink">With a link from a mail; otherwise with the present password.</param>
    public sealed record PasswordChanged(AccountId Account, bool ByLink) : AccountEvent(Account);

    public sealed record EmailChanged(AccountId Account) : AccountEvent(Account);

    public sealed record SecondFactorEnabled(AccountId Account) : AccountEvent(Account);

    public sealed record SecondFactorDisabled(AccountId Account) : AccountEvent(Account);

    /// <param name="Passkey">Its id.</param>
    /// <param name="Name">As its owner called it then.</param>
    public sealed record PasskeyAdded(AccountId Account, Guid Passkey, string Name) : AccountEvent(Account);

    public sealed record PasskeyRemoved(AccountId Account, Guid Passkey) : AccountEvent(Account);

    public sealed record RecoveryCodesRenewed(AccountId Account) : AccountEvent(Account);

    public sealed record RecoveryCodeUsed(AccountId Account, int Left) : AccountEvent(Account);
}

public enum SignInRefusal
{
    UnknownOrWrong,
    Suspended,
    SecondFactor,
}

public enum SessionEnd
{
    SignedOut,
    EndedByOwner,
    EndedByAdmin,
    RefreshTokenReused,
    CodeReused,
    EndedByClient,
}
