namespace Helpdesk.Postgres.Sql;

/// <summary>
/// The connections of this program, a pool for each role. May be injected before the server runs: it is opened while the host starts,
/// before any other hosted service. While the database is silent (<see cref="Silence"/>) nobody gets a connection of <see cref="App"/> or
/// <see cref="Worker"/>.
/// </summary>
public sealed class Database : IAsyncDisposable
{
    private NpgsqlDataSource? app;
    private NpgsqlDataSource? worker;
    private NpgsqlDataSource? owner;
    private Action? forgetting;
    private int forgotten;
    private DatabaseConnections? connections;

    public Database() { }

    /// <summary>Opened at once.</summary>
    public Database(DatabaseConnections connections, DatabaseOptions options) => Open(connections, options);

    /// <summary>
    /// Serves requests. Tenant-scoped SQL goes through <see cref="ForTenant"/>, which sets the tenant; without one every row is hidden.
    /// </summary>
    /// <exception cref="StorageException">The database is silent.</exception>
    public NpgsqlDataSource App => Answering(app);

    /// <summary>Feed readers and sweepers, over all tenants.</summary>
    /// <exception cref="StorageException">The database is silent.</exception>
    public NpgsqlDataSource Worker => Answering(worker);

    /// <summary>Migrations only.</summary>
    public NpgsqlDataSource Owner => owner ?? throw NotOpen();

    public DatabaseSilence Silence { get; } = new();

    public OwnChanges OwnChanges { get; } = new();

    /// <summary>Statements of one transaction and one round trip that see this tenant and no other.</summary>
    public TenantBatch ForTenant(TenantId tenant) => TenantBatch.For(App, Silence, tenant);

    /// <summary>The same over several tenants: an agent's desk. None: nothing is visible.</summary>
    public TenantBatch ForTenants(IReadOnlyCollection<TenantId> tenants) => TenantBatch.For(App, Silence, tenants);

    /// <summary>Statements of one transaction and one round trip in the worker's role.</summary>
    public TenantBatch ForWorker() => TenantBatch.ForWorker(Worker, Silence);

    /// <summary>Whether the settings hold a login with the rights of the database's owner: whoever has that may do anything here.</summary>
    public async Task<bool> IsOwnedAsync(CancellationToken cancellation)
    {
        try
        {
            await using var connection = await Owner.OpenConnectionAsync(cancellation);
            return true;
        }
        catch (PostgresException refused) when (refused.SqlState[..2] is "28" or "42" or "22")
        {
            return false; // no such login, or not a member of the role
        }
    }

    internal bool IsOpen => connections is not null;

    internal DatabaseConnections Connections => connections ?? throw NotOpen();

    internal void Open(DatabaseConnections connections, DatabaseOptions options)
    {
        this.connections = connections;
        app = Connection.Source(connections.Application, DatabaseRoles.Application, options.ApplicationPool, options);
        worker = Connection.Source(connections.Worker, DatabaseRoles.Worker, options.WorkerPool, options);
        owner = Connection.Source(connections.Owner, DatabaseRoles.Owner, poolSize: 2, options);
    }

    /// <summary>How often: who keeps a connection for long makes a new one when it changes.</summary>
    internal int Forgotten => Volatile.Read(ref forgotten);

    /// <summary>What else is told when connections that were open are of no use any more.</summary>
    internal void WhenForgetting(Action forget) => forgetting += forget;

    /// <summary>No connection that is open now is used again; those in use are closed when they come back.</summary>
    internal void ForgetConnections()
    {
        Interlocked.Increment(ref forgotten);
        app?.Clear();
        worker?.Clear();
        owner?.Clear();
        forgetting?.Invoke();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var source in (NpgsqlDataSource?[])[app, worker, owner])
            if (source is not null)
                await source.DisposeAsync();
    }

    private NpgsqlDataSource Answering(NpgsqlDataSource? source)
    {
        Silence.Refuse();
        return source ?? throw NotOpen();
    }

    private static InvalidOperationException NotOpen() => new("The database is opened while the host starts; nothing may use it before.");
}
