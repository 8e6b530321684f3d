namespace Helpdesk.Domain.People;

/// <summary>What a person did, and what was done to them, read from the events of their tenant.</summary>
public interface IActivityLog
{
    /// <summary>A page, newest first. One round trip.</summary>
    Task<IReadOnlyList<Activity>> Find(ActivityQuery query, CancellationToken cancellation);
}

/// <param name="View">How much of the activity the reader may know.</param>
/// <param name="After">The last one of the page before.</param>
public sealed record ActivityQuery(TenantId Tenant, AccountId Person, ActivityView View, ActivityPlace? After, int Limit);

public sealed record ActivityPlace(Instant At, long Position);

/// <param name="Subject">What it happened to: the person, or something else that they acted on.</param>
/// <param name="Origin">Address and door; <c>null</c>: none is known, or the reader may not know it.</param>
public sealed record Activity(ActivityPlace Place, string Kind, Guid Subject, AccountId? Actor, string? ActorName, string? Origin);

/// <summary>How much of somebody's activity a reader may know.</summary>
public enum ActivityView
{
    /// <summary>What became of the membership, and administrative acts. When the person came and went is not in it.</summary>
    Administration,
    /// <summary>Signing in and the like as well, with addresses: for security.</summary>
    Security,
}

/// <summary>
/// Who reads whose activity. A log of who worked when on what would be a means to watch behaviour and performance, which needs the consent
/// of the Personalvertretung; so there is none: work on tickets, time entries and notifications are not in it, for nobody.
/// </summary>
public static class ActivityRules
{
    /// <summary>
    /// First words of the kinds that are administrative. A list of what is in, not of what is out: a new kind stays out until somebody has
    /// thought about it.
    /// </summary>
    public static readonly IReadOnlyList<string> Administrative =
    [
        "membership", "api_key", "api_client", "tenant", "licence", "provider_access", "audit", "flag_set", "calendar", "sla-policies",
        "ticket-lists", "text_modules", "expertise", "hourly_rates", "parked_item",
    ];

    /// <summary>
    /// The person sees all that the history says about them, admins too; managers see what became of those whom they manage.
    /// </summary>
    public static Result<ActivityView> View(Member member, Membership target)
    {
        if (!target.Exists || !PeopleAccess.MaySee(member, target))
            return AccessErrors.NotFound;
        if (member.Account == target.Account)
            return ActivityView.Security;
        if (PeopleAccess.Manage(member, target) is { } refusal)
            return refusal;
        return member.Role >= Role.Admin ? ActivityView.Security : ActivityView.Administration;
    }
}
