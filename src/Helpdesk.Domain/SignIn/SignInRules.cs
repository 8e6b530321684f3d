namespace Helpdesk.Domain.SignIn;

/// <summary>Where somebody signs in.</summary>
public enum SignInPlace
{
    /// <summary>A municipality's own host: its members, and service staff who serve it.</summary>
    Tenant,

    /// <summary>Staff of the platform, over all tenants they serve.</summary>
    Desk,

    /// <summary>Operators.</summary>
    Console,
}

/// <summary>Decides what a sign-in comes to. What it tells somebody who does not know the password is one and the same.</summary>
public static class SignInRules
{
    /// <param name="who"><c>null</c>: nobody here has the address.</param>
    /// <param name="hasCode">A second factor was sent along; whether it is right is seen when it is used up.</param>
    /// <returns><c>null</c>: let in.</returns>
    public static SignInRefused? Refusal(SignInCandidate? who, bool passwordIsRight, bool hasCode, SignInPlace place)
    {
        if (who is null || !passwordIsRight || !who.Here.Exists || !Belongs(who.Here.Role, place))
            return new(SignInErrors.InvalidCredentials, SignInRefusal.UnknownOrWrong);
        if (!who.IsActive)
            return new(SignInErrors.MembershipSuspended, SignInRefusal.Suspended);
        return who.HasSecondFactor && !hasCode ? new(SignInErrors.SecondFactorRequired, null) : null;
    }

    private static bool Belongs(Role role, SignInPlace place) => place switch
    {
        SignInPlace.Console => role is Role.Operator,
        SignInPlace.Desk => role is Role.Agent or Role.Manager or Role.Admin,
        _ => true,
    };
}

/// <param name="Recorded">What the history says of it; <c>null</c>: nothing went wrong, something is still to come.</param>
public sealed record SignInRefused(Error Error, SignInRefusal? Recorded);
