namespace Helpdesk.Domain.People;

/// <summary>Whether a membership counts at present.</summary>
public enum MembershipStatus
{
    Active,

    /// <summary>Kept, but without any access, until an admin lifts it.</summary>
    Suspended,

    /// <summary>Asked by mail, has not accepted yet: no access.</summary>
    Invited,

    /// <summary>
    /// Known by address only, since staff opened a ticket for them: no login, no seat, no mail until somebody invites them.
    /// </summary>
    Contact,

    /// <summary>Over. The row stays so that old tickets can still name the person; in the API it does not exist.</summary>
    Ended,
}
