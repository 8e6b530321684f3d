using System.Collections.Frozen;

namespace Helpdesk.Domain.Tenants;

/// <summary>
/// Names that no new municipality gets: under them people and programs look for the platform. Who has one from before keeps it.
/// </summary>
internal static class ReservedSlugs
{
    private static readonly FrozenSet<string> Names = new[]
    {
        // The platform itself, and machines.
        "desk", "console", "platform", "www", "api", "ops", "admin", "root", "localhost", "local", "app", "apps", "auth", "login",
        "logout", "signin", "signup", "register", "account", "accounts", "mail", "email", "smtp", "imap", "pop", "mx", "ns1", "dns",
        "ftp", "ssh", "vpn", "cdn", "static", "assets", "media", "files", "uploads", "download", "downloads", "blog", "docs", "help",
        "support", "status", "health", "metrics", "monitoring", "dashboard", "grafana", "internal", "intranet", "test", "staging", "demo",
        "dev", "prod", "billing", "security", "abuse", "postmaster", "hostmaster", "webmaster", "noreply", "autoconfig", "autodiscover",
        "wpad", "isatap", "broadcasthost", "helpdesk",
        // What browsers, mail servers and devices ask by themselves for under a domain, and what people expect to be the platform's.
        "mta-sts", "openpgpkey", "sso", "oauth", "openid", "oidc", "idp", "saml", "identity", "webmail", "mailserver", "imaps", "smtps",
        "relay", "newsletter", "bounce", "bounces", "caldav", "carddav", "webdav", "xmpp", "jabber", "sip", "lyncdiscover",
        "enterpriseregistration", "enterpriseenrollment", "msoid", "ldap", "acme", "acme-challenge", "well-known", "dmarc", "dkim",
        "bimi", "ntp", "proxy", "gateway", "cpanel", "whm", "webdisk", "ftps", "sftp", "git", "backup", "database", "db1", "postgres",
        "kibana", "prometheus", "sentry", "alerts", "live", "webhooks", "hooks", "events", "tls", "ssl", "pki", "ocsp", "crl", "certs",
        "smtpin", "smtpout", "smtprelay", "submission", "mailin", "mailout", "mailgate", "mailgateway", "mailrelay", "mailhost", "owa",
        "exchange", "remote", "rdp",
        // The same in German, and what people take for the place to ask at.
        "hilfe", "kontakt", "contact", "portal", "portale", "serviceportal", "buergerportal", "service", "services", "servicedesk",
        "kundendienst", "kundenservice", "kundenportal", "kunden", "anmelden", "anmeldung", "abmelden", "registrieren", "registrierung",
        "konto", "konten", "benutzer", "passwort", "password", "kennwort", "verwaltung", "administration", "administrator", "sicherheit",
        "datenschutz", "privacy", "impressum", "imprint", "legal", "rechtliches", "agb", "terms", "nutzungsbedingungen",
        "barrierefreiheit", "accessibility", "stoerung", "stoerungen", "stoerungsmelder", "wartung", "maintenance", "notfall",
        "emergency", "rechnung", "rechnungen", "invoice", "payment", "bezahlen", "zahlung", "shop", "store", "vertrieb", "sales",
        "partner", "partners", "presse", "press", "news", "aktuelles", "neuigkeiten", "about", "jobs", "karriere", "careers", "info",
        "feedback", "umfrage", "dokumentation", "documentation", "anleitung", "handbuch", "wiki", "faq", "forum", "community", "akademie",
        "academy", "schulung", "training", "beispiel", "example", "betrieb", "betreiber", "operator", "operators", "operations",
        "konsole", "leitstand", "mandant", "mandanten", "tenant", "tenants", "ticket", "tickets", "ticketsystem", "mein", "home", "start",
        "startseite", "main", "index", "default", "official", "offiziell", "system", "systems", "server", "host", "node", "cluster",
        "user", "users", "guest", "gast", "public", "private", "secure", "trust", "verify", "verification", "bestaetigung", "update",
        "updates", "release", "releases", "beta", "alpha", "canary", "sandbox", "preview", "vorschau", "intern", "extern", "extranet",
        "null", "undefined",
        // Names that RFC 2142 keeps for the domain's keeper, and those who see to mail, certificates and attacks.
        "marketing", "noc", "trouble", "usenet", "uucp", "mailerdaemon", "ssladmin", "ssladministrator", "sslwebmaster", "sysadmin",
        "csirt", "cert", "psirt", "soc", "dpo", "caa", "tlsrpt", "arc", "spf", "dnssec", "whois", "rdap", "security-txt", "bugbounty",
        "phishing", "spam", "antispam", "quarantine", "quarantaene",
        // Mail, calendars, telephony and devices as they are set up by themselves.
        "dav", "calendar", "kalender", "cal", "contacts", "kontakte", "addressbook", "adressbuch", "freebusy", "activesync", "eas", "ews",
        "mapi", "jmap", "managesieve", "sieve", "smtpsubmission", "submissions", "postfach", "maildrop", "outbound", "inbound", "mailer",
        "listserv", "lists", "liste", "listen", "mailman", "unsubscribe", "abmeldung", "tracking", "track", "click", "links",
        "sipexternal", "sipinternal", "lync", "teams", "meet", "meeting", "turn", "stun", "matrix", "mqtt", "provisioning", "mdm", "wsus",
        "kms", "kerberos", "adfs", "sts", "fs", "radius", "gc", "dc", "domaincontroller", "router", "fritz", "printer", "wlan", "wifi",
        "hotspot", "captive", "localdomain", "invalid", "onion", "arpa", "apex", "wildcard", "origin", "edge", "waf", "firewall",
        "loadbalancer", "ingress", "registry", "docker", "kubernetes", "vault", "jenkins", "gitlab", "github", "loki", "tempo", "jaeger",
        "otel", "telemetry", "logs", "log", "tracing", "statistik", "stats", "analytics", "search", "suche", "graphql", "rest", "rpc",
        "grpc", "websocket", "push", "pull", "callback", "redirect", "return", "img", "images", "bilder", "fonts", "css", "js", "script",
        "scripts", "content", "upload", "anhang", "attachments", "storage", "speicher", "archiv", "archive", "cache", "queue", "cron",
        "worker", "silo", "orleans",
    }.Select(Essence).ToFrozenSet(StringComparer.Ordinal);

    public static bool Include(string slug) => Names.Contains(Essence(slug));

    // "smtp", "smtp1" and "smtp-02" are one name to whoever reads them, and machines are numbered like that. No municipality's name becomes
    // one of these by leaving out hyphens and numbers.
    private static string Essence(string slug) => slug.Replace("-", "").TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
}
