namespace Helpdesk.Domain.Programs;

/// <summary>
/// What a program may know of the person who signs in through it (OpenID Connect Core 5.4). What it may do: <see cref="ApiScopes"/>.
/// </summary>
public static class PersonScopes
{
    public const string OpenId = "openid";
    public const string Profile = "profile";
    public const string Email = "email";

    /// <summary>To go on acting while the person is away: a refresh token.</summary>
    public const string OfflineAccess = "offline_access";

    public static IReadOnlyList<string> All { get; } = [OpenId, Profile, Email, OfflineAccess];
}
