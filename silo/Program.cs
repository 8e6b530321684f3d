using Helpdesk.Hosting;
using Helpdesk.Hosting.Cluster;
using Helpdesk.Hosting.Health;
using Helpdesk.Postgres;

var builder = WebApplication.CreateBuilder(args);
builder.AddLoggingDefaults();
builder.AddSiloRecord();
builder.AddSilo();

var app = builder.Build();
app.MapSiloHealth();
return await app.RunToExitCodeAsync(Console.Error, HelpdeskCluster.Refusal);
