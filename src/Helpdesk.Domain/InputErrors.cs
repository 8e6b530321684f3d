namespace Helpdesk.Domain;

/// <summary>What is wrong with what was sent, whatever it is about.</summary>
public static class InputErrors
{
    /// <summary>Made by <see cref="Error.Invalid(IReadOnlyList{FieldError})"/>, which names the members.</summary>
    public static readonly Error Invalid = new(ErrorKind.Invalid, "invalid", "Angaben ungültig",
        "Die Anfrage ist lesbar, aber einzelne Angaben sind nicht zulässig. „errors“ nennt jede mit Ort und Grund.",
        "The request can be read, but some of its members are not valid. \"errors\" names each with its place and reason.")
    { TitleEn = "Invalid request" };

    public static readonly Error MalformedJson = new(ErrorKind.Malformed, "malformed-json", "Kein gültiges JSON",
        "Der Inhalt ist kein JSON nach RFC 8259 in UTF-8, oder ein Name kommt zweimal vor.",
        "The body is not JSON as RFC 8259 defines it, in UTF-8, or it names a member twice.")
    { TitleEn = "Malformed JSON" };
}
