namespace Helpdesk.Postgres.Feed;

/// <summary>
/// Stores one sort of aggregate. The statements of a call travel together: events, row, operation and due moments are one
/// transaction and one round trip.
/// </summary>
internal class AggregateStore<TState, TEvent>(Database database, IRowOf<TState, TEvent> row) : IAggregateStore<TState, TEvent>
    where TState : class, IAggregate<TState, TEvent>
{
    private static readonly AppendOutcome Done = new AppendOutcome.Done();

    protected Database Database => database;

    /// <summary>What is kept in memory for a few seconds (<see cref="OwnChanges"/>) may depend on it.</summary>
    protected virtual void Changed(TenantId tenant) => database.OwnChanges.Note(tenant);

    public async Task<TState?> Load(TenantId tenant, Guid stream, CancellationToken cancellation)
    {
        var (isThere, state) = await Storage.Ask(() => LoadRow(tenant, stream, cancellation));
        return isThere ? await database.OrRebuilt<TState, TEvent>(state, tenant, stream) : null;
    }

    public async Task<AppendOutcome> Append(Append<TState, TEvent> append, CancellationToken cancellation)
    {
        try
        {
            await using var batch = StatementsOf(append);
            await batch.ExecuteAsync(cancellation);
            return Done;
        }
        catch (PostgresException taken) when (taken is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "operation_pkey" })
        {
            // Rolled back as a whole, so the first one's row is committed and readable.
            return await FindOperation(append.Tenant, append.Operation.Id, cancellation) is { } past
                ? new AppendOutcome.Repeated(past)
                : new AppendOutcome.Stale();
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation)
        {
            // A primary key: the version, or the row of a stream that somebody else began. Any other key is a rule of the capability.
            return taken.ConstraintName?.EndsWith("_pkey", StringComparison.Ordinal) != false
                ? new AppendOutcome.Stale()
                : new AppendOutcome.Taken(taken.ConstraintName);
        }
        catch (Exception failure) when (Storage.IsUnreachable(failure))
        {
            throw Storage.Unreachable(failure);
        }
        finally
        {
            // Also when it failed: it may be committed all the same.
            if (append.Events.Count > 0)
                Changed(append.Tenant);
        }
    }

    internal TenantBatch StatementsOf(Append<TState, TEvent> append)
    {
        var batch = database.ForTenant(append.Tenant);
        AddOperation(batch, append);
        if (append.Events.Count > 0)
            AddChange(batch, append);
        return batch;
    }

    private async Task<(bool IsThere, TState? State)> LoadRow(TenantId tenant, Guid stream, CancellationToken cancellation)
    {
        await using var batch = database.ForTenant(tenant);
        row.AddLoad(batch, tenant, stream);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? (true, database.States.ReadOrLeaveOut(tenant, TState.Kind, stream, () => row.Read(reader))) : default;
    }

    public Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select fingerprint, stream_id, from_version, to_version from operation where tenant_id = $1 and id = $2")
            .With(tenant.Value).With(operation);
        await using var reader = await batch.ReadAsync(cancellation);
        return await reader.ReadAsync(cancellation)
            ? new PastOperation(reader.GetString(0), reader.GetGuid(1), reader.GetInt32(2), reader.GetInt32(3))
            : null;
    });

    public Task<IReadOnlyList<Recorded<TEvent>>> History(TenantId tenant, Guid stream, int upTo, CancellationToken cancellation) =>
        Storage.Ask(async () =>
    {
        await using var batch = database.ForTenant(tenant);
        batch.Add("select version, at, actor, kind, data from event where tenant_id = $1 and stream_id = $2 and version <= $3 order by "
            + "version")
            .With(tenant.Value).With(stream).With(upTo);
        await using var reader = await batch.ReadAsync(cancellation);
        var history = new List<Recorded<TEvent>>();
        while (await reader.ReadAsync(cancellation))
            history.Add(ReadEvent(reader, 0));
        return (IReadOnlyList<Recorded<TEvent>>)history;
    });

    /// <summary>Columns version, at, actor, kind, data, from <paramref name="column"/> on.</summary>
    internal static Recorded<TEvent> ReadEvent(NpgsqlDataReader reader, int column) => new(
        reader.GetInt32(column),
        reader.GetInstant(column + 1),
        reader.GetGuidOrNull(column + 2) is { } actor ? new AccountId(actor) : null,
        EventCodec<TState, TEvent>.Read(reader.GetString(column + 3), reader.GetString(column + 4)));

    /// <summary>The same columns, also where no event can be made of them.</summary>
    internal static HistoryEntry<TRead> ReadEntry<TRead>(NpgsqlDataReader reader, int column, Func<string, string, TRead> read)
        where TRead : class
    {
        var kind = reader.GetString(column + 3);
        return new(
            reader.GetInt32(column), reader.GetInstant(column + 1),
            reader.GetGuidOrNull(column + 2) is { } actor ? new AccountId(actor) : null, kind, OrNull());

        TRead? OrNull()
        {
            try
            {
                return read(kind, reader.GetString(column + 4));
            }
            catch (UnreadableException)
            {
                return null;
            }
        }
    }

    private static void AddOperation(TenantBatch batch, Append<TState, TEvent> append) => batch
        .Add("insert into operation (tenant_id, id, fingerprint, stream_id, from_version, to_version) values ($1, $2, $3, $4, $5, $6)")
        .With(append.Tenant.Value).With(append.Operation.Id).With(append.Operation.Fingerprint).With(append.Stream)
        .With((append.Before?.Version ?? 0) + 1).With(append.After.Version);

    private void AddChange(TenantBatch batch, Append<TState, TEvent> append)
    {
        AddEvents(batch, append);
        row.AddWrite(batch, append);
        database.States.AddMended(batch, append.Tenant, TState.Kind, append.Stream);
        AddDue(batch, append);
    }

    private static void AddEvents(TenantBatch batch, Append<TState, TEvent> append)
    {
        foreach (var recorded in append.Events)
        {
            batch.Add("insert into event (tenant_id, stream_id, version, at, actor, origin, kind, data) values ($1, $2, $3, $4, $5, "
                + "$6, $7, $8)")
                .With(append.Tenant.Value).With(append.Stream).With(recorded.Version).With(recorded.At).With(recorded.Actor?.Value)
                .With(append.Origin).With(EventCodec<TState, TEvent>.KindOf(recorded.Event))
                .WithJson(EventCodec<TState, TEvent>.Write(recorded.Event));
        }
    }

    public Task AlignDue(TenantId tenant, Guid stream, TState? state, CancellationToken cancellation) => Storage.Ask(async () =>
    {
        var due = state?.Due ?? NothingDue.Instance;
        await using var batch = database.ForTenant(tenant);
        batch.Add("delete from due where tenant_id = $1 and stream_id = $2 and subject = $3 and not (kind = any ($4))")
            .With(tenant.Value).With(stream).With(TState.Kind).With(due.Keys.ToArray());
        foreach (var (kind, at) in due)
            AddDue(batch, tenant, stream, kind, at);
        return await batch.ExecuteAsync(cancellation);
    });

    private static void AddDue(TenantBatch batch, Append<TState, TEvent> append)
    {
        var before = append.Before?.Due ?? NothingDue.Instance;
        var after = append.After.Due;
        foreach (var (kind, at) in after)
        {
            if (!before.TryGetValue(kind, out var known) || known != at)
                AddDue(batch, append.Tenant, append.Stream, kind, at);
        }

        foreach (var kind in before.Keys.Where(kind => !after.ContainsKey(kind)))
            batch.Add("delete from due where tenant_id = $1 and stream_id = $2 and kind = $3").With(append.Tenant.Value)
                .With(append.Stream).With(kind);
    }

    private static void AddDue(TenantBatch batch, TenantId tenant, Guid stream, string kind, Instant at) => batch
        .Add("""
            insert into due (tenant_id, stream_id, subject, kind, due_at) values ($1, $2, $3, $4, $5)
            on conflict (tenant_id, stream_id, kind) do update set due_at = excluded.due_at, leased_until = null, attempts = 0
            """).With(tenant.Value).With(stream).With(TState.Kind).With(kind).With(at);
}
