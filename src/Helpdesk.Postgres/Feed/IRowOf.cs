namespace Helpdesk.Postgres.Feed;

/// <summary>Where and how the folded state of one sort of aggregate stands.</summary>
internal interface IRowOf<TState, TEvent> where TState : class, IAggregate<TState, TEvent>
{
    /// <summary>Adds the statement that reads one row; <see cref="Read"/> understands its columns.</summary>
    void AddLoad(TenantBatch batch, TenantId tenant, Guid stream);

    TState Read(NpgsqlDataReader row);

    /// <summary>Adds the statement that inserts or updates the row.</summary>
    void AddWrite(TenantBatch batch, Append<TState, TEvent> append);
}
