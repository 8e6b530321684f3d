namespace Helpdesk.Domain.Tenants;

public static class TenantErrors
{
    public static readonly Error Unknown = new(ErrorKind.NotFound, "tenant-unknown", "There is no tenant at this host.");

    public static readonly Error NotFound = new(ErrorKind.NotFound, "not-found", "There is no such thing here.");

    public static readonly Error Suspended = new(
        ErrorKind.Forbidden, "tenant-suspended", "This tenant is suspended. Its data is kept; the operator can reactivate it.");

    public static readonly Error SlugTaken = new(
        ErrorKind.Conflict, "slug-taken", "This slug is in use or was used before. Slugs are never reused.");

    public static readonly Error NotActive = new(ErrorKind.Conflict, "tenant-not-active", "Only an active tenant can be suspended.");

    public static readonly Error NotSuspended = new(
        ErrorKind.Conflict, "tenant-not-suspended", "Only a suspended tenant can be reactivated.");

    public static readonly Error OperatorsOnly = new(ErrorKind.Forbidden, "operator-only", "Only an operator of the platform may do this.");

    public static readonly Error AdminsOnly = new(ErrorKind.Forbidden, "admin-only", "Only an admin may do this.");

    public static Error SeatLimit(int licensed) => new(
        ErrorKind.Conflict, "seat-limit",
        $"All {licensed} seats of the licence are taken. Suspend somebody, revoke an invitation or extend the licence.");

    public static readonly Error LicenceExpired = new(
        ErrorKind.Forbidden, "licence-expired", "The licence has expired: everything can be read and exported, nothing can be changed.");

    public static readonly Error TemplateExists = new(ErrorKind.Conflict, "template-exists", "There is a template of this key already.");

    public static readonly Error UnknownTemplate = Error.Invalid("/template", "unknown-template", "There is no template of this key.");

    public static readonly Error DomainRegistered = new(ErrorKind.Conflict, "domain-registered", "This host is registered already.");

    public static readonly Error TooManyDomains = new(
        ErrorKind.Conflict, "too-many-domains", $"A tenant has at most {OwnDomain.MostPerTenant} hosts of its own. Remove one first.");

    public static readonly Error DomainTaken = new(
        ErrorKind.Conflict, "domain-taken", "This host answers as another tenant, which has proven it.");

    public static Error DomainUnproven(OwnDomain domain) => new(
        ErrorKind.Conflict, "domain-unproven",
        $"There is no TXT record {domain.RecordName} with the text {domain.RecordText}. What was just written can take hours to be seen.");

    public static readonly Error DnsUnreachable = new(
        ErrorKind.Unavailable, "dns-unreachable", "No name server has answered. Try again later.");

    public static readonly Error ProviderAccessRefused = new(
        ErrorKind.Forbidden, "provider-access-refused", "This tenant lets no operators in. Its admins can change that in the settings.");

    public static readonly Error ProviderAccessRequired = new(
        ErrorKind.Forbidden, "provider-access-required",
        "Operators see what belongs to a tenant with its consent only: ask for provider access, with a reason.");

    public static readonly Error ProviderAccessOver = new(
        ErrorKind.Conflict, "provider-access-over", "This request or stay was decided or is over already.");

    public static readonly Error DeletionRequested = new(
        ErrorKind.Conflict, "tenant-deletion-requested", "Somebody has asked for the deletion of this tenant already.");

    public static readonly Error NoDeletion = new(
        ErrorKind.Conflict, "tenant-deletion-not-requested", "Nobody has asked for the deletion of this tenant.");

    public static readonly Error SamePerson = new(
        ErrorKind.Forbidden, "tenant-deletion-same-person", "Who asks for a deletion cannot confirm it. Ask another operator.");

    public static readonly Error NotDeleted = new(ErrorKind.Conflict, "tenant-not-deleted", "Only a deleted tenant can be restored.");

    public static readonly Error Erased = new(ErrorKind.Gone, "tenant-erased", "The time in which this tenant could be restored is over.");
}
