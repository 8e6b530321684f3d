namespace Helpdesk.Domain.Attachments;

/// <summary>Why a file is not taken, or not given.</summary>
public static class AttachmentErrors
{
    public static readonly Error TooLarge = new(ErrorKind.TooLarge, "attachment-too-large", "Datei zu groß",
        "Die Datei ist größer, als dieser Mandant sie annimmt.",
        "The file is larger than this tenant takes.")
    { TitleEn = "The file is too large" };

    public static Error TooLargeFor(long most) => TooLarge.Saying(
        $"Höchstens {German.Number(most)} Byte sind möglich.",
        $"At most {most.ToString(System.Globalization.CultureInfo.InvariantCulture)} bytes are possible.");

    public static readonly Error QuotaExceeded = new(ErrorKind.Conflict, "attachment-quota", "Speicher für Dateien voll",
        "Der Platz, den dieser Mandant für Dateien hat, reicht für diese nicht mehr. Entfernen Sie andere, oder wenden Sie sich an den "
            + "Betrieb.",
        "The space that this tenant has for files does not hold this one. Remove others, or ask the operator.")
    { TitleEn = "The space for files is used up" };

    public static readonly Error StorageFull = new(ErrorKind.Unavailable, "attachment-storage-full", "Ablage für Dateien voll",
        "Die Ablage für Dateien hat keinen Platz mehr. Der Text des Tickets wird angenommen; schicken Sie die Datei später.",
        "The storage for files has no space left. The text of the ticket is accepted; send the file later.")
    { TitleEn = "The storage for files is full", RetryAfter = TimeSpan.FromMinutes(1) };

    public static readonly Error StorageUnavailable = new(ErrorKind.Unavailable, "attachment-storage-unavailable",
        "Ablage für Dateien nicht erreichbar",
        "Die Ablage für Dateien nimmt gerade nichts an oder gibt nichts heraus. Der Text des Tickets wird angenommen; versuchen Sie es mit "
            + "der Datei später noch einmal.",
        "The storage for files takes or gives nothing at the moment. The text of the ticket is accepted; try again with the file later.")
    { TitleEn = "The storage for files cannot be reached", RetryAfter = TimeSpan.FromSeconds(30) };

    public static readonly Error Lost = new(ErrorKind.Gone, "attachment-lost", "Datei verloren",
        "Die Datei ist in der Ablage nicht mehr da. Der Betrieb wurde benachrichtigt.",
        "The file is no longer in the storage. The operator has been told.")
    { TitleEn = "The file is lost" };

    public static readonly Error Infected = new(ErrorKind.Forbidden, "attachment-infected", "Datei ist schädlich",
        "In der Datei wurde Schadsoftware gefunden. Sie ist gesperrt, niemand kann sie herunterladen.",
        "Malware was found in the file. It is locked; nobody can download it.")
    { TitleEn = "The file is harmful" };

    public static readonly Error NotScanned = new(ErrorKind.Forbidden, "attachment-not-scanned", "Datei noch nicht geprüft",
        "Die Datei wurde noch nicht auf Schadsoftware geprüft. Versuchen Sie es in einer Minute noch einmal.",
        "The file has not been scanned for malware yet. Try again in a minute.")
    { TitleEn = "The file is not scanned yet" };

    public static readonly Error Unchecked = new(ErrorKind.Forbidden, "attachment-unchecked", "Datei ungeprüft",
        "Die Datei wurde nicht auf Schadsoftware geprüft, und dieser Mandant gibt ungeprüfte Dateien nicht heraus.",
        "The file was not scanned for malware, and this tenant gives out no unchecked files.")
    { TitleEn = "The file is unchecked" };

    public static readonly Error NoPreview = new(ErrorKind.Conflict, "attachment-no-preview", "Keine Vorschau",
        "Von dieser Datei gibt es keine Vorschau: Sie ist kein Bild, das sich sicher verkleinern lässt. Laden Sie sie herunter.",
        "There is no preview of this file: it is no picture that can safely be made smaller. Download it.")
    { TitleEn = "There is no preview" };

    public static readonly Error RemoveTooLate = new(ErrorKind.Conflict, "attachment-remove-too-late", "Datei steht schon zu lange",
        "Was Sie angehängt haben, können Sie zehn Minuten lang entfernen. Danach kann es nur die Verwaltung, mit einem Grund.",
        $"What you attached can be removed for {AttachmentLimits.ForAuthor.TotalMinutes} minutes. After that an admin can, with a reason.");

    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-attachments", "Zu viele Dateien",
        "Das Ticket hat so viele Dateien, wie es haben kann. Entfernen Sie eine.",
        $"A ticket holds at most {AttachmentLimits.OfTicket} files. Remove one.");

    public static readonly Error TooManySessions = new(ErrorKind.Conflict, "too-many-upload-sessions", "Zu viele Dateien unterwegs",
        "Von Ihnen sind schon so viele Dateien unterwegs, wie es sein können. Schicken Sie eine zu Ende, oder brechen Sie eine ab.",
        $"At most {UploadSession.MostOpen} files of yours can be on their way. Finish one, or cancel one.")
    { TitleEn = "Too many files on their way" };

    /// <summary>Answered with what is there.</summary>
    public static readonly Error PartOutOfOrder = new(ErrorKind.Conflict, "upload-part-out-of-order", "Teil ist nicht der nächste",
        "Der Teil schließt nicht an das an, was von der Datei schon da ist. Fragen Sie danach, und schicken Sie, was danach kommt.",
        "The part does not go on from what is there of the file. Ask how much that is, and send what follows.")
    { TitleEn = "This is not the next part" };

    public static Error PartElsewhere(long received, long size) => PartOutOfOrder.Saying(
        $"Da sind {German.Number(received)} von {German.Number(size)} Byte; der nächste Teil beginnt dort.",
        FormattableString.Invariant($"{received} of {size} bytes are there; the next part begins at {received}."));

    public static Error PartOfAnother(long told, long size) => PartOutOfOrder.Saying(
        $"Content-Range nennt {German.Number(told)} Byte im Ganzen, die Datei hat {German.Number(size)}.",
        FormattableString.Invariant($"Content-Range says that the whole has {told} bytes; the file has {size}."));

    public static readonly Error PartSize = new(ErrorKind.Malformed, "upload-part-size", "Teil hat eine unzulässige Größe",
        "Ein Teil hat 256 KiB bis 16 MiB, der letzte auch weniger.",
        "A part has 256 KiB to 16 MiB (inclusive); the last may have less.")
    { TitleEn = "The part has a size that is not taken" };

    public static readonly Error RangeBeyond = new(ErrorKind.BeyondEnd, "range-beyond-end", "Teil liegt hinter dem Ende",
        "Der Teil, den Range verlangt, liegt hinter dem Ende der Datei. Content-Range nennt ihre Länge.",
        "The part that Range asks for lies behind the end of the file. Content-Range says how long it is.")
    { TitleEn = "The part lies behind the end" };
}
