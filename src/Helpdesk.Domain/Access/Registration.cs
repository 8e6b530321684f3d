namespace Helpdesk.Domain.Access;

/// <summary>Who may open an account by themselves.</summary>
public enum RegistrationMode
{
    /// <summary>Nobody: accounts come by invitation.</summary>
    Closed,

    /// <summary>Whoever has an address in one of the listed mail domains.</summary>
    ByDomain,

    /// <summary>Everybody who can read mail at the address they give.</summary>
    Open,
}

/// <summary>A tenant's setting for self-registration. New members are customers, always.</summary>
/// <param name="Domains">In the form of <see cref="EmailAddress.Domain"/>; each without its subdomains. Counts with <see cref="RegistrationMode.ByDomain"/> only.</param>
public sealed record Registration(RegistrationMode Mode, IReadOnlyList<string> Domains)
{
    public const int MostDomains = 50;

    public static readonly Registration Closed = new(RegistrationMode.Closed, []);

    public static readonly Registration Open = new(RegistrationMode.Open, []);

    public bool Admits(EmailAddress email) => Mode switch
    {
        RegistrationMode.Open => true,
        RegistrationMode.ByDomain => Domains.Contains(email.Domain, StringComparer.Ordinal),
        _ => false,
    };

    /// <summary>Reads a setting as an admin typed it.</summary>
    public static Result<Registration> Of(RegistrationMode mode, IReadOnlyList<string> domains)
    {
        if (domains.Count > MostDomains)
            return Error.Invalid("/registration/domains", "too-many", $"At most {MostDomains} domains.");
        if (mode is RegistrationMode.ByDomain && domains.Count == 0)
            return Error.Invalid("/registration/domains", "required", "Registration by domain needs at least one domain.");

        var canonical = domains.Select(EmailAddress.CanonicalDomain).ToList();
        var wrong = canonical.FindIndex(domain => domain is null);
        return wrong >= 0
            ? Error.Invalid($"/registration/domains/{wrong}", "not-a-domain", "Must be a mail domain such as example.org.")
            : new Registration(mode, [.. canonical.Distinct()!]);
    }
}
