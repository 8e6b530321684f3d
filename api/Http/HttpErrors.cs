namespace Helpdesk.Api.Http;

/// <summary>Refusals that concern the request as such, whatever it asks for.</summary>
public static class HttpErrors
{
    public static readonly Error Starting = new(ErrorKind.Unavailable, "starting", "Start läuft",
        "Die Plattform startet gerade oder wird beendet. Fragen Sie in einigen Sekunden wieder.",
        "The platform is just starting or ending. Ask again in some seconds.")
    { TitleEn = "The platform is starting" };

    public static readonly Error WrongTime = new(ErrorKind.Unavailable, "clock", "Uhr geht falsch",
        "Die Uhr dieses Rechners weicht um mehr als 30 Sekunden von der Uhr der Datenbank ab, oder sie wurde noch nicht verglichen.",
        "The clock of this machine differs from the database's by more than 30 seconds, or they have not been compared yet.")
    { TitleEn = "The clock is wrong" };

    public static readonly Error BodyRequired = new(ErrorKind.Malformed, "body-required", "Inhalt fehlt",
        "Diese Anfrage braucht einen Inhalt: ein JSON-Objekt, mindestens {}.",
        "This request needs a body: a JSON object, at least {}.")
    { TitleEn = "The body is missing" };

    public static readonly Error InvalidCursor = new(ErrorKind.Malformed, "invalid-cursor", "Ungültiger Cursor",
        "Ein Cursor gilt nur für die Liste, die Filter und das Konto, für die er ausgegeben wurde. Beginnen Sie die Liste ohne Cursor von "
            + "vorn.",
        "The cursor is not one that this list gave out, for this account and these filters. Start again without one.");

    public static readonly Error InvalidIdempotencyKey = new(ErrorKind.Malformed, "invalid-idempotency-key", "Ungültiger Idempotency-Key",
        "Die Kopfzeile muss genau einen Wert von 1 bis 255 sichtbaren ASCII-Zeichen enthalten, am besten eine UUID.",
        "Idempotency-Key must be exactly one value of 1 to 255 visible ASCII characters, best a UUID.")
    { TitleEn = "Invalid Idempotency-Key" };

    public static readonly Error InvalidIfMatch = new(ErrorKind.Malformed, "invalid-if-match", "Ungültiges If-Match",
        "Die Kopfzeile muss genau ein ETag enthalten, so wie es gelesen wurde, zum Beispiel \"7\".",
        "If-Match must hold exactly one entity tag as it was read, such as \"7\".")
    { TitleEn = "Invalid If-Match" };

    public static Error IfMatchAny => Error.Invalid(FieldCode.AnyVersion.At("If-Match"));

    public static readonly Error IfMatchRequired = new(ErrorKind.VersionRequired, "if-match-required", "If-Match fehlt",
        "Eine Änderung nennt die Version, auf der sie beruht: Lesen Sie zuerst, und senden Sie das ETag als If-Match mit.",
        "An update names the version it was made on: read first, and send the ETag along as If-Match.")
    { TitleEn = "If-Match is missing" };

    /// <summary>Answered with the faults put in.</summary>
    public static readonly Error InvalidQuery = new(ErrorKind.Invalid, "invalid-query", "Parameter ungültig",
        "Einzelne Parameter der Adresse sind nicht zulässig oder unbekannt. „errors“ nennt jeden mit Grund.",
        "Some parameters of the address are not valid or not known. \"errors\" names each with its reason.")
    { TitleEn = "Invalid parameters" };

    public static readonly Error RepeatedParameter = new(ErrorKind.Malformed, "repeated-parameter", "Parameter doppelt",
        "Ein Parameter steht zweimal in der Adresse, obwohl nur ein Wert gemeint sein kann.",
        "A parameter stands twice in the address where only one value can be meant.");

    public static readonly Error UnsupportedMediaType = new(ErrorKind.UnsupportedType, "unsupported-media-type", "Format nicht unterstützt",
        "Diese Adresse nimmt den Inhalt nicht in dieser Form: Content-Type muss der beschriebene sein, in der Regel application/json in "
            + "UTF-8, und Content-Encoding fehlen.",
        "This address does not take the body in this form: Content-Type must be the described one, as a rule application/json in UTF-8, "
            + "and Content-Encoding be absent.");

    public static readonly Error BadRequest = new(ErrorKind.Malformed, "bad-request", "Anfrage unverständlich",
        "Die Anfrage folgt nicht den Regeln von HTTP. Prüfen Sie Kopfzeilen, Länge und Kodierung.",
        "The request does not follow the rules of HTTP. Check headers, length and encoding.");

    public static readonly Error MethodNotAllowed = new(ErrorKind.MethodNotAllowed, "method-not-allowed", "Methode nicht erlaubt",
        "Diese Adresse kennt die Methode nicht. Die Kopfzeile Allow nennt die bekannten.",
        "This address does not know the method. The header Allow lists those it does.");

    public static readonly Error RequestTimeout = new(ErrorKind.TooSlow, "request-timeout", "Anfrage zu langsam",
        "Die Anfrage kam nicht rechtzeitig vollständig an. Wiederholen Sie sie.",
        "The request did not arrive completely in time. Repeat it.");

    public static readonly Error TooLarge = new(ErrorKind.TooLarge, "too-large", "Anfrage zu groß",
        "Der Inhalt ist größer, als diese Adresse annimmt.",
        "The body is larger than this address takes.")
    { TitleEn = "The request is too large" };

    public static readonly Error HeadersTooLarge = new(ErrorKind.HeadersTooLarge, "headers-too-large", "Kopfzeilen zu groß",
        "Die Kopfzeilen der Anfrage sind zu lang oder zu viele.",
        "The headers of the request are too long or too many.")
    { TitleEn = "The headers are too large" };

    public static readonly Error AddressTooLong = new(ErrorKind.AddressTooLong, "address-too-long", "Adresse zu lang",
        "Die Adresse samt Parametern ist länger als 8 KiB. Setzen Sie weniger Filter.",
        "The address with its parameters is longer than 8 KiB. Set fewer filters.")
    { TitleEn = "The address is too long" };

    public static readonly Error Forbidden = new(ErrorKind.Forbidden, "forbidden", "Nicht erlaubt",
        "Ihre Rolle erlaubt das nicht. Wenden Sie sich an die Verwaltung Ihres Mandanten.",
        "Your role does not allow this. Ask an admin of your tenant.");

    public static readonly Error UnknownHost = new(ErrorKind.Misdirected, "unknown-host", "Unbekannter Host",
        "Unter diesem Namen wird hier nichts bereitgestellt. Prüfen Sie die Adresse.",
        "Nothing is served here under that name. Check the address.");

    public static readonly Error RateLimited = new(ErrorKind.Throttled, "rate-limited", "Zu viele Anfragen",
        "In kurzer Zeit kamen zu viele Anfragen von diesem Konto, aus diesem Mandanten oder von dieser Adresse. Retry-After nennt die "
            + "Wartezeit in Sekunden.",
        "Too many requests came in a short time from this account, this tenant or this address. Retry-After says how many seconds to "
            + "wait.")
    { TitleEn = "Too many requests" };

    public static readonly Error TooManyAtOnce = new(ErrorKind.Throttled, "too-many-at-once", "Zu viele Anfragen gleichzeitig",
        "Von diesem Konto oder aus diesem Mandanten warten schon zu viele Anfragen; diese wurde nicht ausgeführt. Retry-After nennt die "
            + "Wartezeit in Sekunden.",
        "Too many requests of this account or this tenant wait already; this one was not carried out. Retry-After says how many seconds to "
            + "wait.")
    { TitleEn = "Too many requests at once", RetryAfter = TimeSpan.FromSeconds(2) };

    public static readonly Error Timeout = new(ErrorKind.Unavailable, "timeout", "Zeitüberschreitung",
        "Die Antwort dauerte zu lange; ob der Befehl wirkte, ist offen. Wiederholen Sie ihn mit demselben Idempotency-Key, dann wirkt er "
            + "genau einmal.",
        "The answer took too long; whether the command had its effect is open. Repeat it with the same Idempotency-Key and it has it "
            + "exactly once.")
    { TitleEn = "The answer took too long" };

    public static readonly Error Overloaded = new(ErrorKind.Unavailable, "overloaded", "Überlastet",
        "Zu viele Anfragen warten auf dasselbe; diese wurde nicht ausgeführt. Retry-After nennt die Wartezeit in Sekunden.",
        "Too many requests wait for the same thing; this one was not carried out. Retry-After says how many seconds to wait.");

    public static readonly Error Interrupted = new(ErrorKind.Unavailable, "interrupted", "Unterbrochen",
        "Ein Teil der Plattform startet gerade neu; ob der Befehl wirkte, ist offen. Wiederholen Sie ihn mit demselben Idempotency-Key, "
            + "dann wirkt er genau einmal.",
        "A part of the platform is just restarting; whether the command had its effect is open. Repeat it with the same Idempotency-Key "
            + "and it has it exactly once.");

    public static readonly Error EngineRefuses = new(ErrorKind.Unavailable, "engine-refuses", "Ausführung abgelehnt",
        "Dieser Teil der Plattform kann gerade nichts Neues ausführen. Wiederholen Sie den Befehl mit demselben Idempotency-Key nach der "
            + "Zeit in Retry-After, dann wirkt er genau einmal.",
        "This part of the platform cannot carry out anything new just now. Repeat the command with the same Idempotency-Key after the time "
            + "in Retry-After and it has its effect exactly once.")
    { TitleEn = "The engine refuses" };

    public static readonly Error Internal = new(ErrorKind.Internal, "internal-error", "Interner Fehler",
        "Das ist unser Fehler. Mit der trace_id finden wir die Ursache; nennen Sie sie, wenn Sie sich melden.",
        "This is our fault. The trace_id lets us find the cause; name it when you report this.");

    /// <summary>What a status means that the server or the framework chose.</summary>
    public static Error ForStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => AccessErrors.NotSignedIn,
        StatusCodes.Status403Forbidden => Forbidden,
        StatusCodes.Status404NotFound => AccessErrors.NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status408RequestTimeout => RequestTimeout,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status414UriTooLong => AddressTooLong,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status431RequestHeaderFieldsTooLarge => HeadersTooLarge,
        >= StatusCodes.Status500InternalServerError => Internal,
        _ => BadRequest,
    };

    public static Error NotJson(string de, string en) => InputErrors.MalformedJson.SayingOnly(de, en);
}

/// <summary>Stops a request from inside a binder, where no answer can be returned. Nothing else may throw it.</summary>
public sealed class RequestRefusedException(Error error) : Exception(error.Message)
{
    public Error Error => error;
}
