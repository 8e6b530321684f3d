using Helpdesk.Postgres.Engine;
using Orleans.Configuration;

namespace Helpdesk.Hosting.Cluster;

/// <summary>What the engine keeps in PostgreSQL.</summary>
internal static class GrainDatabase
{
    /// <summary>The ADO.NET provider's name, by which the packages know the dialect.</summary>
    public const string Provider = "Npgsql";

    /// <summary>Whose reminders and documents. Stays for ever: under another name none of them would be found.</summary>
    public const string Service = "helpdesk";

    /// <summary>
    /// Calls that may wait at one grain. One more is refused at once, before memory and patience run out. With the limits of the api
    /// (requests of one tenant at once, requests per second) this bounds what waits. Load is not shed by processor or memory: a machine
    /// that is at 95 % serves people well, and right after a silo is lost, when the others do its work, it would refuse those who could be
    /// answered.
    /// </summary>
    private const int MostWaitingCalls = 1_000;

    public static ISiloBuilder UseHelpdeskDatabase(this ISiloBuilder silo) => silo
        .Configure<ClusterOptions>(cluster => cluster.ServiceId = Service)
        .Configure<SiloMessagingOptions>(messaging =>
        {
            messaging.MaxEnqueuedRequestsHardLimit = MostWaitingCalls;
            messaging.MaxEnqueuedRequestsHardLimit_StatelessWorker = MostWaitingCalls;
        })
        .UseAdoNetClustering(options => options.Configure<EngineDatabase>(static (clustering, database) =>
        {
            clustering.Invariant = Provider;
            clustering.DataSource = database.Source;
        }))
        .UseAdoNetReminderService(options => options.Configure<EngineDatabase>(static (reminders, database) =>
        {
            reminders.Invariant = Provider;
            reminders.DataSource = database.Source;
        }))
        .UseSystemTextJsonGrainStorageSerializer()
        .AddAdoNetGrainStorageAsDefault(options => options.Configure<EngineDatabase>(static (storage, database) =>
        {
            storage.Invariant = Provider;
            storage.DataSource = database.Source;
        }));
}
