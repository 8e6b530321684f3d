using System.Net;

namespace Helpdesk.Domain;

/// <summary>A web address that somebody wrote down for the platform to call.</summary>
public static class OutboundAddress
{
    /// <summary>Ports on which it may be called.</summary>
    public static readonly IReadOnlyList<int> Ports = [443, 8443];

    /// <summary>
    /// What is wrong with it. What a name leads to is looked at when something is sent: today's answer says nothing of tomorrow's.
    /// </summary>
    /// <returns><c>null</c>: nothing.</returns>
    public static FieldCode? Fault(string url, IOutboundTargets targets)
    {
        if (url.Any(character => character is <= ' ' or > '~') || !Uri.TryCreate(url, UriKind.Absolute, out var parsed)
            || parsed.UserInfo.Length > 0 || url.Contains('#', StringComparison.Ordinal) || url.Contains('\\', StringComparison.Ordinal)
            || parsed.Scheme is not ("https" or "http") || Uri.CheckHostName(parsed.DnsSafeHost) is UriHostNameType.Unknown)
            return FieldCode.NotAWebAddress;
        if (IPAddress.TryParse(parsed.DnsSafeHost, out var address) && !targets.Allow(address))
            return FieldCode.ForbiddenTarget;
        if (targets.AnyPort)
            return null;
        return parsed.Scheme != "https" ? FieldCode.Unencrypted : Ports.Contains(parsed.Port) ? null : FieldCode.ForbiddenPort;
    }
}
