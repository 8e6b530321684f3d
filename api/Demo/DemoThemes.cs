namespace Helpdesk.Api.Demo;

/// <summary>What people of a town hall ask about their CMS, and how such a matter ends.</summary>
internal sealed record DemoTheme
{
    public required string Category { get; init; }
    public required string Queue { get; init; }

    /// <summary><c>{0}</c> stands for one of <see cref="Variants"/>, here and in the texts.</summary>
    public required string Subject { get; init; }
    public required string Description { get; init; }
    public required string Question { get; init; }
    public required string Reply { get; init; }
    public required string Note { get; init; }
    public required string Solution { get; init; }
    public required string[] Variants { get; init; }
}

internal static class DemoThemes
{
    public static readonly IReadOnlyList<DemoTheme> All =
    [
        new()
        {
            Category = "cms",
            Queue = "redaktion",
            Subject = "Veranstaltungskalender zeigt {0} nicht an",
            Description =
                "Im Veranstaltungskalender fehlt {0}. Im Redaktionssystem ist der Termin freigegeben, auf der öffentlichen Seite erscheint "
                + "er nicht.",
            Question = "Seit wann fehlt der Termin, und in welcher Rubrik wurde er angelegt?",
            Reply = "Er fehlt seit gestern Nachmittag. Angelegt ist er unter »Kultur und Freizeit«.",
            Note = "Cache der Listenansicht wurde nach dem letzten Update nicht geleert.",
            Solution = "Der Zwischenspeicher der Kalenderansicht wurde geleert; der Termin wird wieder angezeigt.",
            Variants = ["den Weihnachtsmarkt", "die Bürgerversammlung", "das Stadtfest", "die Vorlesestunde der Stadtbücherei",
                "den Neujahrsempfang"],
        },
        new()
        {
            Category = "ris",
            Queue = "fachverfahren",
            Subject = "Ratsinformationssystem: Anlage zu {0} lässt sich nicht öffnen",
            Description = "Bürger melden, dass die Anlage zu {0} im Ratsinformationssystem nur eine Fehlermeldung liefert.",
            Question = "Können Sie uns die Adresse der Vorlage schicken und sagen, ob andere Anlagen betroffen sind?",
            Reply = "Nur diese eine Anlage ist betroffen, die übrigen gehen auf.",
            Note = "Dateiname enthält einen Schrägstrich, Schnittstelle liefert 404.",
            Solution = "Die Anlage wurde mit gültigem Dateinamen neu übertragen und ist abrufbar.",
            Variants = ["TOP 4 der Bauausschusssitzung", "Vorlage 2026/118", "der Haushaltssatzung", "TOP 7 der Stadtratssitzung"],
        },
        new()
        {
            Category = "formulare",
            Queue = "fachverfahren",
            Subject = "Online-Formular »{0}« bricht beim Absenden ab",
            Description = "Beim Absenden des Formulars »{0}« erscheint »Es ist ein Fehler aufgetreten«. Die Eingaben sind danach weg.",
            Question = "Mit welchem Browser tritt der Fehler auf, und waren Anlagen beigefügt?",
            Reply = "Mit Firefox und Edge, jeweils mit einer Anlage als PDF.",
            Note = "Größenbegrenzung des Proxys liegt unter der des Formularservers.",
            Solution = "Die Größenbegrenzung wurde angehoben; Anlagen bis 20 MB werden angenommen.",
            Variants = ["Hundesteueranmeldung", "Anwohnerparkausweis", "Meldebescheinigung", "Sondernutzung öffentlicher Flächen",
                "Gewerbeanmeldung"],
        },
        new()
        {
            Category = "barrierefreiheit",
            Queue = "redaktion",
            Subject = "Barrierefreiheit: {0}",
            Description = "Bei der Prüfung nach BITV wurde bemängelt: {0}. Die Frist zur Rückmeldung an die Durchsetzungsstelle läuft.",
            Question = "Auf welchen Seiten wurde das festgestellt? Der Prüfbericht würde uns helfen.",
            Reply = "Der Bericht nennt die Startseite und die Seite »Kontakt«.",
            Note = "Vorlage 12 betroffen, Änderung gilt für alle Mandanten mit diesem Design.",
            Solution = "Die Vorlage wurde berichtigt; die Nachprüfung auf beiden Seiten ist bestanden.",
            Variants = ["Kontrast der Navigation zu gering", "Alternativtexte fehlen in der Bildergalerie", "Suchfeld ohne Beschriftung",
                "Fokus im Menü nicht sichtbar"],
        },
        new()
        {
            Category = "konto",
            Queue = "support",
            Subject = "Benutzerkonto für {0} einrichten",
            Description = "Bitte richten Sie ein Redaktionskonto für {0} ein. Zugriff auf den eigenen Bereich genügt.",
            Question = "Soll das Konto auch Beiträge freigeben dürfen?",
            Reply = "Nein, die Freigabe macht weiterhin die Pressestelle.",
            Note = "Rolle »Redaktion ohne Freigabe«, Bereich nach Organigramm.",
            Solution = "Das Konto ist eingerichtet, die Einladung wurde an die dienstliche Adresse verschickt.",
            Variants = ["die neue Mitarbeiterin im Standesamt", "den Auszubildenden im Bürgerbüro", "die Leitung der Musikschule",
                "das Klimaschutzmanagement"],
        },
        new()
        {
            Category = "newsletter",
            Queue = "redaktion",
            Subject = "Newsletter »{0}« kommt bei einigen Empfängern nicht an",
            Description = "Mehrere Abonnenten melden, dass der Newsletter »{0}« nicht ankommt, vor allem bei großen Anbietern.",
            Question = "Können Sie uns zwei betroffene Adressen nennen? Wir prüfen das Versandprotokoll.",
            Reply = "Die Adressen haben wir Ihnen telefonisch durchgegeben.",
            Note = "SPF-Eintrag der Kommune enthält den neuen Versandserver nicht.",
            Solution = "Der DNS-Eintrag ist ergänzt; der Testversand kam bei allen Anbietern an.",
            Variants = ["Aus dem Rathaus", "Familie und Bildung", "Wirtschaft vor Ort"],
        },
        new()
        {
            Category = "suche",
            Queue = "technik",
            Subject = "Suche findet {0} nicht",
            Description = "Über die Suche der Website ist {0} nicht zu finden, obwohl die Seite veröffentlicht ist.",
            Question = "Welche Suchwörter haben Sie verwendet?",
            Reply = "Den genauen Titel der Seite.",
            Note = "Seite steht auf »nicht indexieren«, vermutlich beim Kopieren übernommen.",
            Solution = "Die Kennzeichnung wurde entfernt und die Seite neu indiziert.",
            Variants = ["die Abfallgebührensatzung", "die Öffnungszeiten des Hallenbads", "das Formular zur Wohngeldberechnung",
                "die Stellenausschreibungen"],
        },
        new()
        {
            Category = "maengelmelder",
            Queue = "fachverfahren",
            Subject = "Mängelmelder: Meldungen zu »{0}« gehen an das falsche Amt",
            Description = "Meldungen der Kategorie »{0}« landen beim Ordnungsamt statt beim Bauhof.",
            Question = "Seit wann ist das so? Wurde die Zuständigkeit kürzlich geändert?",
            Reply = "Seit der Umorganisation Anfang des Monats.",
            Note = "Zuordnungstabelle enthält noch die alte Organisationsnummer.",
            Solution = "Die Zuordnung ist berichtigt; drei Testmeldungen kamen beim Bauhof an.",
            Variants = ["Straßenbeleuchtung", "Wilder Müll", "Schlagloch", "Spielplatz"],
        },
        new()
        {
            Category = "website",
            Queue = "technik",
            Subject = "Startseite lädt sehr langsam: {0}",
            Description = "Die Startseite braucht teilweise über zehn Sekunden. Aufgefallen ist es bei: {0}.",
            Question = "Tritt das zu bestimmten Uhrzeiten auf?",
            Reply = "Vor allem morgens zwischen acht und neun Uhr.",
            Note = "Große Bilder im Kopfbereich werden unkomprimiert ausgeliefert.",
            Solution = "Die Bilder werden nun verkleinert ausgeliefert, die Ladezeit liegt unter zwei Sekunden.",
            Variants = ["mobiler Zugriff", "Zugriff aus dem Rathausnetz", "erster Aufruf nach Veröffentlichung"],
        },
        new()
        {
            Category = "website",
            Queue = "technik",
            Subject = "Zertifikatswarnung auf {0}",
            Description = "Beim Aufruf von {0} warnt der Browser vor einem ungültigen Zertifikat.",
            Question = "Betrifft das auch die Hauptdomain?",
            Reply = "Nein, nur diese Adresse.",
            Note = "Automatische Erneuerung scheiterte an geänderter DNS-Weiterleitung.",
            Solution = "Das Zertifikat wurde erneuert und die automatische Erneuerung wiederhergestellt.",
            Variants = ["der Jugendseite", "dem Serviceportal", "der Seite der Volkshochschule"],
        },
        new()
        {
            Category = "cms",
            Queue = "support",
            Subject = "Bild in der Mediathek lässt sich nicht {0}",
            Description = "In der Mediathek lässt sich ein Bild nicht {0}; es erscheint kein Hinweis, woran es liegt.",
            Question = "Können Sie uns den Dateinamen und die Größe nennen?",
            Reply = "Es geht um ein Foto im Format HEIC vom Diensttelefon.",
            Note = "HEIC wird nicht umgewandelt, Fehlermeldung fehlt.",
            Solution = "Das Format wird jetzt beim Hochladen umgewandelt.",
            Variants = ["hochladen", "zuschneiden", "ersetzen"],
        },
        new()
        {
            Category = "it",
            Queue = "support",
            Subject = "{0} nach dem Update nicht mehr erreichbar",
            Description = "Seit dem Update am Wochenende ist {0} nicht mehr erreichbar. Mehrere Ämter sind betroffen.",
            Question = "Welche Meldung sehen Sie genau?",
            Reply = "»503 Service Unavailable«, bei allen Kolleginnen und Kollegen.",
            Note = "Dienst nach Neustart nicht automatisch gestartet.",
            Solution = "Der Dienst wurde gestartet und in die Überwachung aufgenommen.",
            Variants = ["Das Intranet", "Die Terminvergabe", "Das Redaktionssystem", "Die Kartenanwendung"],
        },
    ];
}
