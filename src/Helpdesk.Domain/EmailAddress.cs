namespace Helpdesk.Domain;

/// <summary>
/// An address that people can be reached at. Two addresses with the same <see cref="Key"/> are one, and belong to one account of a tenant.
/// </summary>
[JsonConverter(typeof(EmailAddressConverter))]
public sealed record EmailAddress
{
    private const int LongestAddress = 254; // RFC 5321 4.5.3.1.3, less the angle brackets
    private const int LongestLocal = 64;
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    private EmailAddress(string local, string domain) => (Local, Domain) = (local, domain);

    /// <summary>Before the <c>@</c>, as typed (NFC): some mail servers tell upper case from lower case.</summary>
    public string Local { get; }

    /// <summary>After the <c>@</c>: lower case, international names as punycode.</summary>
    public string Domain { get; }

    /// <summary>NFKC and case-folded, the same in every culture. Never shown and never written to.</summary>
    public string Key => $"{Fold(Local)}@{Domain}";

    /// <summary>As mail servers and the database have it.</summary>
    public override string ToString() => $"{Local}@{Domain}";

    /// <summary>
    /// As people read it: <c>info@müller.de</c>, not <c>info@xn--mller-kva.de</c>. Of other scripts than the Latin one the letters are not
    /// shown: they can look like another name.
    /// </summary>
    public string Shown => $"{Local}@{ShownDomain(Domain)}";

    /// <summary>The same of an address that is text.</summary>
    public static string ForPeople(string address) => Parse(address) is { IsOk: true } parsed ? parsed.Value.Shown : address;

    /// <summary>Part of an address as it is stored, for a search: whole names of a domain in the form that they are kept in.</summary>
    public static string Searched(string part)
    {
        var at = part.LastIndexOf('@') + 1;
        return part[..at] + string.Join('.', part[at..].Split('.').Select(Encoded));
    }

    /// <param name="pointer">JSON pointer to the member that holds the address, for the refusal.</param>
    public static Result<EmailAddress> Parse(string? text, string pointer = "/email")
    {
        if (string.IsNullOrEmpty(text))
            return Error.Invalid(
                FieldCode.Required.At(pointer, "Eine E-Mail-Adresse wird gebraucht.", "An e-mail address is needed."));

        var at = text.LastIndexOf('@');
        if (at < 1 || text.Length > LongestAddress || !IsWellFormed(text))
            return NotAnAddress(pointer);

        var local = text[..at].Normalize(NormalizationForm.FormC);
        var domain = CanonicalDomain(text[(at + 1)..]);
        if (domain is null || !IsLocal(local) || Encoding.UTF8.GetByteCount(local) + 1 + domain.Length > LongestAddress)
            return NotAnAddress(pointer);
        return new EmailAddress(local, domain);
    }

    /// <summary>The form in which domains are compared and stored, or <c>null</c> when it is not a public mail domain.</summary>
    public static string? CanonicalDomain(string domain)
    {
        try
        {
            var ascii = Idn.GetAscii(domain.Normalize(NormalizationForm.FormKC).ToLowerInvariant()).ToLowerInvariant();
            return IsDomain(ascii) ? ascii : null;
        }
        catch (ArgumentException) // not a valid international name
        {
            return null;
        }
    }

    private static string Encoded(string label)
    {
        try
        {
            return label.All(char.IsAscii) ? label : Idn.GetAscii(label);
        }
        catch (ArgumentException)
        {
            return label; // no name that a domain could have
        }
    }

    private static string ShownDomain(string domain)
    {
        try
        {
            var shown = Idn.GetUnicode(domain);
            return shown.All(letter => letter is <= '\u024F') && CanonicalDomain(shown) == domain ? shown : domain;
        }
        catch (ArgumentException)
        {
            return domain;
        }
    }

    // One label is a host of somebody's own network; a top level domain of digits is the end of an address literal.
    private static bool IsDomain(string ascii)
    {
        var top = ascii[(ascii.LastIndexOf('.') + 1)..];
        return ascii.Contains('.') && top.Length >= 2 && !top.All(char.IsAsciiDigit) && !ascii.EndsWith('.');
    }

    // RFC 5322 dot-atom, and letters of any language (RFC 6531). Quoted forms exist, but nobody has one.
    private static bool IsLocal(string local) =>
        Encoding.UTF8.GetByteCount(local) <= LongestLocal &&
        local[0] != '.' && local[^1] != '.' && !local.Contains("..", StringComparison.Ordinal) &&
        local.EnumerateRunes().All(IsAtom);

    private static bool IsAtom(Rune rune) => rune.IsAscii
        ? char.IsAsciiLetterOrDigit((char)rune.Value) || ".!#$%&'*+-/=?^_`{|}~".Contains((char)rune.Value)
        : Rune.IsLetterOrDigit(rune)
            || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsWellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogate(text[i]) && !char.IsSurrogatePair(text, i++))
                return false;
        }

        return true;
    }

    // Case folding that joins what people take for one letter: İ, I, ı and i; ß, ẞ and ss. Whoever comes second is refused, nobody is
    // confused.
    private static string Fold(string local)
    {
        var folded = new StringBuilder(local.Length + 4);
        foreach (var rune in local.Normalize(NormalizationForm.FormKC).EnumerateRunes())
        {
            _ = rune.Value switch
            {
                'ß' or 'ẞ' => folded.Append("ss"),
                'İ' or 'ı' => folded.Append('i'),
                _ => folded.Append(Rune.ToLowerInvariant(rune).ToString()),
            };
        }

        return folded.ToString().Normalize(NormalizationForm.FormKC);
    }

    private static Error NotAnAddress(string pointer) =>
        Error.Invalid(FieldCode.NotAnEmailAddress.At(pointer));
}
