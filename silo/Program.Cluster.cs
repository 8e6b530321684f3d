using Helpdesk.Grains.Hosting;
using Helpdesk.Postgres;
using Helpdesk.Silo.Health;
using Helpdesk.Silo.Dns;
using Helpdesk.Silo.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.AddSiloRecord();
builder.Services.AddHelpdeskCluster();
builder.UseOrleans(silo => silo.UseHelpdeskDatabase().AskNameServers().JoinHelpdeskCluster().AddHelpdeskGrains());

// What runs when the process is asked to end gets this long; then an orchestrator would kill it.
builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(25));

var app = builder.Build();
app.MapHealth();
return await app.RunToExitCodeAsync(Console.Error, typeof(OrleansConfigurationException));
