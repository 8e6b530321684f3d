namespace Helpdesk.Domain.Attachments;

/// <summary>Looks for malware.</summary>
public interface IVirusScanner
{
    /// <summary><c>false</c>: there is none, and files are <see cref="ScanState.Unchecked"/>.</summary>
    bool IsThere { get; }

    /// <exception cref="ScannerUnavailableException">It cannot be reached, or does not say.</exception>
    Task<ScanVerdict> Scan(Stream content, CancellationToken cancellation);
}

/// <param name="State">Clean, infected or, where the scanner does not take it, unchecked.</param>
/// <param name="Finding">What was found, or why it was not looked at; <c>null</c>: nothing.</param>
public sealed record ScanVerdict(ScanState State, string? Finding);

public sealed class ScannerUnavailableException(string message, Exception? inner = null) : Exception(message, inner);
