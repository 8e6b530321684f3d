using Helpdesk.Domain.Tenants;

namespace Helpdesk.Domain.Mail;

/// <summary>
/// While a municipality is suspended or deleted, its host refuses whoever would follow a link, or knows nobody: its mails wait. Those that
/// wait for longer than they live are given up, so that nobody gets a heap of old ones when it goes on.
/// </summary>
public static class MailRest
{
    /// <summary>How soon it is looked whether the municipality goes on.</summary>
    public static readonly Duration Pause = Duration.FromMinutes(5);

    /// <param name="tenant"><c>null</c>: it is not known, as the platform's own; nothing rests.</param>
    public static bool Holds(Tenant? tenant) => tenant is { Status: not TenantStatus.Active };

    /// <summary>What becomes of a mail whose time has come meanwhile. Not a try: none is used up.</summary>
    public static OutgoingMail After(OutgoingMail mail, Instant now) => mail.IsTooLate(now)
        ? mail.Drop(MailReason.TenantRests) : mail with { NextAt = now + Pause, Reason = MailReason.TenantRests };

    /// <summary>When to look again at something to tell whose mail would go now; <c>null</c>: it is mailed no more.</summary>
    /// <param name="told">When it could be told.</param>
    public static Instant? NextLook(Instant told, Instant now) => now - told > MailRetries.Longest ? null : now + Pause;
}
