namespace Helpdesk.Domain;

public sealed partial record FieldCode
{
    // What many members share
    public static readonly FieldCode Required = new("required", "Angabe fehlt",
        "Muss angegeben werden.", "Is required.")
    { TitleEn = "Missing" };
    public static readonly FieldCode Type = new("type", "Falsche Art",
        "Ist von der falschen Art.", "Is of the wrong type.")
    { TitleEn = "Wrong type" };
    public static readonly FieldCode Format = new("format", "Falsche Schreibweise",
        "Ist anders geschrieben als verlangt.", "Is not written as it must be.")
    { TitleEn = "Wrong way of writing" };
    public static readonly FieldCode ControlCharacter = new("control-character", "Steuerzeichen",
        "Darf weder Steuerzeichen noch Zeilenumbrüche enthalten.", "Must not hold control characters or line breaks.");
    public static readonly FieldCode Nul = new("nul", "Zeichen NUL",
        "Darf das Zeichen NUL nicht enthalten.", "Must not hold the NUL character.")
    { TitleEn = "NUL character" };
    public static readonly FieldCode Unprotected = new("unprotected", "Ungeschützt",
        "Ein Passwort wird nur über TLS gesendet.", "A password is sent by TLS only.");
    public static readonly FieldCode BadTemplate = new("bad-template", "Fehler in der Vorlage",
        "Die Vorlage enthält etwas, das es nicht gibt oder das nicht erlaubt ist.",
        "The template holds something that is not there or not allowed.");
    public static readonly FieldCode NotAHost = new("not-a-host", "Kein Rechnername",
        "Ist kein Name eines Rechners.", "Is no name of a host.");
    public static readonly FieldCode ForbiddenTarget = new("forbidden-target", "Nicht im öffentlichen Netz",
        "Diese Adresse liegt nicht im öffentlichen Netz.", "This address is not in the public network.");
    public static readonly FieldCode ForbiddenPort = new("forbidden-port", "Port nicht erlaubt",
        "Nur die Ports 443 und 8443 sind erlaubt.", "Only the ports 443 and 8443 are allowed.");
    public static readonly FieldCode NotAWebAddress = new("not-a-web-address", "Keine Webadresse",
        "Muss eine Adresse sein, die mit https:// beginnt, ohne Benutzernamen und ohne #.",
        "Must be an address that begins with https://, without a user name and without #.");
    public static readonly FieldCode Unencrypted = new("unencrypted", "Unverschlüsselt",
        "Muss mit https:// beginnen.", "Must begin with https://.");
    public static readonly FieldCode TooLong = new("too-long", "Zu lang", "Ist zu lang.", "Is too long.");
    public static readonly FieldCode TooShort = new("too-short", "Zu kurz", "Ist zu kurz.", "Is too short.");
    public static readonly FieldCode Length = new("length", "Falsche Länge",
        "Hat die falsche Länge.", "Has the wrong length.")
    { TitleEn = "Wrong length" };
    public static readonly FieldCode TooMany = new("too-many", "Zu viele", "Das sind zu viele.", "These are too many.");
    public static readonly FieldCode OutOfRange = new("out-of-range", "Außerhalb des Bereichs",
        "Liegt nicht im erlaubten Bereich.", "Does not lie in the range that is allowed.");
    public static readonly FieldCode UnknownWord = new("unknown-word", "Unbekanntes Wort",
        "Ist keines der Wörter, die hier gelten.", "Is none of the words that are known here.");
    public static readonly FieldCode UnknownMember = new("unknown-member", "Unbekannte Angabe",
        "Gehört nicht dazu.", "Does not belong here.");
    public static readonly FieldCode UnknownParameter = new("unknown-parameter", "Unbekannter Parameter",
        "Diesen Parameter gibt es hier nicht.", "There is no such parameter here.");
    public static readonly FieldCode Contradiction = new("contradiction", "Widerspruch",
        "Lässt nichts übrig, was zu finden wäre.", "Leaves nothing to find.");
    public static readonly FieldCode Duplicate = new("duplicate", "Doppelt", "Steht hier zweimal.", "Stands here twice.");
    public static readonly FieldCode Reserved = new("reserved", "Vorbehalten",
        "Ist der Plattform selbst vorbehalten.", "Is reserved for the platform itself.");
    public static readonly FieldCode BeforeStart = new("before-start", "Vor dem Beginn",
        "Muss nach dem Beginn liegen.", "Must be later than the start.");
    public static readonly FieldCode Past = new("past", "Vergangen",
        "Muss in der Zukunft liegen.", "Must be in the future.")
    { TitleEn = "In the past" };
    public static readonly FieldCode InTheFuture = new("in-the-future", "In der Zukunft",
        "Darf nicht in der Zukunft liegen.", "Must not lie in the future.");
    public static readonly FieldCode Fixed = new("fixed", "Steht fest",
        "Kann nicht geändert werden.", "Cannot be changed.")
    { TitleEn = "Fixed for good" };
    public static readonly FieldCode AnyVersion = new("any-version", "Keine bestimmte Version",
        "Eine Änderung nennt die gelesene Version; * ist keine.", "An update names the version that was read; * is none.");

    // People and their words
    public static readonly FieldCode NotAnEmailAddress = new("not-an-email-address", "Keine E-Mail-Adresse",
        "Muss eine E-Mail-Adresse sein, zum Beispiel name@example.org.", "Must be an e-mail address such as name@example.org.");
    public static readonly FieldCode UnknownLanguage = new("unknown-language", "Unbekannte Sprache",
        "Muss de oder en sein.", "Must be de or en.");
    public static readonly FieldCode UnknownTimeZone = new("unknown-time-zone", "Unbekannte Zeitzone",
        "Muss ein Name der IANA sein, zum Beispiel Europe/Berlin.", "Must be an IANA name such as Europe/Berlin.");
    public static readonly FieldCode NotStaff = new("not-staff", "Arbeitet nicht hier",
        "Muss die Kennung einer Person sein, die hier arbeitet.", "Must be the id of somebody who works here.");
    public static readonly FieldCode NotSettable = new("not-settable", "Nicht setzbar",
        "Kann hier nicht gesetzt werden.", "Cannot be set here.");
    public static readonly FieldCode RoleOfAnotherPlace = new("role-of-another-place", "Rolle eines anderen Ortes",
        "Betreiber gehören zur Plattform, Kunden zu einer Gemeinde.", "Operators belong to the platform, customers to a municipality.");
    public static readonly FieldCode RoleDiffers = new("role-differs", "Andere Rolle",
        "Die Person hat hier eine andere Rolle.", "The person has another role here.");
    public static readonly FieldCode CannotTakeOver = new("cannot-take-over", "Kann nicht übernehmen",
        "Muss die Kennung einer anderen aktiven Person mit der Rolle agent, manager oder admin dieses Mandanten sein.",
        "Must be the id of another active agent, manager or admin of this tenant.");
    public static readonly FieldCode NothingToHandOver = new("nothing-to-hand-over", "Nichts zu übergeben",
        "Passt nur zu einer Änderung, nach der eine Person nicht mehr hier arbeitet.",
        "Goes with a change after which a member of the staff serves no longer.");
    public static readonly FieldCode NobodyHere = new("nobody-here", "Niemand von hier",
        "Muss Ihre eigene E-Mail-Adresse sein oder die einer Person, die hier bekannt ist.",
        "Must be your own e-mail address, or that of a person who is known here.")
    { TitleEn = "Nobody here" };
    public static readonly FieldCode UnknownServiceAccount = new("unknown-service-account", "Unbekanntes Konto der Plattform",
        "Muss die E-Mail-Adresse eines aktiven Kontos der Plattform sein.",
        "Must be the e-mail address of an active account of the platform.");
    public static readonly FieldCode Mandatory = new("mandatory", "Nicht abschaltbar",
        "Diese Art muss Sie erreichen und lässt sich nicht abschalten.", "This kind must reach you; it cannot be switched off.")
    { TitleEn = "Cannot be switched off" };
    public static readonly FieldCode NotText = new("not-text", "Kein Text",
        "Muss Text ohne das Zeichen NUL sein.", "Must be text without the NUL character.");
    public static readonly FieldCode TooCommon = new("too-common", "Zu naheliegend",
        "Gehört zu dem, was jeder zuerst versuchen würde. Wählen Sie ein anderes.",
        "Is among the first that anybody would try. Choose another one.");
    public static readonly FieldCode RedirectUri = new("redirect-uri", "Ungültige Rücksprungadresse",
        "Muss eine vollständige https-Adresse ohne Fragment sein, http an einer Loopback-Adresse oder, für einen "
            + "öffentlichen Client, ein Schema in umgekehrter Domain-Form wie org.example.app:/callback.",
        "Must be an absolute https address without fragment; http on a loopback address; or, of a public client, a scheme "
            + "in reverse-domain form such as org.example.app:/callback.")
    { TitleEn = "Invalid redirect URI" };
    public static readonly FieldCode ScopeNotGrantable = new("scope-not-grantable", "Umfang nicht erteilbar",
        "Unbekannt, oder mehr, als Ihre eigene Rolle erlaubt.", "Unknown, or more than your own role allows.");

    // Files of people
    public static readonly FieldCode Empty = new("empty", "Leere Datei",
        "Die Datei ist leer.", "The file is empty.")
    { TitleEn = "Empty file" };
    public static readonly FieldCode NotUtf8 = new("not-utf-8", "Zeichen nicht zu erkennen",
        "Die Zeichen der Datei sind nicht zu erkennen. Speichern Sie sie als „CSV UTF-8“.",
        "The characters of the file cannot be told. Save it as “CSV UTF-8”.")
    { TitleEn = "Characters that cannot be told" };
    public static readonly FieldCode Workbook = new("workbook", "Arbeitsmappe statt CSV",
        "Das ist eine Arbeitsmappe (.xls, .xlsx, .ods). Speichern Sie das Blatt als „CSV UTF-8 (durch Trennzeichen getrennt)“.",
        "This is a workbook (.xls, .xlsx, .ods). Save the sheet as “CSV UTF-8 (comma delimited)”.")
    { TitleEn = "A workbook instead of CSV" };
    public static readonly FieldCode UnknownSeparator = new("unknown-separator", "Unbekanntes Trennzeichen",
        "Die Spalten der Kopfzeile müssen durch Kommas, Semikolons oder Tabulatoren getrennt sein.",
        "The columns of the header must be separated by commas, semicolons or tabs.");
    public static readonly FieldCode TooManyColumns = new("too-many-columns", "Zu viele Spalten",
        "Die erste Zeile hat zu viele Spalten.", "The first line has too many columns.");
    public static readonly FieldCode UnknownColumn = new("unknown-column", "Unbekannte Spalte",
        "Diese Spalte ist nicht bekannt.", "This column is not known.");
    public static readonly FieldCode RepeatedColumn = new("repeated-column", "Doppelte Spalte",
        "Eine Spalte steht zweimal da.", "A column stands there twice.");
    public static readonly FieldCode MissingColumn = new("missing-column", "Fehlende Spalte", "Eine Spalte fehlt.", "A column is missing.");
    public static readonly FieldCode WrongColumnCount = new("wrong-column-count", "Falsche Zahl der Spalten",
        "Die Zeile hat nicht so viele Spalten wie die Kopfzeile.", "The line has not as many columns as the header.");
    public static readonly FieldCode NamelessColumn = new("nameless-column", "Spalte ohne Namen",
        "Eine Spalte ohne Namen muss leer sein.", "A column without a name must be empty.");
    public static readonly FieldCode OpenQuote = new("open-quote", "Offenes Anführungszeichen",
        "Hier beginnt ein Anführungszeichen, das nirgends endet.", "A quote is opened here and never closed.");
    public static readonly FieldCode StrayQuote = new("stray-quote", "Verirrtes Anführungszeichen",
        "Ein Anführungszeichen steht mitten in einer Zelle; dort muss es doppelt stehen und die Zelle in Anführungszeichen.",
        "A quote stands inside a cell; there it must be doubled, and the cell quoted.");

    // Tickets and their lists
    public static readonly FieldCode BadKey = new("bad-key", "Kein Schlüssel",
        "Darf nur Buchstaben und Ziffern haben, dazwischen auch Leerzeichen, Punkt, Unterstrich und Bindestrich.",
        "Must have letters and digits, between them also space, dot, underscore and hyphen.");
    public static readonly FieldCode UnknownCategory = new("unknown-category", "Unbekannte Kategorie",
        "Muss der Schlüssel einer Kategorie dieses Mandanten sein, die nicht archiviert ist.",
        "Must be the key of a category of this tenant that is not archived.");
    public static readonly FieldCode UnknownQueue = new("unknown-queue", "Unbekannte Warteschlange",
        "Muss der Schlüssel einer Warteschlange dieses Mandanten sein, die nicht archiviert ist.",
        "Must be the key of a queue of this tenant that is not archived.");
    public static readonly FieldCode UnknownTeam = new("unknown-team", "Unbekanntes Team",
        "Muss der Schlüssel eines Teams dieses Mandanten sein, das nicht archiviert ist.",
        "Must be the key of a team of this tenant that is not archived.");
    public static readonly FieldCode UnknownTicket = new("unknown-ticket", "Unbekanntes Ticket",
        "Muss die Kennung eines anderen Tickets dieses Mandanten sein.", "Must be the id of another ticket of this tenant.");
    public static readonly FieldCode UnknownComment = new("unknown-comment", "Unbekannter Kommentar",
        "Muss die Kennung eines Kommentars dieses Tickets sein, den Sie lesen können, oder die des Tickets.",
        "Must be the id of a comment of this ticket that you can read, or that of the ticket.");
    public static readonly FieldCode WithoutStatus = new("without-status", "Ohne passenden Status",
        "Passt nur zum Status resolved oder closed.", "Goes with a status of resolved or closed.")
    { TitleEn = "Without a fitting status" };
    public static readonly FieldCode UnknownUpload = new("unknown-upload", "Unbekannte Datei",
        "Muss das Token einer Datei sein, die Sie geschickt haben und die noch an keinem Ticket hängt.",
        "Must be the token of a file that you sent and that is not attached yet.");
    public static readonly FieldCode FileKindRefused = new("file-kind-refused", "Art der Datei nicht angenommen",
        "Dateien dieser Art nimmt der Mandant nicht an.", "The tenant takes no files of this kind.");
    public static readonly FieldCode WithUpdatedSince = new("with-updated-since", "Zugleich mit updated_since",
        "Passt nicht zu updated_since.", "Goes without updated_since.")
    { TitleEn = "Together with updated_since" };
}
