using System.Text;

namespace Helpdesk.Domain.SignIn;

/// <summary>
/// Which passwords are accepted: long, and not one that everybody tries. No rules on kinds of characters and no expiry, since both make
/// people choose worse ones (NIST SP 800-63B-4).
/// </summary>
public static class PasswordPolicy
{
    /// <summary>Shortest one where the password is all there is, in code points.</summary>
    public const int AloneAtLeast = 15;

    /// <summary>Shortest one for an account with a second factor.</summary>
    public const int WithSecondFactorAtLeast = 8;

    /// <summary>Longest one. Nothing is ever cut off.</summary>
    public const int AtMost = 128;

    /// <param name="about">Whose it shall be.</param>
    /// <returns>The password in NFC, the form that is hashed.</returns>
    public static Result<string> Check(string? candidate, PasswordOwner about, string pointer = "/password") =>
        Fault(candidate, about, pointer) is { } fault ? Error.Invalid(fault) : Canonical(candidate!)!;

    /// <param name="about"><c>null</c>: not known; what holds for everybody is asked.</param>
    public static FieldError? Fault(string? candidate, PasswordOwner? about, string pointer)
    {
        if (string.IsNullOrEmpty(candidate))
            return FieldCode.Required.At(pointer, "Ein Passwort wird gebraucht.", "A password is needed.");
        if (Canonical(candidate) is not { } password)
            return FieldCode.NotText.At(pointer);

        var least = about is { HasSecondFactor: false } ? AloneAtLeast : WithSecondFactorAtLeast;
        var length = password.EnumerateRunes().Count();
        if (length < least)
            return FieldCode.TooShort.At(pointer, $"Muss mindestens {least} Zeichen haben.", $"Must have at least {least} characters.");
        if (length > AtMost)
            return FieldError.TooLong(pointer, AtMost);
        return IsGuessed(password, about) || IsGuessed(LookAlikes.WithYears(password), about) ? FieldCode.TooCommon.At(pointer) : null;
    }

    private static bool IsGuessed(string password, PasswordOwner? about) =>
        CommonPasswords.Include(password) || CommonPasswords.IsWordWithYear(password) || about?.IsNamedBy(password) == true;

    /// <summary>
    /// The form that is hashed and compared: NFC, so that one password typed on two keyboards is one. <c>null</c>: no password could be
    /// that.
    /// </summary>
    public static string? Canonical(string candidate)
    {
        if (candidate.Contains('\0'))
            return null;
        try
        {
            return candidate.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException) // half a surrogate pair
        {
            return null;
        }
    }
}
