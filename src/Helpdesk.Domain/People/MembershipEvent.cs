namespace Helpdesk.Domain.People;

/// <summary>
/// What can happen to a membership. Stored for good, so it names people by id only: names and addresses stay where they can be erased.
/// </summary>
public abstract record MembershipEvent(AccountId Account)
{
    /// <summary>What their kinds begin with: <c>membership.suspended</c>.</summary>
    public const string Subject = "membership";

    /// <param name="Status">Active, or invited.</param>
    public sealed record Granted(AccountId Account, Role Role, MembershipStatus Status) : MembershipEvent(Account);

    /// <summary>
    /// An operator of the platform brought the person in as service staff, back, or higher: beside the event that says what changed.
    /// </summary>
    public sealed record Appointed(AccountId Account, Role Role) : MembershipEvent(Account);

    public sealed record InvitationAccepted(AccountId Account) : MembershipEvent(Account);

    /// <summary>Nobody accepted in time: whoever was invited is none of us, and the seat is free.</summary>
    public sealed record InvitationExpired(AccountId Account) : MembershipEvent(Account);

    /// <param name="HandOver">
    /// On a change from staff to customer: who takes over the tickets; <c>null</c>: whoever takes them from the queue.
    /// </param>
    public sealed record RoleChanged(AccountId Account, Role From, Role To, Successor? HandOver = null) : MembershipEvent(Account);

    /// <param name="HandOver">Who takes over the tickets; <c>null</c>: whoever takes them from the queue.</param>
    public sealed record Suspended(AccountId Account, Successor? HandOver = null) : MembershipEvent(Account);

    public sealed record Reactivated(AccountId Account) : MembershipEvent(Account);

    /// <param name="Fields">
    /// Which: <c>name</c>, <c>language</c>, <c>email</c>, <c>time_zone</c>, <c>group</c>, <c>external_id</c>, <c>notifications</c>.
    /// </param>
    public sealed record ProfileChanged(AccountId Account, IReadOnlyList<string> Fields) : MembershipEvent(Account);

    /// <param name="HandOver">Who takes over the tickets; <c>null</c>: whoever takes them from the queue.</param>
    public sealed record Ended(AccountId Account, Role Role, Successor? HandOver = null) : MembershipEvent(Account);
}

/// <summary>To whom the tickets of somebody go who serves no longer.</summary>
/// <param name="To"><c>null</c>: nobody in person.</param>
/// <param name="Team"><c>null</c>: each stays with its team.</param>
public sealed record Successor(AccountId? To, string? Team);
