using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.SignIn;

/// <summary>What a person signs in with, and what changes it. Memberships are another matter: <see cref="IPeopleStore"/>.</summary>
public interface IAccounts
{
    /// <summary>Counts a try as failed, before anything is verified: so many at once cannot slip through.</summary>
    Task<TryVerdict> Charge(SignInTry attempt, CancellationToken cancellation);

    /// <summary>Takes a try back that was neither right nor wrong.</summary>
    Task Refund(SignInTry attempt, TryVerdict verdict, CancellationToken cancellation);

    /// <summary>
    /// Counts a second factor as failed before it is judged, across all networks and hosts; the right one takes that back. From where the
    /// account signed in before it is not counted: what <see cref="Charge"/> says is enough there.
    /// </summary>
    /// <returns>Zero: go on.</returns>
    Task<Duration> ChargeCode(SignInCandidate who, SignInTry attempt, TryVerdict verdict, CancellationToken cancellation);

    /// <summary>A right second factor, given in a session, takes back those that failed.</summary>
    Task ForgetCodes(SignInCandidate who, SignInTry attempt, CancellationToken cancellation);

    /// <returns><c>null</c>: nobody in this tenant has the address.</returns>
    Task<SignInCandidate?> Find(TenantId tenant, EmailAddress email, CancellationToken cancellation);

    Task<SignInCandidate?> Find(TenantId tenant, AccountId account, CancellationToken cancellation);

    /// <param name="verdict">The verdict on the try that was refused.</param>
    Task RecordRefusal(
        TenantId tenant, AccountId? account, SignInRefusal why, TryVerdict verdict, Trace trace, CancellationToken cancellation);

    /// <summary>A credential of the account was tried at a host that is not its own. Written a bounded number of times a day.</summary>
    Task RecordForeignUse(TenantId tenant, AccountId account, string host, Trace trace, CancellationToken cancellation);

    /// <summary>What is counted only once a try was wrong.</summary>
    Task CountFailed(SignInTry attempt, TryVerdict verdict, CancellationToken cancellation);

    /// <summary>
    /// Somebody proved by a link from their mailbox, or in a session, that the account is theirs: from this network it is no stranger who
    /// comes next, and what failed there before is forgotten. A mailed link is always a way in.
    /// </summary>
    Task Welcome(AccountId account, SignInTry attempt, CancellationToken cancellation);

    /// <summary>Uses up the code where one is due, opens the session, forgets failed tries, remembers the device.</summary>
    /// <returns>Refused: <see cref="SignInErrors.SecondFactorInvalid"/>, <see cref="SignInErrors.PasskeyInvalid"/>.</returns>
    Task<Result<OpenedSession>> Admit(Admission admission, CancellationToken cancellation);

    /// <summary>Ends every session but <paramref name="keep"/>, at all hosts.</summary>
    Task ChangePassword(SignInCandidate who, string passwordHash, Guid? keep, Trace trace, CancellationToken cancellation);

    /// <summary>Owes a mail unless this address was sent too many lately. Callers answer alike in both cases.</summary>
    Task OweMail(TenantId tenant, MailOrder order, AccountEvent? because, Trace trace, CancellationToken cancellation);

    /// <returns>Refused: as <see cref="LinkRules.Refusal"/> says.</returns>
    Task<Result<MailedLink>> FindLink(TenantId tenant, LinkPurpose purpose, string token, Instant now, CancellationToken cancellation);

    /// <returns><c>false</c>: the link is void.</returns>
    Task<bool> ResetPassword(MailedLink link, string token, string passwordHash, Trace trace, CancellationToken cancellation);
}

/// <summary>Whose failures count together.</summary>
/// <param name="EmailKey">As typed, whether or not there is such an account.</param>
/// <param name="Network">The address, less what one subscriber can change: /32 for IPv4, /64 for IPv6.</param>
/// <param name="Device">Hash of the token of a device that claims to be known.</param>
/// <param name="Block">The /48 that an IPv6 address lies in; <c>null</c> for IPv4.</param>
public sealed record SignInTry(TenantId Tenant, string EmailKey, string Network, byte[]? Device, Instant At, string? Block = null);

/// <param name="Wait">Zero: go on.</param>
/// <param name="FromKnownDevice">Counted by itself.</param>
/// <param name="FromKnownNetwork">The account signed in from there before.</param>
/// <param name="Next">How long the next one must wait, should this one be wrong.</param>
public sealed record TryVerdict(Duration Wait, bool FromKnownDevice, Duration Next = default, bool FromKnownNetwork = false);

/// <summary>A person who may be the one that signs in.</summary>
/// <param name="Here">The membership of the tenant at whose host they sign in.</param>
/// <param name="HomeStatus">The status of the membership at home: somebody suspended there gets in nowhere.</param>
public sealed record SignInCandidate(Membership Here, MembershipStatus HomeStatus, string? PasswordHash, bool HasSecondFactor)
{
    public AccountId Account => Here.Account;

    public bool IsActive => Here.Status is MembershipStatus.Active && HomeStatus is MembershipStatus.Active;

    public PasswordOwner Owner => new(Here.Email, Here.Name, HasSecondFactor);
}

public sealed record Admission
{
    public required SignInCandidate Who { get; init; }
    public required SignInTry Attempt { get; init; }
    public required TryVerdict Verdict { get; init; }
    public required string Host { get; init; }
    public required SessionKind Kind { get; init; }

    /// <summary>Six digits or a recovery code; looked at where the account has a second factor.</summary>
    public required string? Code { get; init; }

    /// <summary>A passkey proved who it is, and no code is due; <c>null</c>: a password did.</summary>
    public PasskeyUse? Passkey { get; init; }
    public required string? Rehashed { get; init; }
    public required string Address { get; init; }

    /// <summary>What the browser or program calls itself, for the list of sessions.</summary>
    public required string? Agent { get; init; }
    public required Trace Trace { get; init; }
}

/// <param name="Secret">The value of the cookie, kept nowhere but with the browser; <c>null</c> for sessions by token.</param>
/// <param name="Device">Token by which the device is known next time; <c>null</c>: it has one already.</param>
public sealed record OpenedSession(Guid Id, AccountId Account, SessionKind Kind, string? Secret, string? Device)
{
    public override string ToString() => nameof(OpenedSession);
}
