using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;

namespace Helpdesk.Domain.SignIn;

/// <summary>
/// Whether a link from a mail is good, and if not, what whoever followed it is told. A link dies with its reason: when what it is for has
/// happened, by this link or another, when password or address changed, when the person is suspended or gone.
/// </summary>
public static class LinkRules
{
    /// <param name="link"><c>null</c>: there never was one, or not for this.</param>
    /// <returns><c>null</c>: good.</returns>
    public static Error? Refusal(SentLink? link, Instant now)
    {
        if (link is null)
            return PeopleErrors.LinkVoid;
        if (link is { Purpose: LinkPurpose.AcceptInvitation, Here: MembershipStatus.Active, IsOfPresentAddress: true })
            return PeopleErrors.InvitationAccepted;
        if (link.UsedAt is null && now < link.ExpiresAt && link.SentAt >= link.ValidFrom && HasReason(link))
            return null;
        return link.NewerSentAt is { } newer && newer > link.SentAt ? PeopleErrors.LinkReplaced(newer) : PeopleErrors.LinkVoid;
    }

    private static bool HasReason(SentLink link) => link.Purpose switch
    {
        LinkPurpose.ConfirmRegistration => link.Here is null or MembershipStatus.Ended,
        LinkPurpose.AcceptInvitation => link.Here is MembershipStatus.Invited,
        LinkPurpose.ResetPassword => link is { Here: MembershipStatus.Active, AtHome: MembershipStatus.Active, IsOfPresentAddress: true },
        _ => link is { Here: MembershipStatus.Active, AtHome: MembershipStatus.Active },
    };
}

/// <summary>A link as it was sent, and what has become of its person since.</summary>
public sealed record SentLink
{
    public required LinkPurpose Purpose { get; init; }
    public required Instant SentAt { get; init; }

    /// <summary>Exclusive.</summary>
    public required Instant ExpiresAt { get; init; }

    /// <summary>When one of its purpose was used, this or another; <c>null</c>: none was.</summary>
    public required Instant? UsedAt { get; init; }

    /// <summary>What was sent to the account before is over.</summary>
    public required Instant ValidFrom { get; init; }

    /// <summary>When the newest one was sent that is still good; <c>null</c>: there is none.</summary>
    public required Instant? NewerSentAt { get; init; }

    /// <summary>How the person's membership stands where the link was asked for; <c>null</c>: there is no account yet.</summary>
    public required MembershipStatus? Here { get; init; }

    public required MembershipStatus? AtHome { get; init; }

    /// <summary>It was sent to the address that the account has now.</summary>
    public required bool IsOfPresentAddress { get; init; }
}
