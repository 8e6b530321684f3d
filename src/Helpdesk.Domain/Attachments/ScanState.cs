namespace Helpdesk.Domain.Attachments;

/// <summary>What is known of a file's harmlessness.</summary>
public enum ScanState
{
    /// <summary>The scanner has not looked at it yet, or cannot be reached: it comes again.</summary>
    Pending,
    Clean,
    /// <summary>Kept under lock: nobody gets it.</summary>
    Infected,
    /// <summary>There is no scanner, or it takes no files of this size.</summary>
    Unchecked,
}

public static class Scans
{
    private static readonly Duration First = Duration.FromSeconds(15);
    private static readonly Duration Longest = Duration.FromMinutes(10);

    /// <summary>When a scan is tried again that did not come about: soon at first, at last every 10 minutes, for ever.</summary>
    /// <param name="attempts">How many did not come about, from 1.</param>
    public static Duration Pause(int attempts) => attempts > 6 ? Longest : Duration.Min(First * (1 << Math.Max(0, attempts - 1)), Longest);

    /// <summary>Whether it may be downloaded.</summary>
    /// <param name="isUploader">Who asks brought the file, and so does not get it from anybody else.</param>
    /// <returns><c>null</c>: yes.</returns>
    public static Error? Refusal(ScanState state, bool isUploader, bool uncheckedAllowed) => state switch
    {
        ScanState.Clean => null,
        ScanState.Infected => AttachmentErrors.Infected,
        ScanState.Pending => isUploader ? null : AttachmentErrors.NotScanned,
        ScanState.Unchecked => isUploader || uncheckedAllowed ? null : AttachmentErrors.Unchecked,
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, "There is no rule for this state."),
    };
}
