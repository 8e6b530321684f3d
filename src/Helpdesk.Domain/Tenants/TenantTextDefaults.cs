namespace Helpdesk.Domain.Tenants;

/// <summary>
/// What stands in place of a text that a municipality has not written: only what the makers of the program know. It claims no review that
/// nobody made.
/// </summary>
public static class TenantTextDefaults
{
    private const string De = """
        # Erklärung zur Barrierefreiheit

        Diese Erklärung ist ein Vordruck des Programms. Die Stelle, die dieses Portal betreibt, hat sie noch nicht geprüft und nicht als ihre eigene übernommen.

        ## Wie barrierefrei ist dieses Portal?

        Das Programm wird so entwickelt, dass es den Richtlinien WCAG 2.2, Stufe AA, und der Norm EN 301 549 genügen soll, auf die die Barrierefreie-Informationstechnik-Verordnung (BITV 2.0) verweist. Das wird bei der Entwicklung zum Teil selbsttätig geprüft. Eine Prüfung dieses Portals durch eine unabhängige Stelle ist nicht bekannt.

        ## Was ist nicht barrierefrei?

        - Dateien, die andere Menschen anhängen, sind oft nicht barrierefrei. Bitten Sie um eine andere Fassung, wenn Sie eine brauchen.
        - Texte, die andere Menschen schreiben, sind nicht immer in verständlicher Sprache.
        - Weitere Mängel können bestehen, die noch niemand gemeldet hat.

        ## Haben Sie eine Barriere gefunden?

        Melden Sie sie über das Formular „Barriere melden“ auf dieser Seite. Dafür brauchen Sie kein Konto.

        ## Sie bekommen keine zufriedenstellende Antwort?

        Dann können Sie sich an die Schlichtungs- oder Durchsetzungsstelle Ihres Landes wenden. Welche zuständig ist, nennt Ihnen die Stelle, die dieses Portal betreibt.
        """;

    private const string En = """
        # Accessibility statement

        This statement is a form that comes with the program. Whoever runs this portal has not reviewed it yet and has not made it their own.

        ## How accessible is this portal?

        The program is developed to meet the guidelines WCAG 2.2, level AA, and the standard EN 301 549, to which the German ordinance on accessible information technology (BITV 2.0) refers. During development this is checked by machine in part. No review of this portal by an independent body is known.

        ## What is not accessible?

        - Files that other people attach are often not accessible. Ask for another version if you need one.
        - Texts that other people write are not always in plain language.
        - There may be more barriers that nobody has reported yet.

        ## Have you found a barrier?

        Report it by the form "Report a barrier" on this page. You need no account for it.

        ## Is the answer not satisfactory?

        Then you can turn to the arbitration or enforcement body of your federal state. Whoever runs this portal tells you which one is responsible.
        """;

    /// <returns><c>null</c>: this text has no default; it is not shown until somebody writes it.</returns>
    public static TenantTextContent? Of(TenantTextKey key, string language) =>
        key is TenantTextKey.Accessibility ? new(language == "de" ? De : En) : null;

    /// <summary>Which texts can be read in which languages, once the municipality has written these.</summary>
    public static IReadOnlyList<(TenantTextKey Key, IReadOnlyList<string> Languages)> Readable(
        IReadOnlyList<(TenantTextKey Key, string Language)> written) =>
    [
        .. Enum.GetValues<TenantTextKey>()
            .Select(key => (key, (IReadOnlyList<string>)[.. TenantText.Languages.Where(
                language => written.Contains((key, language)) || Of(key, language) is not null)]))
            .Where(one => one.Item2.Count > 0),
    ];
}
