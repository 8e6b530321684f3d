using Helpdesk.Api.Attachments;
using Helpdesk.Api.Demo;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Hosting;
using Helpdesk.Api.Live;
using Helpdesk.Api.Notifications;
using Helpdesk.Api.People;
using Helpdesk.Api.RateLimits;
using Helpdesk.Api.Reports;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.SignIn.OpenId;
using Helpdesk.Api.Tenancy;
using Helpdesk.Api.Tenants;
using Helpdesk.Api.Tickets;
using Helpdesk.Api.Web;
using Helpdesk.Hosting;
using Helpdesk.Hosting.Mail;
using Helpdesk.Hosting.Search;
using Helpdesk.Postgres;

namespace Helpdesk.Api;

/// <summary>What the api is made of, but for the engine: it works the same whether grains run in this process or elsewhere.</summary>
internal static class Composition
{
    public static WebApplicationBuilder AddHelpdesk(this WebApplicationBuilder builder)
    {
        builder.AddLoggingDefaults();
        builder.Services.AddHostedService<StartChecks>();
        builder.AddHelpdeskDatabase();
        builder.Services.AddStores();
        builder.AddHttp();
        builder.Services.AddOpenApiDocument();
        builder.AddTenancy();
        builder.AddAccounts();
        builder.AddSignIn();
        builder.AddPeople();
        builder.AddLinks();
        builder.AddRateLimits();
        builder.AddTickets();
        builder.AddAttachmentIntake();
        builder.AddSearchEngine();
        builder.AddLive();
        builder.Services.AddSingleton<ReportReading>().AddSingleton<Unsubscribing>().AddSingleton<ReadableTexts>();
        builder.AddFlags();
        builder.AddDemo();
        return builder;
    }

    public static WebApplication UseHelpdesk(this WebApplication app)
    {
        app.UseTrustedProxies();
        app.UseHttp();
        app.UseWeb();
        app.UseDocsPage();
        app.UseTenancy();
        app.UseCredentials();
        app.UseRateLimits();
        app.UseDemands();
        app.UseLicence();
        app.UseDeclaredQueries();
        app.UseOpenId();
        app.MapHelpdesk();
        return app;
    }
}
