using Helpdesk.Api.Attachments;
using Helpdesk.Api.Audit;
using Helpdesk.Api.Categories;
using Helpdesk.Api.Demo;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Feed;
using Helpdesk.Api.Health;
using Helpdesk.Api.Hosting;
using Helpdesk.Api.Live;
using Helpdesk.Api.Mail;
using Helpdesk.Api.Markup;
using Helpdesk.Api.Notifications;
using Helpdesk.Api.People;
using Helpdesk.Api.Programs;
using Helpdesk.Api.Push;
using Helpdesk.Api.Reports;
using Helpdesk.Api.Search;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.SignIn.Passkeys;
using Helpdesk.Api.Sla;
using Helpdesk.Api.Staff;
using Helpdesk.Api.Templates;
using Helpdesk.Api.Tenancy;
using Helpdesk.Api.Tenants;
using Helpdesk.Api.TextModules;
using Helpdesk.Api.Tickets;
using Helpdesk.Api.Webhooks;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api;

/// <summary>Every address of the API, by host and capability.</summary>
internal static class Endpoints
{
    public static void MapHelpdesk(this WebApplication app)
    {
        app.MapHealth();
        app.MapProblemPages();
        app.MapOpenApiDocument();
        var api = app.MapGroup("/api/v1");

        // A tenant's own host.
        var tenant = api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant));
        MapTenantScoped(tenant);
        tenant.MapSatisfactionLinks();
        app.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant)).MapSatisfactionPage();

        // The same at the reserved hosts, where the path names the tenant.
        var named = api.MapGroup($"/tenants/{{{TenancyMiddleware.PathTenant}}}")
            .WithMetadata(new OnHosts(HostKind.Desk, HostKind.Console)).NamingTenantInPath();
        var consented = named.MapGroup("").WithMetadata(new NeedsProviderAccess());
        MapTenantScoped(consented);

        // One address for two lists: a tenant's own tickets, and at the desk those of all tenants that the agent serves.
        MapTicketLists(api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Desk)));
        MapTicketLists(consented);

        // Operators are told of the platform's own flags.
        api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Console)).MapNotifications();
        consented.MapNotifications();
        api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Desk, HostKind.Console)).MapNotifiedTickets();
        consented.MapNotifiedTickets();

        api.MapAppearance();
        app.MapTheme();
        app.MapWebManifest();
        app.MapDemoAccounts(api);
        tenant.MapOwnAppearance().MapTexts().MapFeedback();

        var console = api.MapGroup("").WithMetadata(new OnHosts(HostKind.Console)).RequireOperator();
        console.MapTenants();
        console.MapTemplates();
        console.MapLicences().MapSettings().MapProviderAccess();
        tenant.MapMailServer().MapDkim().MapMailTemplates().MapBlockedAddresses();
        tenant.MapWebhooks().MapOwnLicence().MapOwnSettings().MapOwnProviderAccess().MapOwnDomains();

        api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Console)).MapAudit();
        api.MapGroup($"/tenants/{{{TenancyMiddleware.PathTenant}}}").WithMetadata(new OnHosts(HostKind.Desk))
            .NamingTenantInPath().MapAudit();

        api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Console)).MapParkedItems().MapOutbox();

        MapAccess(api);
        api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Console)).MapUsers();
        named.MapUsers().MapServing();

        // Each host has a set of flags of its own; programs ask at a tenant's.
        MapFlags(api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Console)));
        MapFlags(named);
        app.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant)).RequireMember()
            .AllowKeys(ApiScopes.FlagsEvaluate, ApiScopes.FlagsEvaluate).EvenExpired().MapOfrep();
        app.MapDiscovery();
        var pages = app.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant));
        pages.MapAuthorizePages();
        pages.MapSignOutPages();
        var everywhere = app.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Desk, HostKind.Console));
        everywhere.MapPasswordPages();
        everywhere.MapUnsubscribe();
        app.MapClusterDashboard();
        app.RequireDemands();
    }

    // What exists at every host that somebody can sign in at.
    private static void MapAccess(RouteGroupBuilder api)
    {
        var always = api.MapGroup("").EvenExpired();
        always.MapSignIn();
        always.MapPasswords();
        always.MapJoining();
        always.MapSecondFactor();
        always.MapPasskeys();
        always.MapAccount();
        always.MapViewPreferences();
        always.MapPush();
        api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant, HostKind.Console)).MapApiKeys();
        var tenant = api.MapGroup("").WithMetadata(new OnHosts(HostKind.Tenant));
        tenant.MapApiClients();
        tenant.MapGroup("").EvenExpired().MapOpenId();
    }

    private static void MapTenantScoped(RouteGroupBuilder tenant)
    {
        var tickets = tenant.MapGroup("").RequireMember().AllowKeys(ApiScopes.TicketsRead, ApiScopes.TicketsWrite).ByNumberToo();
        tickets.MapTickets();
        tickets.MapComments();
        tickets.MapDrafts();
        tickets.MapScheduled();
        tickets.MapTicketSla();
        tickets.MapSatisfaction();
        tickets.MapTicketAttachments();
        tickets.MapAttachments();
        tickets.MapUploadSessions();
        tickets.MapPresence();
        tickets.MapTicketReads();
        tickets.MapTicketMutes();
        tenant.MapSla();
        tenant.MapCategories().MapMarkup();
        tenant.MapReports();
        tenant.MapGroup("").ByNumberToo().MapTextModules();
        tenant.MapStaff().MapTicketStaff().MapTicketMails();
    }

    private static void MapTicketLists(RouteGroupBuilder group)
    {
        group.MapGroup("").RequireMember().AllowKeys(ApiScopes.TicketsRead, ApiScopes.TicketsWrite).MapTicketList()
            .MapTicketFacets().MapBulk().MapSearch();
        group.MapEvents();
        group.MapViews();
        group.MapPresenceList();
    }

    private static void MapFlags(RouteGroupBuilder group) =>
        group.MapGroup("").RequireStaff().AllowKeys(ApiScopes.FlagsRead, write: null).MapFlags();
}
