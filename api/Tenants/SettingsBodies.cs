using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Attachments;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Api.Tenants;

/// <param name="Registration">Who may open an account by themselves.</param>
/// <param name="RegistrationDomains">Domains of e-mail addresses, in lower case and without @; read with `by_domain`.</param>
/// <param name="Languages">`de`, `en` or both, the default one first.</param>
/// <param name="Zone">
/// IANA name, such as Europe/Berlin. The days and months of these settings are counted in it: a day later is the same time of day at the
/// next date, also where clocks change.
/// </param>
/// <param name="State">The Land, such as BY.</param>
/// <param name="CmsVersion">Semantic version of the municipality's CMS installation.</param>
/// <param name="AutoCloseDays">A resolved ticket closes by itself after so many days of the tenant: 1 to 365; null: never.</param>
/// <param name="AfterResolution">
/// What a customer's comment does to a resolved ticket: `reopen` (default) takes it up again, `ask` makes it a request to reopen.
/// </param>
/// <param name="FollowUpAfterDays">
/// What a customer writes on a ticket that was closed at least so many days of the tenant ago is a new ticket, linked with the old one;
/// before, it is a request to reopen. What comes after goes into that new ticket, by its own rules. 0 to 365; default 14.
/// </param>
/// <param name="Branding">null: the platform's own colours.</param>
/// <param name="ProviderAccess">Whether operators of the platform may look into the tenant's data.</param>
/// <param name="StrictCategories">
/// Tickets take only categories and queues that are listed and not archived; otherwise any word. A team is always one of the list.
/// </param>
/// <param name="PerPersonReports">
/// Reports may show single people and groups of fewer than five. Only an admin of the tenant switches it on, and it is recorded.
/// </param>
/// <param name="SecondFactor">With `staff_required` agents, managers and admins who have no second factor can only set one up.</param>
/// <param name="Attachments">Which files are taken and given. Left out: the defaults.</param>
public sealed record SettingsDocument(
    [Required] RegistrationMode? Registration =
        null, IReadOnlyList<string>? RegistrationDomains = null, [Required] IReadOnlyList<string>? Languages = null,
    [Required] string? Zone = null, string? State = null, long? Inhabitants = null, string? CmsVersion = null, int? AutoCloseDays = null,
    BrandingDocument? Branding = null, BusinessDocument? Business =
        null, RetentionDocument? Retention = null, ProviderAccess? ProviderAccess = null,
    bool? StrictCategories = null, bool? PerPersonReports = null, SecondFactorPolicy? SecondFactor = null,
    AfterResolution? AfterResolution = null, int? FollowUpAfterDays = null, AttachmentsDocument? Attachments = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) => TenantSettingsRules.Faults(ToDomain());

    internal TenantSettings ToDomain() => new()
    {
        Registration = Registration ?? default,
        RegistrationDomains = [.. RegistrationDomains ?? []],
        Languages = [.. Languages ?? []],
        Zone = Zone ?? "",
        State = State,
        Inhabitants = Inhabitants,
        CmsVersion = CmsVersion,
        AutoCloseDays = AutoCloseDays,
        Branding = Branding is { } look ? new(look.Primary ?? "", look.OnPrimary ?? "", look.Accent, look.Logo) : null,
        Business = Business is { } business ? new(business.Address, business.Email, business.Phone, business.Website) : new(),
        Retention = Retention is { } keep ? new(keep.ClosedTicketMonths, keep.AuditMonths) : new(),
        ProviderAccess = ProviderAccess ?? Domain.Tenants.ProviderAccess.Allowed,
        StrictCategories = StrictCategories ?? false,
        PerPersonReports = PerPersonReports ?? false,
        SecondFactor = SecondFactor ?? SecondFactorPolicy.Optional,
        AfterResolution = AfterResolution ?? Domain.Tenants.AfterResolution.Reopen,
        FollowUpAfterDays = FollowUpAfterDays ?? new TenantSettings().FollowUpAfterDays,
        Attachments = Attachments?.ToDomain() ?? new(),
    };

    internal static SettingsDocument Of(TenantSettings settings)
    {
        var (look, business, keep) = (settings.Branding, settings.Business, settings.Retention);
        return new(
            settings.Registration, settings.RegistrationDomains, settings.Languages, settings.Zone, settings.State, settings.Inhabitants,
            settings.CmsVersion, settings.AutoCloseDays, look is null ? null : new(look.Primary, look.OnPrimary, look.Accent, look.Logo),
            new(business.Address, business.Email, business.Phone, business.Website), new(keep.ClosedTicketMonths, keep.AuditMonths),
            settings.ProviderAccess, settings.StrictCategories, settings.PerPersonReports, settings.SecondFactor,
            settings.AfterResolution, settings.FollowUpAfterDays, AttachmentsDocument.Of(settings.Attachments));
    }
}

/// <param name="Primary">Background of bars and buttons, as #rrggbb.</param>
/// <param name="OnPrimary">Text on it; contrast at least 4.5:1.</param>
/// <param name="Accent">Links on white; contrast at least 4.5:1.</param>
/// <param name="Logo">Path on the tenant's own host, or an https address.</param>
public sealed record BrandingDocument(
    [Required] string? Primary = null, [Required] string? OnPrimary = null, string? Accent = null, string? Logo = null);

/// <param name="Address">Several lines; at most 300 characters.</param>
public sealed record BusinessDocument(string? Address = null, string? Email = null, string? Phone = null, string? Website = null);

/// <param name="ClosedTicketMonths">
/// Kept, and without effect so far: closed tickets are not erased by themselves yet. Calendar months of the tenant after the closing; 1 to
/// 360, default 36.
/// </param>
/// <param name="AuditMonths">Calendar months of the tenant; whole days of it are kept or go. 12 to 360, default 120.</param>
public sealed record RetentionDocument(int ClosedTicketMonths = 36, int AuditMonths = 120);

/// <param name="MaxFileMegabytes">The largest file in MiB, 1 to 4096; null (default): as the operator allows, and never more than
/// that.</param>
/// <param name="RefusedKinds">Kinds of files that are not taken, by their content. Default: `program`.</param>
/// <param name="UncheckedDownloads">
/// Files that no virus scanner looked at may be downloaded by others than their uploader. Default: true.
/// </param>
public sealed record AttachmentsDocument(
    int? MaxFileMegabytes = null, IReadOnlyList<FileKind>? RefusedKinds = null, bool? UncheckedDownloads = null)
{
    internal AttachmentChoice ToDomain() => new()
    {
        MaxFileMegabytes = MaxFileMegabytes,
        RefusedKinds = RefusedKinds is { } refused ? [.. refused] : new AttachmentChoice().RefusedKinds,
        UncheckedDownloads = UncheckedDownloads ?? true,
    };

    internal static AttachmentsDocument Of(AttachmentChoice chosen) => new(
        chosen.MaxFileMegabytes, chosen.RefusedKinds, chosen.UncheckedDownloads);
}
