namespace Helpdesk.Domain.Tenants;

/// <summary>The outward name of a tenant and its subdomain: 3 to 40 lower-case letters, digits and hyphens. Never reused.</summary>
public static class Slug
{
    /// <summary>
    /// The slug that somebody means who names a tenant: capitals mean nothing in it, as in a host. A new one must be written as it will be.
    /// </summary>
    public static string Spelled(string named) => string.Create(named.Length, named, (slug, text) =>
    {
        for (var at = 0; at < text.Length; at++)
            slug[at] = char.IsAsciiLetterUpper(text[at]) ? (char)(text[at] | 0x20) : text[at];
    });

    /// <summary>For a new tenant.</summary>
    public static FieldError? Fault(string? slug, string pointer) => FormFault(slug, pointer)
        ?? (ReservedSlugs.Include(slug!) ? FieldCode.Reserved.At(pointer) : null);

    /// <summary>Whether some tenant could have it, also from before a name was reserved.</summary>
    public static bool MayExist(string? slug) => FormFault(slug, "") is null;

    private static FieldError? FormFault(string? slug, string pointer)
    {
        if (slug is not { Length: >= 3 and <= 40 })
            return FieldCode.Length.At(pointer, "Muss 3 bis 40 Zeichen haben.", "Must have 3 to 40 characters.");
        if (!slug.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
            return FieldCode.Format.At(pointer,
                "Muss aus kleinen Buchstaben a bis z, Ziffern und Bindestrichen bestehen.",
                "Must consist of lower-case letters a to z, digits and hyphens.");
        // Two hyphens in third place mark encoded international names; they could look like another tenant's.
        if (slug[0] == '-' || slug[^1] == '-' || slug.AsSpan(2).StartsWith("--"))
            return FieldCode.Format.At(pointer,
                "Darf nicht mit einem Bindestrich beginnen oder enden und an dritter Stelle keine zwei haben.",
                "Must not begin or end with a hyphen, nor have two hyphens in third place.");

        return null;
    }
}
