namespace Helpdesk.Domain;

/// <summary>What every capability refuses with: nobody is signed in, or whoever is may not.</summary>
public static class AccessErrors
{
    public static readonly Error NotSignedIn = new(ErrorKind.Unauthenticated, "not-signed-in", "Sign in first.");

    public static readonly Error RoleRequired = new(ErrorKind.Forbidden, "role-required", "Your role does not allow this.");

    public static readonly Error PersonRequired = new(
        ErrorKind.Forbidden, "person-required", "Only a person can do this, signed in; a program cannot.");

    public static readonly Error ScopeMissing = new(
        ErrorKind.Forbidden, "scope-missing", "The API key or token does not have the scope that this needs.");

    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error StaffOnly = new(ErrorKind.Forbidden, "staff-only", "Only staff may do this.");
}
