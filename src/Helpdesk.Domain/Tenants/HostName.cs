namespace Helpdesk.Domain.Tenants;

/// <summary>
/// A host of a municipality's own, such as <c>support.stadt.de</c>: lower case, international labels as punycode, without a dot at the end.
/// </summary>
public static class HostName
{
    private static readonly IdnMapping Idn = new() { UseStd3AsciiRules = true };

    /// <summary>Names that never belong to anybody.</summary>
    private static readonly string[] NobodysEnds =
        ["localhost", "local", "internal", "intranet", "lan", "home", "invalid", "onion", "arpa"];

    /// <param name="platform">The domain under which every tenant has its subdomain: it and what is below it are ours.</param>
    /// <param name="at">Where faults are said to be.</param>
    public static Result<string> Parse(string? text, string platform, string at = "/host")
    {
        if (text is not { Length: > 0 and <= 300 } || ToAscii(text) is not { } host)
            return Malformed(at);
        var labels = host.Split('.');
        if (host.Length > 253 || labels.Length < 2 || labels.Any(label => label.Length is 0 or > 63) || labels[^1].All(char.IsAsciiDigit))
            return Malformed(at);
        if (host == platform || host.EndsWith("." + platform, StringComparison.Ordinal) || NobodysEnds.Contains(labels[^1]))
            return Error.Invalid(FieldCode.Reserved.At(at,
                "Ist ein Name der Plattform selbst, oder einer, der niemandem gehören kann.",
                "Is a name of the platform's own, or one that nobody can own."));

        return host;
    }

    private static Error Malformed(string at) => Error.Invalid(FieldCode.Format.At(at,
        "Muss ein Hostname wie support.stadt.de sein, ohne Schema, Port und Pfad.",
        "Must be a host name such as support.stadt.de, without scheme, port and path."));

    private static string? ToAscii(string text)
    {
        try
        {
            return Idn.GetAscii(text.EndsWith('.') ? text[..^1] : text).ToLowerInvariant();
        }
        catch (ArgumentException) // a character or a length that no host name has
        {
            return null;
        }
    }
}
