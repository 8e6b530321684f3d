namespace Helpdesk.Domain.Tickets;

/// <summary>May this member see that view, and change it. The only place that knows.</summary>
public static class ViewAccess
{
    /// <param name="teams">Keys of the teams that the member belongs to.</param>
    public static bool IsSeenBy(Member member, IEnumerable<string> teams, SavedView view) => member.IsStaff
        && (view.Owner == member.Account || view.SharedWith is ViewSharing.Staff
            || (view.SharedWith is ViewSharing.Teams && MayShare(member)) || view.Teams.Intersect(teams, TicketKeys.Comparer).Any());

    /// <summary>Managers and admins answer for what all see.</summary>
    public static bool MayShare(Member member) => member.Role is Role.Manager or Role.Admin;

    /// <summary>Own ones, as long as they are not shared or the owner may share; shared ones whoever may share.</summary>
    public static bool MayChange(Member member, SavedView view) =>
        view.SharedWith is ViewSharing.Me ? view.Owner == member.Account : MayShare(member) || view.Owner == member.Account;

    /// <summary>Why a view may not become that; <c>null</c>: it may.</summary>
    /// <param name="before"><c>null</c>: it is new.</param>
    public static Error? Refusal(Member member, SavedView? before, SavedView after) =>
        (before is not null && !MayChange(member, before)) || (!MayShare(member) && ReachesFurther(before, after))
            ? AccessErrors.RoleRequired : null;

    // Whoever may not share any more keeps what is shared, or shares it with fewer.
    private static bool ReachesFurther(SavedView? before, SavedView after) => after.SharedWith switch
    {
        ViewSharing.Me => false,
        ViewSharing.Teams => before?.SharedWith is not (ViewSharing.Teams or ViewSharing.Staff)
            || (before.SharedWith is ViewSharing.Teams && after.Teams.Except(before.Teams, TicketKeys.Comparer).Any()),
        _ => before?.SharedWith is not ViewSharing.Staff,
    };
}
