namespace Helpdesk.Domain.Tenants;

/// <summary>
/// Who needs a seat: a person with an active membership in a counted role, or with an open invitation to one. Customers, operators,
/// programs with keys and suspended people do not. Somebody who serves two municipalities has a seat in each.
/// </summary>
/// <remarks>
/// Which memberships hold one is counted in one place only, the view <c>seat</c>: what is shown is what is enforced. The writer of
/// memberships asks for one (<c>SeatTaking</c>); the count that it decides on still holds when the change is committed.
/// </remarks>
public static class Seats
{
    /// <summary>
    /// An invitation holds its seat so long, from when it was last sent or changed. Whoever accepts it later needs a free one.
    /// </summary>
    public static readonly Duration InvitationHolds = Duration.FromDays(14);

    private static readonly int[] Warnings = [100, 80];

    public static bool Counts(Role role) => role is Role.Agent or Role.Manager or Role.Admin;

    /// <summary>The highest share that people are warned of: 100, 80, or <c>null</c> below.</summary>
    public static int? PercentReached(int used, int licensed)
    {
        foreach (var percent in Warnings)
        {
            if (used > 0 && used * 100L >= licensed * (long)percent)
                return percent;
        }

        return null;
    }
}

/// <summary>How many seats there are, and who holds them.</summary>
/// <param name="Licensed"><c>null</c>: the platform itself, which needs none.</param>
/// <param name="Used">By everybody, the person in question included.</param>
/// <param name="HeldByTarget">The person in question holds one already.</param>
public sealed record SeatUse(int? Licensed, int Used, bool HeldByTarget)
{
    public static readonly SeatUse Unlimited = new(null, 0, HeldByTarget: false);
}

/// <summary>What is to be known about the seats of a tenant. Recorded in the transaction of the membership that led to it.</summary>
public abstract record SeatEvent
{
    private SeatEvent() { }

    /// <summary>Stream of these events in every tenant.</summary>
    public static readonly Guid Stream = new("00000000-0000-7000-8000-000000005ea7");

    /// <param name="Percent">80 or 100.</param>
    public sealed record Warned(int Percent, int Used, int Seats) : SeatEvent;
}
