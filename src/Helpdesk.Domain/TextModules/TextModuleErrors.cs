namespace Helpdesk.Domain.TextModules;

/// <summary>Why an act on text modules is refused.</summary>
public static class TextModuleErrors
{
    public static readonly Error TooMany = new(ErrorKind.Conflict, "too-many-text-modules", "Zu viele Textbausteine",
        $"Es gibt schon {TextModuleRules.Most} Textbausteine. Löschen Sie zuerst einen, den niemand mehr braucht.",
        $"There are {TextModuleRules.Most} text modules already. Remove one first that nobody needs any more.");

    public static readonly Error ShortcutTaken = new(ErrorKind.Conflict, "shortcut-taken", "Kürzel vergeben",
        "Ein anderer Textbaustein hat dieses Kürzel, vielleicht mit anderer Groß- und Kleinschreibung. Wählen Sie ein anderes.",
        "Another text module has this shortcut, perhaps in other letters. Choose another one.")
    { Pointer = "/shortcut" };
}
