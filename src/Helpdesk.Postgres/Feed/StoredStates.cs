using System.Collections.Concurrent;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// Reads states as they are stored. One that cannot be read is a fault of that row alone: it is noted among the parked items until it was
/// written anew. Who needs the state has it rebuilt from its events (<see cref="StateHistory"/>), or learns that it cannot be read
/// (<see cref="UnreadableException"/>); lists that are made of states leave it out.
/// </summary>
internal sealed class StoredStates(Database database)
{
    // However often it is asked for, it is written down once in so long.
    private static readonly TimeSpan NotedFor = TimeSpan.FromMinutes(10);
    private const int MostNoted = 10_000;

    private static readonly Dictionary<string, Type> Kinds = typeof(IAggregate<,>).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.GetInterfaces().Any(IsAggregate))
        .ToDictionary(type => (string)type.GetProperty("Kind", BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!);

    private readonly ConcurrentDictionary<(TenantId, string, Guid), long> noted = new();

    /// <summary>The kinds of all aggregates.</summary>
    internal static IReadOnlyCollection<string> All => Kinds.Keys;

    /// <param name="kind">Of the aggregate.</param>
    /// <exception cref="UnreadableException">It cannot be read; that is noted.</exception>
    public T Read<T>(TenantId tenant, string kind, Guid stream, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (UnreadableException unreadable)
        {
            Note(tenant, kind, stream, unreadable);
            throw;
        }
    }

    /// <summary>The state of an aggregate.</summary>
    /// <inheritdoc cref="Read{T}(TenantId, string, Guid, Func{T})"/>
    public T Read<T>(TenantId tenant, string kind, Guid stream, string json) where T : class =>
        Read(tenant, kind, stream, () => RecordJson.ReadStored<T>(json));

    /// <inheritdoc cref="ReadOrLeaveOut{T}(TenantId, string, Guid, Func{T})"/>
    public T? ReadOrLeaveOut<T>(TenantId tenant, string kind, Guid stream, string json) where T : class =>
        ReadOrLeaveOut(tenant, kind, stream, () => RecordJson.ReadStored<T>(json));

    /// <summary>For lists and for what tenants have in common: <c>null</c>, and noted, if it cannot be read.</summary>
    public T? ReadOrLeaveOut<T>(TenantId tenant, string kind, Guid stream, Func<T> read) where T : class
    {
        try
        {
            return Read(tenant, kind, stream, read);
        }
        catch (UnreadableException)
        {
            return null;
        }
    }

    /// <summary>The row is being written: if it could not be read before, it is no parked item any longer.</summary>
    public void AddMended(TenantBatch batch, TenantId tenant, string kind, Guid stream)
    {
        // Who could read it, has been here before. What another process noted, the purge finds.
        if (noted.TryRemove((tenant, kind, stream), out _))
            batch.Add("delete from parked_item where tenant_id = $1 and source = 'state' and handler = $2 and stream_id = $3")
                .With(tenant.Value).With(kind).With(stream);
    }

    /// <summary>Whether the row that is there now can be read; <c>true</c> too if there is none.</summary>
    public Task<bool> CanBeRead(TenantId tenant, string kind, Guid stream, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        if (!Kinds.TryGetValue(kind, out var type))
            return true;
        await using var batch = database.ForTenant(tenant);
        batch.Add(kind switch
        {
            "ticket" => "select state from ticket where tenant_id = $1 and id = $2",
            "tenant" => "select state from tenant where id = $1 and version > 0 and id = $2",
            _ => "select state from aggregate where tenant_id = $1 and stream_id = $2",
        }).With(tenant.Value).With(stream);
        await using var reader = await batch.ReadAsync(cancellation);
        try
        {
            _ = !await reader.ReadAsync(cancellation) || RecordJson.ReadStored(reader.GetString(0), type) is not null;
            noted.TryRemove((tenant, kind, stream), out _);
            return true;
        }
        catch (UnreadableException)
        {
            return false;
        }
    });

    // Beside the question that met it, which need not wait for this; if it fails, the next one notes it.
    private void Note(TenantId tenant, string kind, Guid stream, UnreadableException why)
    {
        var now = Stopwatch.GetTimestamp();
        if (noted.TryGetValue((tenant, kind, stream), out var last) && Stopwatch.GetElapsedTime(last) < NotedFor)
            return;
        if (noted.Count >= MostNoted)
            noted.Clear();
        noted[(tenant, kind, stream)] = now;
        _ = Insert(tenant, kind, stream, Mishap.Of(why));
    }

    private async Task Insert(TenantId tenant, string kind, Guid stream, Mishap why)
    {
        try
        {
            await using var batch = database.ForWorker();
            batch.Add($"{ParkedSql.Insert} values ($1, 'state', $2, $3, 0, $2, 1, $4, $5, now(), now(), null) {ParkedSql.Again}")
                .With(tenant.Value).With(kind).With(stream).With(Words<MishapReason>.Of(why.Reason)).With(why.Detail);
            await batch.ExecuteAsync(CancellationToken.None);
        }
        catch (Exception failure) when (Storage.IsUnreachable(failure) || failure is PostgresException or ObjectDisposedException)
        {
            noted.TryRemove((tenant, kind, stream), out _);
        }
    }

    private static bool IsAggregate(Type one) => one.IsGenericType && one.GetGenericTypeDefinition() == typeof(IAggregate<,>);
}

/// <summary>The states of a database, without the database knowing of what is stored in it.</summary>
internal static class StatesOfDatabase
{
    private static readonly ConditionalWeakTable<Database, StoredStates> All = new();

    extension(Database database)
    {
        /// <summary>Reads states, and notes the ones that cannot be read.</summary>
        public StoredStates States => All.GetValue(database, static one => new(one));
    }
}
