using NodaTime;

namespace Helpdesk.Domain.Access;

/// <summary>What a link in a mail is good for.</summary>
public enum LinkPurpose
{
    ResetPassword,
    AcceptInvitation,
    ConfirmRegistration,
    ConfirmEmail,
}

/// <summary>A link that proves an address: 256 random bits of which only a hash is kept, good once.</summary>
public static class MailedLink
{
    /// <summary>Of the random part, in bytes.</summary>
    public const int TokenLength = 32;

    public static Duration Lifetime(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.ResetPassword => Duration.FromMinutes(60),
        LinkPurpose.AcceptInvitation => Duration.FromDays(7),
        _ => Duration.FromHours(24),
    };
}
