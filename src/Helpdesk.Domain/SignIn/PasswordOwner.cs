namespace Helpdesk.Domain.SignIn;

/// <summary>What a password must not simply repeat.</summary>
/// <remarks>
/// Names of places count in every spelling (ü, ue, u; with and without hyphens), of the municipality where it shall count and of all that
/// the person serves. Those of other municipalities are in no list of ours: there are eleven thousand, and one that has nothing to do with
/// the person is a word like others. With a year and signs they are refused as every single word is (<see cref="CommonPasswords"/>).
/// </remarks>
public sealed record PasswordOwner(EmailAddress Email, string Name, bool HasSecondFactor)
{
    /// <summary>What the places are called where it shall count: names and slugs of municipalities.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    internal bool IsNamedBy(string password) =>
        Same(password, Email.ToString()) || Same(password, Email.Local) || Same(password, Name) || IsMadeOfNames(password);

    // "Helpdesk-Musterstadt-2026", "Karla.Kundin.2026": once names, digits and signs are gone, nothing worth guessing is left.
    private bool IsMadeOfNames(string password) => IsMadeOf(password, Places.SelectMany(Words).Concat(OwnNames))
        || IsMadeOf(password, Places.SelectMany(Words).Concat(OwnNames).Concat(Places));

    private IEnumerable<string> OwnNames => Words(Name).Concat(Words(Email.Local));

    // Digits are read as what they are, and as the letters that they look like.
    private static bool IsMadeOf(string password, IEnumerable<string> names)
    {
        var spellings = names.Append(Product).SelectMany(name => (string[])[Letters(name, Umlauts), Letters(name, Bare)]).Distinct()
            .Where(name => name.Length >= LeastName).OrderByDescending(name => name.Length).ToList();
        return LookAlikes.Readings(password.Normalize(NormalizationForm.FormKC)).Any(reading => IsMadeOf(reading, spellings));
    }

    private static bool IsMadeOf(string reading, List<string> spellings)
    {
        var (left, named) = (Letters(reading, Umlauts), false);
        foreach (var name in spellings)
        {
            named |= left.Contains(name, StringComparison.Ordinal);
            left = left.Replace(name, "", StringComparison.Ordinal);
        }

        return named && Filler.Aggregate(left, (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)).Length < LeastLeft;
    }

    private const string Product = "helpdesk";

    // Ulm, Hof, Aue: shorter pieces are in words of all sorts.
    private const int LeastName = 3;

    // What is left of a password in so few letters protects nothing.
    private const int LeastLeft = 4;

    private static readonly string[] Filler =
    [
        "buergermeister", "buergerbuero", "verwaltung", "ordnungsamt", "landkreis", "standesamt", "passwort", "password", "kennwort",
        "bauamt", "gemeinde", "rathaus", "support", "stadt", "markt", "kreis", "login", "amt",
    ];

    private static readonly (string Letter, string Plain)[] Umlauts = [("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")];

    // As keyboards without umlauts have it.
    private static readonly (string Letter, string Plain)[] Bare = [("ä", "a"), ("ö", "o"), ("ü", "u"), ("ß", "ss")];

    private static IEnumerable<string> Words(string place) => place.Split([' ', '-', '/', ',', '(', ')', '.', '_', '+']);

    private static string Letters(string text, (string Letter, string Plain)[] spelling) => string.Concat(spelling.Aggregate(
        text.Normalize(NormalizationForm.FormKC).ToLowerInvariant(),
        (known, one) => known.Replace(one.Letter, one.Plain, StringComparison.Ordinal)).Where(char.IsLetter));

    private static bool Same(string password, string own) =>
        string.Equals(CommonPasswords.Essence(password), CommonPasswords.Essence(own), StringComparison.Ordinal);
}
