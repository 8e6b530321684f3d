using System.Data.Common;

namespace Helpdesk.Postgres.Engine;

/// <summary>
/// The connections of Orleans (membership, reminders, documents; role <c>helpdesk_app</c>): a pool apart, so that requests that use up
/// theirs do not stop its heartbeat.
/// </summary>
public sealed class EngineDatabase : IAsyncDisposable
{
    private readonly LateSource source;

    public EngineDatabase(Database database, IOptions<DatabaseOptions> options)
    {
        source = new(() => Connection.Source(
            options.Value.Application ?? database.Connections.Application, DatabaseRoles.Application, options.Value.EnginePool,
            options.Value));
        database.WhenForgetting(source.Forget);
    }

    public DbDataSource Source => source;

    public ValueTask DisposeAsync() => source.DisposeAsync();

    /// <summary>
    /// Orleans wants its data source while the host is put together, when a private server does not run yet; it connects only later.
    /// </summary>
    private sealed class LateSource(Func<NpgsqlDataSource> make) : DbDataSource
    {
        private readonly Lazy<NpgsqlDataSource> made = new(make);

        public override string ConnectionString => made.Value.ConnectionString;

        public void Forget()
        {
            if (made.IsValueCreated)
                made.Value.Clear();
        }

        protected override DbConnection CreateDbConnection() => made.Value.CreateConnection();

        protected override async ValueTask DisposeAsyncCore()
        {
            if (made.IsValueCreated)
                await made.Value.DisposeAsync();
        }
    }
}
