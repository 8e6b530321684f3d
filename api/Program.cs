using System.Globalization;
using Helpdesk.Api;
using Helpdesk.Api.Access;
using Helpdesk.Api.Demo;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.FeatureFlags;
using Helpdesk.Api.Hosting;
using Helpdesk.Api.Http;
using Helpdesk.Api.RateLimits;
using Helpdesk.Api.Reports;
using Helpdesk.Api.Tenants;
using Helpdesk.Api.Tickets;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Audit;

if ((await DatabaseCommands.TryRunAsync(args, Console.Out, Console.Error) ?? await AuditCommands.TryRunAsync(args, Console.Out, Console.Error)
    ?? await OperatorCommand.TryRunAsync(args, Console.Out, Console.Error)) is { } exitCode)
    return exitCode;

// What this process writes must not depend on the language of the machine; people's languages are chosen per text.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
builder.AddLoggingDefaults();
builder.Services.AddHostedService<StartChecks>();
builder.AddHelpdeskDatabase();
builder.Services.AddRecord();
builder.AddHttp();
builder.Services.AddOpenApiDocument();
builder.AddTenancy();
builder.AddAccess();
builder.AddRateLimits();
builder.AddTickets();
builder.Services.AddSingleton<ReportReading>();
builder.AddFlags();
builder.AddEngine();
builder.AddDemo();

var app = builder.Build();
app.UseTrustedProxies();
app.UseHttp();
app.UseDocsPage();
app.UseTenancy();
app.UseAuthentication();
app.UseRateLimiter();
app.UseAuthorization();
app.UseLicence();
app.UseDeclaredQueries();
app.MapHelpdesk();
return await app.RunToExitCodeAsync(Console.Error, EngineRegistration.Refusal);
