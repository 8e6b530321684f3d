namespace Helpdesk.Domain;

/// <summary>What a membership lets an account do in one tenant. Ordered: each includes the ones before it, inside its tenant.</summary>
public enum Role
{
    Customer,
    Agent,
    Manager,
    Admin,
    /// <summary>Works for the platform, not for a municipality: tenants, licences, platform flags, releases.</summary>
    Operator,
}
