using System.Globalization;
using Helpdesk.Api;
using Helpdesk.Api.Hosting;
using Helpdesk.Api.People;
using Helpdesk.Api.Search;
using Helpdesk.Hosting;
using Helpdesk.Hosting.Cluster;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Audit;

// With too few descriptors the parts of the program cannot be loaded, and what then fails tells nobody why.
if (OpenFiles.TooFew(OpenFiles.Limit()) is { } tooFew)
{
    await Console.Error.WriteLineAsync(tooFew);
    return 1;
}

if ((await DatabaseCommands.TryRunAsync(args, Console.Out, Console.Error)
    ?? await AuditCommands.TryRunAsync(args, Console.Out, Console.Error)
    ?? await SearchCommand.TryRunAsync(args, Console.Out, Console.Error)
    ?? await OperatorCommand.TryRunAsync(args, Console.Out, Console.Error)) is { } exitCode)
    return exitCode;

// What this process writes must not depend on the language of the machine; people's languages are chosen per text.
CultureInfo.DefaultThreadCurrentCulture =
    CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;

var builder = WebApplication.CreateBuilder(args);
builder.AddHelpdesk();
builder.AddEngine();

var app = builder.Build();
app.UseHelpdesk();
return await app.RunToExitCodeAsync(Console.Error, HelpdeskCluster.Refusal);
