using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>What has to be known about all members of a tenant to decide about one of them.</summary>
/// <param name="Version">
/// Counts the changes that touch staff. A change names the version it was decided on and is refused as stale when another came first: so
/// whatever is counted here still holds when the change is committed.
/// </param>
/// <param name="Keepers">Active members who can manage the others: admins of a municipality, operators of the platform.</param>
/// <param name="Seats">As licensed and as taken.</param>
public sealed record Crew(int Version, int Keepers, SeatUse Seats)
{
    /// <summary>People who are invited to be keepers, the one in question aside.</summary>
    public int InvitedKeepers { get; init; }

    /// <summary>What the municipality allows the operator who decides; <c>null</c>: nothing, or it is none who decides.</summary>
    public ProviderConsent? Consent { get; init; }

    /// <summary>One of the platform's: the person serves a municipality.</summary>
    public bool ServesElsewhere { get; init; }
}

/// <summary>How far a municipality lets an operator in.</summary>
/// <param name="Setting">What its admins chose.</param>
/// <param name="IsAgreed">One of them agreed to a stay of this operator which goes on.</param>
/// <param name="NamesOperator">The person that the operator names is an operator: themselves, or a colleague.</param>
public sealed record ProviderConsent(ProviderAccess Setting, bool IsAgreed, bool NamesOperator)
{
    public static ProviderConsent Of(ProviderAccess setting, ProviderGrant? live, Membership? named, Instant now) => new(
        setting, live is { DecidedBy: not null } && live.IsLive(now), named is { Exists: true, Role: Role.Operator });
}

/// <summary>A membership before and after, and what is to be recorded about it.</summary>
/// <param name="Before"><c>null</c>: the person was never a member.</param>
public sealed record PeopleChange(Membership? Before, Membership After, IReadOnlyList<MembershipEvent> Events)
{
    /// <summary>Counts against <see cref="Crew.Version"/>. Customers come and go without waiting for each other.</summary>
    public bool TouchesStaff => After.IsStaff || Before is { IsStaff: true };

    /// <summary>The change takes access away, or some of it: what is cached must go.</summary>
    public bool IsNone => Events.Count == 0;

    /// <summary>Recorded with the change: it takes one of the last seats.</summary>
    public SeatEvent.Warned? SeatWarning { get; init; }
}
