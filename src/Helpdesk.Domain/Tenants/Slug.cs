using System.Collections.Frozen;

namespace Helpdesk.Domain.Tenants;

/// <summary>The outward name of a tenant and its subdomain: 3 to 40 lower-case letters, digits and hyphens. Never reused.</summary>
public static class Slug
{
    private static readonly FrozenSet<string> Reserved = new[]
    {
        "desk", "console", "platform", "www", "api", "ops", "admin", "root", "localhost", "local", "app", "apps", "auth", "login",
            "logout", "signin",
        "signup", "register", "account", "accounts", "mail", "email", "smtp", "imap", "pop", "mx", "ns1", "ns2", "dns", "ftp",
        "ssh", "vpn", "cdn",
        "static", "assets", "media", "files", "uploads", "download", "downloads", "blog", "docs", "help", "support", "status",
        "health", "metrics",
        "monitoring", "dashboard", "grafana", "internal", "intranet", "test", "staging", "demo", "dev", "prod", "billing",
        "security", "abuse",
        "postmaster", "hostmaster", "webmaster", "noreply", "no-reply", "autoconfig", "autodiscover", "wpad", "isatap",
        "broadcasthost", "helpdesk",
        // What browsers, mail servers and devices ask by themselves for under a domain, and what people expect to be the platform's.
        "mta-sts", "openpgpkey", "sso", "oauth", "oauth2", "openid", "oidc", "idp", "saml", "identity", "webmail", "mailserver",
        "imaps", "smtps", "pop3", "mail1", "mail2", "mx1", "mx2", "relay", "newsletter", "bounce", "bounces", "caldav", "carddav",
        "webdav", "xmpp", "jabber", "sip", "lyncdiscover", "enterpriseregistration", "enterpriseenrollment", "msoid", "ldap",
        "acme", "acme-challenge", "well-known", "dmarc", "dkim", "bimi", "ns3", "ns4", "ntp", "proxy", "gateway", "cpanel", "whm",
        "webdisk", "ftps", "sftp", "git", "backup", "database", "db1", "postgres", "kibana", "prometheus", "sentry", "alerts",
        "www1", "www2", "www3", "live", "webhooks", "hooks", "events", "tls", "ssl", "pki", "ocsp", "crl", "certs",
        "smtpin", "smtpout", "smtprelay", "submission", "mailin", "mailout", "mailgate", "mailgateway", "mailrelay", "mailhost", "owa",
        "exchange", "remote", "rdp",
    }.Select(Essence).ToFrozenSet(StringComparer.Ordinal);

    public static FieldError? Fault(string? slug, string pointer)
    {
        if (slug is not { Length: >= 3 and <= 40 })
            return FieldCode.Length.At(pointer, "Muss 3 bis 40 Zeichen haben.", "Must have 3 to 40 characters.");
        if (!slug.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'))
            return FieldCode.Format.At(pointer,
                "Muss aus kleinen Buchstaben a bis z, Ziffern und Bindestrichen bestehen.",
                "Must consist of lower-case letters a to z, digits and hyphens.");
        // Two hyphens in third place mark encoded international names; they could look like another tenant's.
        if (slug[0] == '-' || slug[^1] == '-' || slug.AsSpan(2).StartsWith("--"))
            return FieldCode.Format.At(pointer,
                "Darf nicht mit einem Bindestrich beginnen oder enden und an dritter Stelle keine zwei haben.",
                "Must not begin or end with a hyphen, nor have two hyphens in third place.");

        return Reserved.Contains(Essence(slug)) ? FieldCode.Reserved.At(pointer) : null;
    }

    // "smtp", "smtp1" and "smtp-02" are one name to whoever reads them, and machines are numbered like that. No municipality's name becomes
    // one of these by leaving out hyphens and numbers.
    private static string Essence(string slug) => slug.Replace("-", "").TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
}
