namespace Helpdesk.Domain.People;

/// <summary>The first contact: somebody at the counter or on the telephone whom the municipality does not know yet.</summary>
public static class ContactRules
{
    /// <summary>
    /// Whoever has the address, or a contact with it. Nobody is mailed. Suspended and gone people are answered like an unknown id: for them
    /// tickets are opened when they are back.
    /// </summary>
    public static Result<PeopleChange> Note(Member by, Membership? known, Invitation person, Instant now)
    {
        if (!by.IsStaff || by.Tenant == TenantId.Platform)
            return AccessErrors.StaffOnly;
        if (known is null)
            return PeopleRules.Granted(
                by.Tenant, null, person with { Role = Role.Customer }, by.Tenant, MembershipStatus.Contact, now);
        return known.MayAsk ? new PeopleChange(known, known, []) : PeopleErrors.CannotAsk("/requester_email");
    }
}
