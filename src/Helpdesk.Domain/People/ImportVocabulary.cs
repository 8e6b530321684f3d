using System.Collections.Frozen;

namespace Helpdesk.Domain.People;

/// <summary>
/// What office programs and the people before them call the columns of a file of people, its roles and its languages. Letters alone count:
/// <c>E-Mail</c>, <c>email</c> and <c>E MAIL</c> are one word.
/// </summary>
public static class ImportVocabulary
{
    public const string Email = "email", Name = "name", FirstName = "first_name", LastName = "last_name", LastFirst = "last_first",
        Role = "role", Language = "language", TimeZone = "time_zone", Group = "group", ExternalId = "external_id";

    /// <summary>Columns of which one at least must hold a name.</summary>
    public static IReadOnlyList<string?> Names { get; } = [Name, FirstName, LastName, LastFirst];

    private static readonly (string Column, string[] Synonyms)[] Known =
    [
        (Email,
        [
            "E-Mail", "E-Mail-Adresse", "Mail", "Mailadresse", "Dienstliche E-Mail", "E-Mail dienstlich", "E-Mail geschäftlich",
            "Geschäftliche E-Mail", "Primäre E-Mail-Adresse", "E-Mail Address", "Mail Address", "Primary SMTP Address",
        ]),
        (Name,
        [
            "Vollständiger Name", "Vor- und Nachname", "Vorname Nachname", "Vorname und Nachname", "Anzeigename", "Mitarbeiter",
            "Mitarbeiterin", "Mitarbeiter/in", "Mitarbeitende", "Mitarbeitername", "Beschäftigte", "Person", "Ansprechpartner", "Benutzer",
            "Display Name", "Full Name", "Employee", "User", "CN",
        ]),
        (FirstName, ["Vorname", "Rufname", "Given Name", "First Name"]),
        (LastName, ["Nachname", "Familienname", "Zuname", "Surname", "Last Name", "Family Name", "SN"]),
        (LastFirst, ["Nachname, Vorname", "Name, Vorname", "Nachname und Vorname", "Last Name, First Name"]),
        (Role, ["Rolle", "Funktion", "Benutzerrolle", "Berechtigung"]),
        (Language, ["Sprache", "Korrespondenzsprache", "Preferred Language"]),
        (TimeZone, ["Zeitzone", "Time Zone"]),
        (Group,
        [
            "Gruppe", "Abteilung", "Amt", "Fachbereich", "Fachdienst", "Sachgebiet", "Referat", "Dienststelle", "Organisationseinheit",
            "Department",
        ]),
        (ExternalId,
        [
            "Externe ID", "Externe Kennung", "Kennung", "Personalnummer", "Personalnr.", "Pers.-Nr.", "Mitarbeiternummer",
            "Mitarbeiter-Nr.", "External ID", "Employee ID", "Employee Number",
        ]),
    ];

    private static readonly FrozenDictionary<string, string> OfHeaders = Known
        .SelectMany(each => each.Synonyms.Append(each.Column).Select(word => KeyValuePair.Create(Letters(word), each.Column)))
        .DistinctBy(each => each.Key).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Role> OfRoles = new Dictionary<string, Role>
    {
        ["customer"] = Domain.Role.Customer,
        ["kunde"] = Domain.Role.Customer,
        ["kundin"] = Domain.Role.Customer,
        ["bürger"] = Domain.Role.Customer,
        ["bürgerin"] = Domain.Role.Customer,
        ["anwender"] = Domain.Role.Customer,
        ["anwenderin"] = Domain.Role.Customer,
        ["agent"] = Domain.Role.Agent,
        ["agentin"] = Domain.Role.Agent,
        ["bearbeiter"] = Domain.Role.Agent,
        ["bearbeiterin"] = Domain.Role.Agent,
        ["sachbearbeiter"] = Domain.Role.Agent,
        ["sachbearbeiterin"] = Domain.Role.Agent,
        ["sachbearbeitung"] = Domain.Role.Agent,
        ["manager"] = Domain.Role.Manager,
        ["managerin"] = Domain.Role.Manager,
        ["leitung"] = Domain.Role.Manager,
        ["leiter"] = Domain.Role.Manager,
        ["leiterin"] = Domain.Role.Manager,
        ["teamleitung"] = Domain.Role.Manager,
        ["teamleiter"] = Domain.Role.Manager,
        ["teamleiterin"] = Domain.Role.Manager,
        ["admin"] = Domain.Role.Admin,
        ["administrator"] = Domain.Role.Admin,
        ["administratorin"] = Domain.Role.Admin,
        ["verwaltung"] = Domain.Role.Admin,
        ["operator"] = Domain.Role.Operator,
        ["betrieb"] = Domain.Role.Operator,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IReadOnlyList<string> Columns { get; } = [.. Known.Select(each => each.Column)];

    /// <summary>For people who prepare a file: each column with what else it may be called.</summary>
    public static string Explained { get; } =
        string.Join("; ", Known.Select(each => $"`{each.Column}` ({string.Join(", ", each.Synonyms)})"));

    /// <summary>The words of each role, the ones of the API first.</summary>
    public static string RolesExplained { get; } = string.Join("; ", OfRoles.GroupBy(each => each.Value).OrderBy(each => each.Key).Select(
        each => $"`{Words<Role>.Of(each.Key)}` ({string.Join(", ", each.Select(word => word.Key).Where(
            word => word != Words<Role>.Of(each.Key)).Order(StringComparer.Ordinal))})"));

    /// <returns>One of <see cref="Columns"/>; <c>null</c>: nothing that a file of people has.</returns>
    public static string? ColumnOf(string header) => OfHeaders.GetValueOrDefault(Letters(header));

    public static Role? RoleOf(string word) => OfRoles.TryGetValue(Letters(word), out var role) ? role : null;

    /// <summary>A country besides does not count: <c>de-AT</c>, <c>en_US</c>, <c>Deutsch (Deutschland)</c>.</summary>
    /// <returns><c>de</c> or <c>en</c>; what is neither is given back as it is.</returns>
    public static string LanguageOf(string word) => Letters(word.Split('-', '_', '(', '.', ' ')[0]) switch
    {
        "de" or "deu" or "ger" or "deutsch" or "german" => "de",
        "en" or "eng" or "englisch" or "english" => "en",
        _ => word,
    };

    /// <summary>The name of a line: as it stands there, or put together of its parts.</summary>
    /// <param name="name">
    /// Beside a first name alone it is the last one, unless it holds the first: in German lists „Name“ often means that.
    /// </param>
    /// <param name="lastFirst">As in „Müller, Anna“; without a comma two words are turned, more stay as they are.</param>
    public static string? NameOf(string? name, string? first, string? last, string? lastFirst)
    {
        if (name is not null && first is not null && last is null && !name.Contains(first, StringComparison.OrdinalIgnoreCase))
            return $"{first} {name}";
        if ((name ?? first ?? last) is not null || lastFirst is null)
            return name ?? (first is null ? last : last is null ? first : $"{first} {last}");
        var parts = lastFirst.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 1)
            parts = lastFirst.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts is [var family, var given] ? $"{given} {family}" : lastFirst;
    }

    private static string Letters(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormC).Where(char.IsLetter)).ToLowerInvariant();
}
