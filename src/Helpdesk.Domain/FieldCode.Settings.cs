namespace Helpdesk.Domain;

public sealed partial record FieldCode
{
    // Calendars and policies
    public static readonly FieldCode NoWorkingTime = new("no-working-time", "Keine Arbeitszeit",
        "Der Kalender hat keine Arbeitszeit: Was nach ihm zählt, würde nie fällig.",
        "The calendar has no working time: nothing counted by it would ever come due.");
    public static readonly FieldCode BadWindow = new("bad-window", "Ungültiges Zeitfenster",
        "Muss nach dem Anfang enden. 24:00 ist das Ende eines Tages; ein Wochenfenster, das früher endet, endet am nächsten Morgen.",
        "Must end after it starts. 24:00 is the end of a day; a window of a week that ends earlier ends the next morning.");
    public static readonly FieldCode OverlappingWindows = new("overlapping-windows", "Überlappende Zeitfenster",
        "Kein Zeitpunkt darf in zwei Fenstern liegen.", "No moment may lie in two windows.");
    public static readonly FieldCode OverlappingDays = new("overlapping-days", "Überlappende Tage",
        "Ein anderer besonderer Tag umfasst schon eines dieser Daten.", "Another special day covers one of these dates already.");
    public static readonly FieldCode Overlapping = new("overlapping", "Überlappung",
        "Muss nach dem letzten Tag des Satzes davor liegen.", "Must lie after the last day of the rate before it.");
    public static readonly FieldCode BadRange = new("bad-range", "Ungültiger Zeitraum",
        "Darf nicht vor dem Anfang enden und nicht zu lang sein.", "Must not end before it starts, nor be too long.");
    public static readonly FieldCode UnknownCountry = new("unknown-country", "Unbekanntes Land",
        "Nur die Feiertage von DE sind bekannt.", "DE is the only country whose holidays are known.");
    public static readonly FieldCode UnknownState = new("unknown-state", "Unbekanntes Bundesland",
        "Muss das Kürzel eines deutschen Landes sein.", "Must be the letters of a German state.");
    public static readonly FieldCode BadMunicipality = new("bad-municipality", "Kein Gemeindeschlüssel",
        "Muss ein amtlicher Gemeindeschlüssel (AGS) sein: acht Ziffern, die ersten zwei von 01 bis 16.",
        "Must be an official municipality key (AGS): eight digits, the first two from 01 to 16.")
    { TitleEn = "Not a municipality key" };
    public static readonly FieldCode MunicipalityElsewhere = new("municipality-elsewhere", "Gemeinde eines anderen Landes",
        "Der Schlüssel gehört zu einer Gemeinde eines anderen Landes.", "The key is of a municipality in another state.");
    public static readonly FieldCode SettingWithoutMeaning = new("setting-without-meaning", "Einstellung ohne Wirkung",
        "Das Gesetz überlässt diesen Tag nur Orten anderswo.", "The law leaves this day to places elsewhere only.");
    public static readonly FieldCode NotPositive = new("not-positive", "Nicht länger als null",
        "Muss länger als null sein.", "Must be longer than zero.");
    public static readonly FieldCode NotWholeSeconds = new("not-whole-seconds", "Keine ganzen Sekunden",
        "Muss aus ganzen Sekunden bestehen.", "Must be whole seconds.");
    public static readonly FieldCode NeverDue = new("never-due", "Wird nie fällig", "Wird nie fällig.", "It can never come due.");
    public static readonly FieldCode UnknownCalendar = new("unknown-calendar", "Unbekannter Kalender",
        "Muss die Kennung eines Kalenders dieses Mandanten sein.", "Must be the id of a calendar of this tenant.");
    public static readonly FieldCode StatusCannotPause = new("status-cannot-pause", "Status hält nichts an",
        "Dieser Status kann eine Frist nicht anhalten.", "This status cannot pause a target.");
    public static readonly FieldCode BadPause = new("bad-pause", "Ungültige Pause",
        "Muss nach dem Anfang enden.", "Must end after it starts.");
    public static readonly FieldCode OneOfTwo = new("one-of", "Eines von zweien",
        "Braucht entweder at_basis_points oder from_due.", "Needs either at_basis_points or from_due.")
    { TitleEn = "One of two" };
    public static readonly FieldCode NotTaken = new("not-taken", "Passt nicht zur Maßnahme",
        "Passt nur zu notify_email, reassign und add_tag.", "Goes with notify_email, reassign and add_tag only.")
    { TitleEn = "Does not go with the action" };
    public static readonly FieldCode Incomplete = new("incomplete", "Unvollständig",
        "Muss jede Richtlinie einmal nennen.", "Must name every policy once.");
    public static readonly FieldCode WithSaved = new("with-saved", "Zugleich mit gespeicherten Richtlinien",
        "Passt nicht zu category, priority, queue und requester_group; die fragen die gespeicherten Richtlinien.",
        "Goes without category, priority, queue and requester_group, which ask the saved policies.")
    { TitleEn = "Together with saved policies" };
    public static readonly FieldCode WithoutTarget = new("without-target", "Ohne Ziel",
        "Passt nur zusammen mit target.", "Goes with a target.");
    public static readonly FieldCode UnknownCurrency = new("unknown-currency", "Unbekannte Währung",
        "Ist keine der bekannten Währungen.", "Is none of the currencies that are known.");

    // Tenants and templates
    public static readonly FieldCode ContrastTooLow = new("contrast-too-low", "Zu wenig Kontrast",
        "Schrift und Hintergrund haben zu wenig Kontrast.", "Text and background have too little contrast.");
    public static readonly FieldCode NotAPicture = new("not-a-picture", "Kein Bild",
        "Muss ein Bild sein, das sich neu zeichnen lässt: PNG, JPEG, WebP, GIF oder BMP. Aus einer SVG-Datei machen Sie bitte zuerst ein PNG.",
        "Must be a picture that can be drawn anew: PNG, JPEG, WebP, GIF or BMP. Please make a PNG of an SVG file first.");
    public static readonly FieldCode NotAVersion = new("not-a-version", "Keine Version",
        "Muss eine semantische Version sein, zum Beispiel 5.2.0.", "Must be a semantic version, such as 5.2.0.");
    public static readonly FieldCode UnknownTemplate = new("unknown-template", "Unbekannte Vorlage",
        "Eine Vorlage mit diesem Schlüssel gibt es nicht.", "There is no template of this key.");
    public static readonly FieldCode NoMembers = new("no-members", "Keine Mitglieder",
        "Menschen gehören zu einem Mandanten; eine Vorlage hat keine.", "People belong to one tenant; a template has none.");

    // Feature flags
    public static readonly FieldCode NotAnObject = new("not-an-object", "Kein Objekt", "Muss ein Objekt sein.", "Must be an object.");
    public static readonly FieldCode NotAList = new("not-a-list", "Keine Liste", "Muss eine Liste sein.", "Must be a list.");
    public static readonly FieldCode NotAString = new("not-a-string", "Kein Text", "Muss ein Text sein.", "Must be a string.");
    public static readonly FieldCode NotABoolean = new("not-a-boolean", "Weder true noch false",
        "Muss true oder false sein.", "Must be true or false.");
    public static readonly FieldCode NotAnInteger = new("not-an-integer", "Keine ganze Zahl",
        "Muss eine ganze Zahl sein.", "Must be a whole number.");
    public static readonly FieldCode NotAnId = new("not-an-id", "Keine Kennung",
        "Muss die Kennung eines Kontos sein.", "Must be the id of an account.")
    { TitleEn = "Not an id" };
    public static readonly FieldCode NotATime = new("not-a-time", "Kein Zeitpunkt",
        "Muss Datum und Uhrzeit mit Abstand zu UTC sein, zum Beispiel 2026-12-31T23:00:00+01:00.",
        "Must be a date and time with an offset, such as 2026-12-31T23:00:00+01:00.");
    public static readonly FieldCode NotAValue = new("not-a-value", "Kein Wert",
        "Muss true, false, ein Text, eine endliche Zahl oder ein Objekt sein.",
        "Must be true, false, a string, a finite number or an object.");
    public static readonly FieldCode NotAKey = new("not-a-key", "Kein Schlüssel eines Flags",
        "Muss 1 bis 100 Buchstaben, Ziffern, Punkte, Bindestriche und Unterstriche haben, an beiden Enden einen Buchstaben "
            + "oder eine Ziffer.",
        "Must be 1 to 100 letters, digits, dots, hyphens and underscores, with a letter or digit at both ends.");
    public static readonly FieldCode NotAName = new("not-a-name", "Kein Name",
        "Muss aus 1 bis 60 Buchstaben, Ziffern, Punkten, Bindestrichen und Unterstrichen bestehen.",
        "The name must be 1 to 60 letters, digits, dots, hyphens and underscores.");
    public static readonly FieldCode NotARange = new("not-a-range", "Kein Bereich",
        "Muss ein Bereich semantischer Versionen sein, zum Beispiel >=5.2.0 <6.0.0.",
        "Must be a range of semantic versions, such as >=5.2.0 <6.0.0.");
    public static readonly FieldCode NotComparable = new("not-comparable", "Nicht vergleichbar",
        "Dieses Merkmal lässt sich so nicht vergleichen.", "This attribute cannot be compared in this way.");
    public static readonly FieldCode WrongCount = new("wrong-count", "Falsche Anzahl",
        "Das sind zu wenige oder zu viele Werte.", "These are too few or too many values.");
    public static readonly FieldCode UnstorableText = new("unstorable-text", "Nicht speicherbarer Text",
        "Ein Text oder ein Name enthält das Zeichen NUL oder ein halbes Surrogatpaar.",
        "A string or a name holds the NUL character or half of a surrogate pair.");
    public static readonly FieldCode MixedTypes = new("mixed-types", "Gemischte Arten",
        "Alle Varianten müssen Werte derselben Art haben.", "All variants must have values of one type.");
    public static readonly FieldCode SafeVariantOn = new("safe-variant-on", "Sichere Variante ist an",
        "Ein Flag, das andere voraussetzt, muss mit ihnen aus sein: Seine sichere Variante kann nicht true sein.",
        "A flag that requires others must be off when they are: its safe variant cannot be true.");
    public static readonly FieldCode UnknownVariant = new("unknown-variant", "Unbekannte Variante",
        "Muss der Name einer Variante dieses Flags sein.", "Must be the name of a variant of this flag.");
    public static readonly FieldCode Immutable = new("immutable", "Unveränderlich",
        "Steht seit dem Anlegen fest: Ein anderes Salt würde alle neu mischen.",
        "Is fixed when the flag is created: another salt would shuffle everybody anew.");
    public static readonly FieldCode Cyclic = new("cyclic", "Setzt sich selbst voraus",
        "Setzt dieses Flag voraus, unmittelbar oder über andere.", "Requires this flag, directly or through others.");
    public static readonly FieldCode UnknownFlag = new("unknown-flag", "Unbekanntes Flag",
        "Muss der Schlüssel eines Flags sein, das nicht archiviert ist.", "Must be the key of a flag that is not archived.");
    public static readonly FieldCode PlatformOnly = new("platform-only", "Nur für die Plattform",
        "Das kann nur ein Flag der Plattform.", "Only a flag of the platform can do this.");
    public static readonly FieldCode Override = new("override", "Passt nicht zum Überschriebenen",
        "Passt nicht zum Flag der Plattform, das damit überschrieben wird.", "Does not go with the platform's flag that it overrides.")
    { TitleEn = "Does not fit what it overrides" };
    public static readonly FieldCode UnknownTenant = new("unknown-tenant", "Unbekannter Mandant",
        "Muss das Kürzel eines Mandanten sein.", "Must be the slug of a tenant.");
    public static readonly FieldCode WeightsSum = new("weights-sum", "Falsche Summe der Gewichte",
        "Die Gewichte ergeben nicht die verlangte Summe.", "The weights do not sum to what they must.")
    { TitleEn = "Wrong sum of weights" };
    public static readonly FieldCode NoSuchState = new("no-such-state", "Kein früherer Stand",
        "Muss die Version eines früheren Standes dieses Flags sein.", "Must be the version of an earlier state of this flag.");
}
