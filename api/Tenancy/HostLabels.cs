namespace Helpdesk.Api.Tenancy;

/// <summary>Names of hosts below the platform's own domain.</summary>
internal static class HostLabels
{
    /// <returns>The one label before the domain, in lower case; <c>null</c>: another host.</returns>
    public static string? Of(string host, string domain)
    {
        var length = host.Length - domain.Length - 1;
        return length is > 0 and <= 63 && host[length] == '.'
            && host.EndsWith(domain, StringComparison.OrdinalIgnoreCase) && host.IndexOf('.') == length
            ? host[..length].ToLowerInvariant()
            : null;
    }
}
