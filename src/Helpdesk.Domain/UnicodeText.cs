namespace Helpdesk.Domain;

/// <summary>Whether this machine can tell that two spellings are one text.</summary>
public static class UnicodeText
{
    /// <summary>
    /// <c>false</c> where .NET runs without ICU (a slim image, <c>DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1</c>): passwords typed on another
    /// keyboard would be refused, and one e-mail address could be registered twice. A host must not start like that.
    /// </summary>
    public static bool IsNormalized => "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";
}
