using Helpdesk.Hosting;
using Helpdesk.Hosting.Cluster;
using Helpdesk.Hosting.Health;
using Helpdesk.Postgres;

// With too few descriptors the parts of the program cannot be loaded, and what then fails tells nobody why.
if (OpenFiles.TooFew(OpenFiles.Limit()) is { } tooFew)
{
    await Console.Error.WriteLineAsync(tooFew);
    return 1;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddLoggingDefaults();
builder.AddSiloRecord();
builder.AddSilo();

var app = builder.Build();
app.MapSiloHealth();
return await app.RunToExitCodeAsync(Console.Error, HelpdeskCluster.Refusal);
