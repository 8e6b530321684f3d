namespace Helpdesk.Domain.Notifications;

/// <summary>
/// What is loaded as if it had happened before, such as the demo's history: people find it among their notifications, and no mail tells
/// them of it. Hundreds of mails would use up what <see cref="MailLimits"/> allow, and what really happens afterwards would wait.
/// </summary>
public static class LoadedHistory
{
    /// <summary>The origin of the demo's acts.</summary>
    public const string Demo = "demo";

    /// <param name="origin">Where an act came from.</param>
    public static bool Is(string? origin) => origin is Demo;
}
