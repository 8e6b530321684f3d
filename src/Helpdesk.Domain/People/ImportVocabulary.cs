using System.Collections.Frozen;

namespace Helpdesk.Domain.People;

/// <summary>
/// What office programs and the people before them call the columns of a file of people, its roles and its languages. Letters alone count:
/// <c>E-Mail</c>, <c>email</c> and <c>E MAIL</c> are one word.
/// </summary>
public static class ImportVocabulary
{
    public const string Email = "email", Name = "name", Role = "role", Language = "language", TimeZone = "time_zone", Group = "group",
        ExternalId = "external_id";

    private static readonly (string Column, string[] Synonyms)[] Known =
    [
        (Email, ["E-Mail", "E-Mail-Adresse", "Mail", "Mailadresse", "E-Mail Address"]),
        (Name, ["Vollständiger Name", "Vor- und Nachname", "Anzeigename", "Display Name", "Full Name"]),
        (Role, ["Rolle"]),
        (Language, ["Sprache"]),
        (TimeZone, ["Zeitzone", "Time Zone"]),
        (Group, ["Gruppe", "Abteilung", "Amt", "Department"]),
        (ExternalId, ["Externe ID", "Externe Kennung", "Kennung", "Personalnummer", "External ID"]),
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
        ["agent"] = Domain.Role.Agent,
        ["agentin"] = Domain.Role.Agent,
        ["bearbeiter"] = Domain.Role.Agent,
        ["bearbeiterin"] = Domain.Role.Agent,
        ["sachbearbeiter"] = Domain.Role.Agent,
        ["sachbearbeiterin"] = Domain.Role.Agent,
        ["manager"] = Domain.Role.Manager,
        ["managerin"] = Domain.Role.Manager,
        ["leitung"] = Domain.Role.Manager,
        ["leiter"] = Domain.Role.Manager,
        ["leiterin"] = Domain.Role.Manager,
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

    /// <returns><c>de</c> or <c>en</c>; what is neither is given back as it is.</returns>
    public static string LanguageOf(string word) => Letters(word) switch
    {
        "de" or "deutsch" or "german" => "de",
        "en" or "englisch" or "english" => "en",
        _ => word,
    };

    private static string Letters(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormC).Where(char.IsLetter)).ToLowerInvariant();
}
