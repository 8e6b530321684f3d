using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Live;

/// <summary>Who listens, as what is known of them now; never changed, only replaced.</summary>
/// <param name="Seats">By tenant: one at a tenant's host, at the desk all that the agent serves.</param>
internal sealed record LiveReader(Caller Caller, Credential Credential, IReadOnlyDictionary<TenantId, LiveSeat> Seats)
{
    /// <summary>No program, neither in its own name nor in a person's: these read neither presence nor notifications elsewhere.</summary>
    public bool IsPerson => Credential.Scopes is null;

    /// <summary>Sees the same as before: else they must read anew.</summary>
    public bool SeesLike(LiveReader other) => Seats.Count == other.Seats.Count && Seats.All(
        seat => other.Seats.TryGetValue(seat.Key, out var before) && before.Member.IsStaff == seat.Value.Member.IsStaff);
}

/// <param name="Slug">Of the tenant, where a stream runs over several; <c>null</c>: it is one tenant's own.</param>
internal sealed record LiveSeat(Member Member, string? Slug);
