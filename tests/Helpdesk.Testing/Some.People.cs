using Helpdesk.Domain.People;

namespace Helpdesk.Testing;

public static partial class Some
{
    /// <summary>Somebody who belongs to the tenant, at home there and active.</summary>
    public static Membership Member(TenantId tenant, Role role)
    {
        var since = Moment();
        return new()
        {
            Tenant = tenant,
            Account = Account(),
            Home = tenant,
            Role = role,
            Status = MembershipStatus.Active,
            Email = EmailAddress.Parse(Email()).Value,
            Name = "Max Mustermann",
            Language = "de",
            Version = 3,
            CreatedAt = since,
            UpdatedAt = since,
        };
    }

    public static Invitation Invitation(Role role) => new(Account(), EmailAddress.Parse(Email()).Value, "Erika Mustermann", "de", role);
}
