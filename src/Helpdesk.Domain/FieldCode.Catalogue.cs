namespace Helpdesk.Domain;

public sealed partial record FieldCode
{
    // What many members share
    public static readonly FieldCode Required = new("required", "Muss angegeben werden.", "Is required.");
    public static readonly FieldCode Type = new("type", "Ist von der falschen Art.", "Is of the wrong type.");
    public static readonly FieldCode Format = new("format", "Ist anders geschrieben als verlangt.", "Is not written as it must be.");
    public static readonly FieldCode ControlCharacter = new("control-character",
        "Darf weder Steuerzeichen noch Zeilenumbrüche enthalten.", "Must not hold control characters or line breaks.");
    public static readonly FieldCode Nul = new("nul", "Darf das Zeichen NUL nicht enthalten.", "Must not hold the NUL character.");
    public static readonly FieldCode TooLong = new("too-long", "Ist zu lang.", "Is too long.");
    public static readonly FieldCode TooShort = new("too-short", "Ist zu kurz.", "Is too short.");
    public static readonly FieldCode Length = new("length", "Hat die falsche Länge.", "Has the wrong length.");
    public static readonly FieldCode TooMany = new("too-many", "Das sind zu viele.", "These are too many.");
    public static readonly FieldCode OutOfRange = new("out-of-range",
        "Liegt nicht im erlaubten Bereich.", "Does not lie in the range that is allowed.");
    public static readonly FieldCode UnknownWord = new("unknown-word",
        "Ist keines der Wörter, die hier gelten.", "Is none of the words that are known here.");
    public static readonly FieldCode UnknownMember = new("unknown-member", "Gehört nicht dazu.", "Does not belong here.");
    public static readonly FieldCode UnknownParameter = new("unknown-parameter",
        "Diesen Parameter gibt es hier nicht.", "There is no such parameter here.");
    public static readonly FieldCode Contradiction = new("contradiction",
        "Lässt nichts übrig, was zu finden wäre.", "Leaves nothing to find.");
    public static readonly FieldCode Duplicate = new("duplicate", "Steht hier zweimal.", "Stands here twice.");
    public static readonly FieldCode Reserved = new("reserved",
        "Ist der Plattform selbst vorbehalten.", "Is reserved for the platform itself.");
    public static readonly FieldCode BeforeStart = new("before-start", "Muss nach dem Beginn liegen.", "Must be later than the start.");
    public static readonly FieldCode Past = new("past", "Muss in der Zukunft liegen.", "Must be in the future.");
    public static readonly FieldCode InTheFuture = new("in-the-future", "Darf nicht in der Zukunft liegen.", "Must not lie in the future.");
    public static readonly FieldCode Fixed = new("fixed", "Kann nicht geändert werden.", "Cannot be changed.");
    public static readonly FieldCode AnyVersion = new("any-version",
        "Eine Änderung nennt die gelesene Version; * ist keine.", "An update names the version that was read; * is none.");

    // People and their words
    public static readonly FieldCode NotAnEmailAddress = new("not-an-email-address",
        "Muss eine E-Mail-Adresse sein, zum Beispiel name@example.org.", "Must be an e-mail address such as name@example.org.");
    public static readonly FieldCode UnknownLanguage = new("unknown-language", "Muss de oder en sein.", "Must be de or en.");
    public static readonly FieldCode UnknownTimeZone = new("unknown-time-zone",
        "Muss ein Name der IANA sein, zum Beispiel Europe/Berlin.", "Must be an IANA name such as Europe/Berlin.");
    public static readonly FieldCode NotStaff = new("not-staff",
        "Muss die Kennung einer Person sein, die hier arbeitet.", "Must be the id of somebody who works here.");
    public static readonly FieldCode NotSettable = new("not-settable",
        "Kann hier nicht gesetzt werden.", "Cannot be set here.");
    public static readonly FieldCode RoleOfAnotherPlace = new("role-of-another-place",
        "Betreiber gehören zur Plattform, Kunden zu einer Gemeinde.", "Operators belong to the platform, customers to a municipality.");
    public static readonly FieldCode RoleDiffers = new("role-differs",
        "Die Person hat hier eine andere Rolle.", "The person has another role here.");
    public static readonly FieldCode CannotTakeOver = new("cannot-take-over",
        "Muss die Kennung einer anderen aktiven Person mit der Rolle agent, manager oder admin dieses Mandanten sein.",
        "Must be the id of another active agent, manager or admin of this tenant.");
    public static readonly FieldCode NothingToHandOver = new("nothing-to-hand-over",
        "Passt nur zu einer Änderung, nach der eine Person nicht mehr hier arbeitet.",
        "Goes with a change after which a member of the staff serves no longer.");
    public static readonly FieldCode UnknownServiceAccount = new("unknown-service-account",
        "Muss die E-Mail-Adresse eines aktiven Kontos der Plattform sein.",
        "Must be the e-mail address of an active account of the platform.");
    public static readonly FieldCode Mandatory = new("mandatory",
        "Diese Art muss Sie erreichen und lässt sich nicht abschalten.", "This kind must reach you; it cannot be switched off.");
    public static readonly FieldCode NotText = new("not-text",
        "Muss Text ohne das Zeichen NUL sein.", "Must be text without the NUL character.");
    public static readonly FieldCode TooCommon = new("too-common",
        "Gehört zu dem, was jeder zuerst versuchen würde. Wählen Sie ein anderes.",
        "Is among the first that anybody would try. Choose another one.");
    public static readonly FieldCode RedirectUri = new("redirect-uri",
        "Muss eine vollständige https-Adresse ohne Fragment sein, http an einer Loopback-Adresse oder, für einen "
            + "öffentlichen Client, ein Schema in umgekehrter Domain-Form wie org.example.app:/callback.",
        "Must be an absolute https address without fragment; http on a loopback address; or, of a public client, a scheme "
            + "in reverse-domain form such as org.example.app:/callback.");
    public static readonly FieldCode ScopeNotGrantable = new("scope-not-grantable",
        "Unbekannt, oder mehr, als Ihre eigene Rolle erlaubt.", "Unknown, or more than your own role allows.");

    // Files of people
    public static readonly FieldCode Empty = new("empty", "Die Datei ist leer.", "The file is empty.");
    public static readonly FieldCode NotUtf8 = new("not-utf-8",
        "Die Zeichen der Datei sind nicht zu erkennen. Speichern Sie sie als „CSV UTF-8“.",
        "The characters of the file cannot be told. Save it as “CSV UTF-8”.");
    public static readonly FieldCode UnknownSeparator = new("unknown-separator",
        "Die Spalten der Kopfzeile müssen durch Kommas, Semikolons oder Tabulatoren getrennt sein.",
        "The columns of the header must be separated by commas, semicolons or tabs.");
    public static readonly FieldCode TooManyColumns = new("too-many-columns",
        "Die erste Zeile hat zu viele Spalten.", "The first line has too many columns.");
    public static readonly FieldCode UnknownColumn = new("unknown-column", "Diese Spalte ist nicht bekannt.", "This column is not known.");
    public static readonly FieldCode RepeatedColumn = new("repeated-column",
        "Eine Spalte steht zweimal da.", "A column stands there twice.");
    public static readonly FieldCode MissingColumn = new("missing-column", "Eine Spalte fehlt.", "A column is missing.");
    public static readonly FieldCode WrongColumnCount = new("wrong-column-count",
        "Die Zeile hat nicht so viele Spalten wie die Kopfzeile.", "The line has not as many columns as the header.");
    public static readonly FieldCode NamelessColumn = new("nameless-column",
        "Eine Spalte ohne Namen muss leer sein.", "A column without a name must be empty.");
    public static readonly FieldCode OpenQuote = new("open-quote",
        "Hier beginnt ein Anführungszeichen, das nirgends endet.", "A quote is opened here and never closed.");
    public static readonly FieldCode StrayQuote = new("stray-quote",
        "Ein Anführungszeichen steht mitten in einer Zelle; dort muss es doppelt stehen und die Zelle in Anführungszeichen.",
        "A quote stands inside a cell; there it must be doubled, and the cell quoted.");

    // Tickets and their lists
    public static readonly FieldCode BadKey = new("bad-key",
        "Darf nur Buchstaben und Ziffern haben, dazwischen auch Leerzeichen, Punkt, Unterstrich und Bindestrich.",
        "Must have letters and digits, between them also space, dot, underscore and hyphen.");
    public static readonly FieldCode UnknownCategory = new("unknown-category",
        "Muss der Schlüssel einer Kategorie dieses Mandanten sein, die nicht archiviert ist.",
        "Must be the key of a category of this tenant that is not archived.");
    public static readonly FieldCode UnknownQueue = new("unknown-queue",
        "Muss der Schlüssel einer Warteschlange dieses Mandanten sein, die nicht archiviert ist.",
        "Must be the key of a queue of this tenant that is not archived.");
    public static readonly FieldCode UnknownTeam = new("unknown-team",
        "Muss der Schlüssel eines Teams dieses Mandanten sein, das nicht archiviert ist.",
        "Must be the key of a team of this tenant that is not archived.");
    public static readonly FieldCode UnknownTicket = new("unknown-ticket",
        "Muss die Kennung eines anderen Tickets dieses Mandanten sein.", "Must be the id of another ticket of this tenant.");
    public static readonly FieldCode WithoutStatus = new("without-status",
        "Passt nur zum Status resolved oder closed.", "Goes with a status of resolved or closed.");
    public static readonly FieldCode WithUpdatedSince = new("with-updated-since",
        "Passt nicht zu updated_since.", "Goes without updated_since.");

    // Calendars and policies
    public static readonly FieldCode NoWorkingTime = new("no-working-time",
        "Der Kalender hat keine Arbeitszeit: Was nach ihm zählt, würde nie fällig.",
        "The calendar has no working time: nothing counted by it would ever come due.");
    public static readonly FieldCode BadWindow = new("bad-window",
        "Muss nach dem Anfang enden. 24:00 ist das Ende eines Tages; ein Wochenfenster, das früher endet, endet am nächsten Morgen.",
        "Must end after it starts. 24:00 is the end of a day; a window of a week that ends earlier ends the next morning.");
    public static readonly FieldCode OverlappingWindows = new("overlapping-windows",
        "Kein Zeitpunkt darf in zwei Fenstern liegen.", "No moment may lie in two windows.");
    public static readonly FieldCode OverlappingDays = new("overlapping-days",
        "Ein anderer besonderer Tag umfasst schon eines dieser Daten.", "Another special day covers one of these dates already.");
    public static readonly FieldCode Overlapping = new("overlapping",
        "Muss nach dem letzten Tag des Satzes davor liegen.", "Must lie after the last day of the rate before it.");
    public static readonly FieldCode BadRange = new("bad-range",
        "Darf nicht vor dem Anfang enden und nicht zu lang sein.", "Must not end before it starts, nor be too long.");
    public static readonly FieldCode UnknownCountry = new("unknown-country",
        "Nur die Feiertage von DE sind bekannt.", "DE is the only country whose holidays are known.");
    public static readonly FieldCode UnknownState = new("unknown-state",
        "Muss das Kürzel eines deutschen Landes sein.", "Must be the letters of a German state.");
    public static readonly FieldCode BadMunicipality = new("bad-municipality",
        "Muss ein amtlicher Gemeindeschlüssel (AGS) sein: acht Ziffern, die ersten zwei von 01 bis 16.",
        "Must be an official municipality key (AGS): eight digits, the first two from 01 to 16.");
    public static readonly FieldCode MunicipalityElsewhere = new("municipality-elsewhere",
        "Der Schlüssel gehört zu einer Gemeinde eines anderen Landes.", "The key is of a municipality in another state.");
    public static readonly FieldCode SettingWithoutMeaning = new("setting-without-meaning",
        "Das Gesetz überlässt diesen Tag nur Orten anderswo.", "The law leaves this day to places elsewhere only.");
    public static readonly FieldCode NotPositive = new("not-positive", "Muss länger als null sein.", "Must be longer than zero.");
    public static readonly FieldCode NotWholeSeconds = new("not-whole-seconds",
        "Muss aus ganzen Sekunden bestehen.", "Must be whole seconds.");
    public static readonly FieldCode NeverDue = new("never-due", "Wird nie fällig.", "It can never come due.");
    public static readonly FieldCode UnknownCalendar = new("unknown-calendar",
        "Muss die Kennung eines Kalenders dieses Mandanten sein.", "Must be the id of a calendar of this tenant.");
    public static readonly FieldCode StatusCannotPause = new("status-cannot-pause",
        "Dieser Status kann eine Frist nicht anhalten.", "This status cannot pause a target.");
    public static readonly FieldCode BadPause = new("bad-pause", "Muss nach dem Anfang enden.", "Must end after it starts.");
    public static readonly FieldCode OneOfTwo = new("one-of",
        "Braucht entweder at_basis_points oder from_due.", "Needs either at_basis_points or from_due.");
    public static readonly FieldCode NotTaken = new("not-taken",
        "Passt nur zu notify_email, reassign und add_tag.", "Goes with notify_email, reassign and add_tag only.");
    public static readonly FieldCode Incomplete = new("incomplete", "Muss jede Richtlinie einmal nennen.", "Must name every policy once.");
    public static readonly FieldCode WithSaved = new("with-saved",
        "Passt nicht zu category, priority, queue und requester_group; die fragen die gespeicherten Richtlinien.",
        "Goes without category, priority, queue and requester_group, which ask the saved policies.");
    public static readonly FieldCode WithoutTarget = new("without-target", "Passt nur zusammen mit target.", "Goes with a target.");
    public static readonly FieldCode UnknownCurrency = new("unknown-currency",
        "Ist keine der bekannten Währungen.", "Is none of the currencies that are known.");

    // Tenants and templates
    public static readonly FieldCode ContrastTooLow = new("contrast-too-low",
        "Schrift und Hintergrund haben zu wenig Kontrast.", "Text and background have too little contrast.");
    public static readonly FieldCode NotAVersion = new("not-a-version",
        "Muss eine semantische Version sein, zum Beispiel 5.2.0.", "Must be a semantic version, such as 5.2.0.");
    public static readonly FieldCode UnknownTemplate = new("unknown-template",
        "Eine Vorlage mit diesem Schlüssel gibt es nicht.", "There is no template of this key.");
    public static readonly FieldCode NoMembers = new("no-members",
        "Menschen gehören zu einem Mandanten; eine Vorlage hat keine.", "People belong to one tenant; a template has none.");

    // Feature flags
    public static readonly FieldCode NotAnObject = new("not-an-object", "Muss ein Objekt sein.", "Must be an object.");
    public static readonly FieldCode NotAList = new("not-a-list", "Muss eine Liste sein.", "Must be a list.");
    public static readonly FieldCode NotAString = new("not-a-string", "Muss ein Text sein.", "Must be a string.");
    public static readonly FieldCode NotABoolean = new("not-a-boolean", "Muss true oder false sein.", "Must be true or false.");
    public static readonly FieldCode NotAnInteger = new("not-an-integer", "Muss eine ganze Zahl sein.", "Must be a whole number.");
    public static readonly FieldCode NotAnId = new("not-an-id", "Muss die Kennung eines Kontos sein.", "Must be the id of an account.");
    public static readonly FieldCode NotATime = new("not-a-time",
        "Muss Datum und Uhrzeit mit Abstand zu UTC sein, zum Beispiel 2026-12-31T23:00:00+01:00.",
        "Must be a date and time with an offset, such as 2026-12-31T23:00:00+01:00.");
    public static readonly FieldCode NotAValue = new("not-a-value",
        "Muss true, false, ein Text, eine endliche Zahl oder ein Objekt sein.",
        "Must be true, false, a string, a finite number or an object.");
    public static readonly FieldCode NotAKey = new("not-a-key",
        "Muss 1 bis 100 Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche haben, an beiden Enden einen Buchstaben "
            + "oder eine Ziffer.",
        "Must be 1 to 100 letters, digits, dots, hyphens and underscores, with a letter or digit at both ends.");
    public static readonly FieldCode NotAName = new("not-a-name",
        "Muss aus 1 bis 60 Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen bestehen.",
        "The name must be 1 to 60 letters, digits, dots, hyphens and underscores.");
    public static readonly FieldCode NotARange = new("not-a-range",
        "Muss ein Bereich semantischer Versionen sein, zum Beispiel >=5.2.0 <6.0.0.",
        "Must be a range of semantic versions, such as >=5.2.0 <6.0.0.");
    public static readonly FieldCode NotComparable = new("not-comparable",
        "Dieses Merkmal lässt sich so nicht vergleichen.", "This attribute cannot be compared in this way.");
    public static readonly FieldCode WrongCount = new("wrong-count",
        "Das sind zu wenige oder zu viele Werte.", "These are too few or too many values.");
    public static readonly FieldCode UnstorableText = new("unstorable-text",
        "Ein Text oder ein Name enthält das Zeichen NUL oder ein halbes Surrogatpaar.",
        "A string or a name holds the NUL character or half of a surrogate pair.");
    public static readonly FieldCode MixedTypes = new("mixed-types",
        "Alle Varianten müssen Werte derselben Art haben.", "All variants must have values of one type.");
    public static readonly FieldCode SafeVariantOn = new("safe-variant-on",
        "Ein Flag, das andere voraussetzt, muss mit ihnen aus sein: Seine sichere Variante kann nicht true sein.",
        "A flag that requires others must be off when they are: its safe variant cannot be true.");
    public static readonly FieldCode UnknownVariant = new("unknown-variant",
        "Muss der Name einer Variante dieses Flags sein.", "Must be the name of a variant of this flag.");
    public static readonly FieldCode Immutable = new("immutable",
        "Steht seit dem Anlegen fest: Ein anderes Salt würde alle neu mischen.",
        "Is fixed when the flag is created: another salt would shuffle everybody anew.");
    public static readonly FieldCode Cyclic = new("cyclic",
        "Setzt dieses Flag voraus, unmittelbar oder über andere.", "Requires this flag, directly or through others.");
    public static readonly FieldCode UnknownFlag = new("unknown-flag",
        "Muss der Schlüssel eines Flags sein, das nicht archiviert ist.", "Must be the key of a flag that is not archived.");
    public static readonly FieldCode PlatformOnly = new("platform-only",
        "Das kann nur ein Flag der Plattform.", "Only a flag of the platform can do this.");
    public static readonly FieldCode Override = new("override",
        "Passt nicht zum Flag der Plattform, das damit überschrieben wird.", "Does not go with the platform's flag that it overrides.");
    public static readonly FieldCode UnknownTenant = new("unknown-tenant",
        "Muss das Kürzel eines Mandanten sein.", "Must be the slug of a tenant.");
    public static readonly FieldCode WeightsSum = new("weights-sum",
        "Die Gewichte ergeben nicht die verlangte Summe.", "The weights do not sum to what they must.");
    public static readonly FieldCode NoSuchState = new("no-such-state",
        "Muss die Version eines früheren Standes dieses Flags sein.", "Must be the version of an earlier state of this flag.");
}
