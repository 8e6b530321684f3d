using Helpdesk.Domain.Mail;

namespace Helpdesk.Domain.People;

/// <summary>Stores memberships. Written by one grain per tenant; every call is one round trip.</summary>
public interface IPeopleStore
{
    /// <param name="actor">Who asks: their membership as it stands now, not as it was when their request was let in.</param>
    Task<PeopleSnapshot> Load(TenantId tenant, AccountId target, AccountId? actor, CancellationToken cancellation);

    /// <summary>The same, by address; an ended membership is found as well.</summary>
    Task<PeopleSnapshot> Load(TenantId tenant, EmailAddress target, AccountId? actor, CancellationToken cancellation);

    /// <summary>
    /// Everybody who ever was a member and has one of these addresses or external ids; with what a decision about them needs.
    /// </summary>
    /// <param name="emailKeys">As <see cref="EmailAddress.Key"/>.</param>
    Task<PeopleCrowd> LoadMany(
        TenantId tenant, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> externalIds, AccountId? actor,
        CancellationToken cancellation);

    /// <summary>
    /// Row, counters, events, mail and operation in one transaction, or nothing. Of a change that is none: the operation alone. With the
    /// operation stands what it left behind, for as long as the operation is kept.
    /// </summary>
    Task<PeopleOutcome> Append(PeopleAppend append, CancellationToken cancellation);

    /// <summary>
    /// Forgets the due moment of an invitation that is none any more. It goes with the change; this is for one that a fault left behind.
    /// </summary>
    Task ForgetDue(TenantId tenant, AccountId account, CancellationToken cancellation);

    Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation);

    /// <summary>The membership as an operation left it. Events name nobody, so it cannot be folded from them again.</summary>
    Task<Membership?> FindAnswer(TenantId tenant, Guid operation, CancellationToken cancellation);

    /// <summary>Where an account of the platform is a member besides.</summary>
    Task<IReadOnlyList<TenantId>> Serves(AccountId account, CancellationToken cancellation);

    /// <summary>The same with names, for the person's desk: active memberships of tenants that are there.</summary>
    Task<IReadOnlyList<ServedTenant>> Served(AccountId account, CancellationToken cancellation);

    Task<PeoplePage> List(PeopleQuery query, CancellationToken cancellation);
}

/// <param name="Target"><c>null</c>: was never a member.</param>
/// <param name="Actor"><c>null</c>: not a member, or a program with a key.</param>
public sealed record PeopleSnapshot(Crew People, Membership? Target, Membership? Actor);

/// <param name="Found">Ended memberships included.</param>
public sealed record PeopleCrowd(Crew People, IReadOnlyList<Membership> Found, Membership? Actor);

public sealed record PeopleAppend
{
    public required PeopleChange Change { get; init; }

    /// <summary>That the decision was made on; counts where <see cref="PeopleChange.TouchesStaff"/>.</summary>
    public required int PeopleVersion { get; init; }
    public required Operation Operation { get; init; }

    /// <summary><c>null</c>: the person themselves, without being signed in, or the platform.</summary>
    public required AccountId? Actor { get; init; }
    public required string? Origin { get; init; }
    public required Instant At { get; init; }

    /// <summary>Set on the account in the same transaction; <c>null</c> leaves it.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>Hash of the mailed token that this change uses up; stale links refuse it.</summary>
    public byte[]? UsesLink { get; init; }

    /// <summary>A link to be mailed because of the change.</summary>
    public MailOrder? Mail { get; init; }

    /// <summary>A link that is handed over in another way than by mail.</summary>
    public HandedLink? Handed { get; init; }

    /// <summary>Tenants that hold copies of the profile which change with it.</summary>
    public IReadOnlyList<TenantId>? Copies { get; init; }

    /// <summary>How the account came about, when there was none before.</summary>
    public RegisteredBy Registered { get; init; } = RegisteredBy.Invitation;
}

/// <param name="Token">Kept nowhere but with whoever gets the link.</param>
/// <param name="As">What it is good for, and whose it is.</param>
public sealed record HandedLink(string Token, MailOrder As);

/// <summary>What became of a <see cref="PeopleAppend"/>.</summary>
public enum PeopleOutcome
{
    Done,

    /// <summary>Somebody else was there first: load again and decide again.</summary>
    Stale,

    /// <summary>The operation had its effect before.</summary>
    Repeated,

    /// <summary>The link was used, or its time is over.</summary>
    LinkVoid,

    /// <summary>Another person of the tenant has the external id.</summary>
    ExternalIdTaken,
}

public sealed record ServedTenant(TenantId Id, string Slug, string Name, Role Role);
