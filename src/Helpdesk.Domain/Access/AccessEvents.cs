namespace Helpdesk.Domain.Access;

/// <summary>
/// What can happen to a membership. Stored for good, so it names people by id only: names and addresses stay where they can be erased.
/// </summary>
public abstract record MembershipEvent(AccountId Account)
{
    /// <summary>What their kinds begin with: <c>membership.suspended</c>.</summary>
    public const string Subject = "membership";

    /// <param name="Status">Active, or invited.</param>
    public sealed record Granted(AccountId Account, Role Role, MembershipStatus Status) : MembershipEvent(Account);

    public sealed record InvitationAccepted(AccountId Account) : MembershipEvent(Account);

    /// <summary>Nobody accepted in time: whoever was invited is none of us, and the seat is free.</summary>
    public sealed record InvitationExpired(AccountId Account) : MembershipEvent(Account);

    /// <param name="HandOver">Of a change from staff to customer: who takes over the tickets; <c>null</c>: whoever takes them from the queue.</param>
    public sealed record RoleChanged(AccountId Account, Role From, Role To, HandOver? HandOver = null) : MembershipEvent(Account);

    /// <param name="HandOver">Who takes over the tickets; <c>null</c>: whoever takes them from the queue.</param>
    public sealed record Suspended(AccountId Account, HandOver? HandOver = null) : MembershipEvent(Account);

    public sealed record Reactivated(AccountId Account) : MembershipEvent(Account);

    /// <param name="Fields">Which: <c>name</c>, <c>language</c>, <c>email</c>, <c>time_zone</c>, <c>group</c>, <c>external_id</c>, <c>notifications</c>.</param>
    public sealed record ProfileChanged(AccountId Account, IReadOnlyList<string> Fields) : MembershipEvent(Account);

    /// <param name="HandOver">Who takes over the tickets; <c>null</c>: whoever takes them from the queue.</param>
    public sealed record Ended(AccountId Account, Role Role, HandOver? HandOver = null) : MembershipEvent(Account);
}

/// <summary>To whom the tickets of somebody go who serves no longer.</summary>
/// <param name="To"><c>null</c>: nobody in person.</param>
/// <param name="Team"><c>null</c>: each stays with its team.</param>
public sealed record HandOver(AccountId? To, string? Team);

/// <summary>What can happen to a person's login, recorded in the tenant where it happened.</summary>
public abstract record AccountEvent(AccountId Account)
{
    public sealed record Registered(AccountId Account, RegisteredBy By) : AccountEvent(Account);

    public sealed record SignedIn(AccountId Account, Guid Session, SessionKind Kind, bool SecondFactor) : AccountEvent(Account);

    /// <summary>Stream of what concerns no account of the tenant: tries at addresses that nobody has. Not the tenant's own, whose versions are counted.</summary>
    public static readonly Guid NobodysStream = new("00000000-0000-7000-8000-00000000b0d1");

    /// <param name="Account">Of nobody (all zero) when the address is unknown.</param>
    /// <param name="WaitSeconds">Locked out: so long the next try must wait. <c>null</c>: not at all.</param>
    public sealed record SignInRefused(AccountId Account, SignInRefusal Why, int? WaitSeconds = null) : AccountEvent(Account);

    public sealed record SessionEnded(AccountId Account, Guid Session, SessionEnd Why) : AccountEvent(Account);

    /// <summary>The person let a program act for them; the session is the program's.</summary>
    public sealed record ClientAllowed(AccountId Account, Guid Session, Guid Client, IReadOnlyList<string> Scopes) : AccountEvent(Account);

    public sealed record PasswordResetRequested(AccountId Account) : AccountEvent(Account);

    /// <param name="ByLink">With a link from a mail; otherwise with the present password.</param>
    public sealed record PasswordChanged(AccountId Account, bool ByLink) : AccountEvent(Account);

    public sealed record EmailChanged(AccountId Account) : AccountEvent(Account);

    public sealed record SecondFactorEnabled(AccountId Account) : AccountEvent(Account);

    public sealed record SecondFactorDisabled(AccountId Account) : AccountEvent(Account);

    public sealed record RecoveryCodesRenewed(AccountId Account) : AccountEvent(Account);

    public sealed record RecoveryCodeUsed(AccountId Account, int Left) : AccountEvent(Account);
}

/// <summary>What can happen to an API key.</summary>
public abstract record ApiKeyEvent(Guid Key)
{
    public sealed record Created(Guid Key, string Prefix, IReadOnlyList<string> Scopes, string? Environment) : ApiKeyEvent(Key);

    public sealed record Revoked(Guid Key) : ApiKeyEvent(Key);
}

/// <summary>What can happen to a client that asks for access tokens.</summary>
public abstract record ApiClientEvent(Guid Client)
{
    public sealed record Created(Guid Client, IReadOnlyList<string> Scopes, string? Environment) : ApiClientEvent(Client);

    public sealed record RedirectUrisReplaced(Guid Client, IReadOnlyList<string> SignedIn, IReadOnlyList<string> SignedOut) : ApiClientEvent(Client);

    public sealed record Revoked(Guid Client) : ApiClientEvent(Client);
}

public enum RegisteredBy
{
    Themselves,
    Invitation,
    Demo,
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
