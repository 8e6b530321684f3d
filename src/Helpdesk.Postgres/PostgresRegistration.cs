using Helpdesk.Postgres.Attachments;
using Helpdesk.Postgres.Audit;
using Helpdesk.Postgres.Categories;
using Helpdesk.Postgres.Clocks;
using Helpdesk.Postgres.Due;
using Helpdesk.Postgres.FeatureFlags;
using Helpdesk.Postgres.Live;
using Helpdesk.Postgres.Mail;
using Helpdesk.Postgres.Notifications;
using Helpdesk.Postgres.People;
using Helpdesk.Postgres.Programs;
using Helpdesk.Postgres.Push;
using Helpdesk.Postgres.Reports;
using Helpdesk.Postgres.Sealing;
using Helpdesk.Postgres.Search;
using Helpdesk.Postgres.SignIn;
using Helpdesk.Postgres.Sla;
using Helpdesk.Postgres.Staff;
using Helpdesk.Postgres.Templates;
using Helpdesk.Postgres.Tenants;
using Helpdesk.Postgres.TextModules;
using Helpdesk.Postgres.Tickets;
using Helpdesk.Postgres.Webhooks;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Postgres;

/// <summary>The domain's ports on PostgreSQL, capability by capability. Needs <see cref="Database"/>.</summary>
public static class PostgresRegistration
{
    /// <summary>All but who gets in: see <see cref="AddAccounts"/>.</summary>
    public static IServiceCollection AddStores(this IServiceCollection services)
    {
        return services.AddClock().AddFeed().AddDue().AddAudit().AddTickets().AddTenants().AddStaff().AddNotifications().AddSla()
            .AddCategories().AddReports()
            .AddFeatureFlags().AddTemplates().AddWebhooks().AddPush().AddAttachments().AddSearch().AddLive().AddTextModules();
    }

    /// <summary>
    /// Accounts, memberships, sessions and keys. A host refuses to start with a master key that does not open what is sealed in the
    /// database; call it after <see cref="DatabaseRegistration.AddHelpdeskDatabase"/>, so that the database is open by then.
    /// </summary>
    public static IHostApplicationBuilder AddAccounts(this IHostApplicationBuilder builder)
    {
        builder.Services.AddClock();
        builder.AddSeals().Services.AddPeople().AddSignIn().AddPrograms().AddMail();
        return builder;
    }

    /// <summary>For commands, which start no hosted services: from now on the time is the database's.</summary>
    /// <exception cref="StorageException">It does not answer.</exception>
    public static async Task CompareClock(this IServiceProvider services, CancellationToken cancellation)
    {
        if (services.GetRequiredService<TimeProvider>() is PlatformClock clock)
            clock.Set(await services.GetRequiredService<DatabaseTime>().Read(clock.Machine, cancellation));
    }

    /// <summary>For commands, which start no hosted services: what a host checks when it starts.</summary>
    /// <exception cref="StartupRefusedException">The master key does not open what is sealed in the database.</exception>
    public static Task RequireMasterKey(this IServiceProvider services, CancellationToken cancellation) =>
        services.GetRequiredService<MasterKeyCheck>().Require(cancellation);
}
