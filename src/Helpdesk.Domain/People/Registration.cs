using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.People;

/// <summary>Who may open an account by themselves. New members are customers, always.</summary>
public static class Registration
{
    /// <summary>Whether somebody with this address may; a listed domain stands for itself, without its subdomains.</summary>
    public static bool Admits(TenantSettings settings, EmailAddress email) => settings.Registration switch
    {
        RegistrationMode.Open => true,
        RegistrationMode.ByDomain => settings.RegistrationDomains.Contains(email.Domain, StringComparer.Ordinal),
        _ => false,
    };
}
