using System.Text.Json;

namespace Helpdesk.Postgres.Feed;

/// <summary>The row of an aggregate that no list has to filter: one document in the table <c>aggregate</c>.</summary>
internal sealed class DocumentRow<TState, TEvent> : IRowOf<TState, TEvent> where TState : class, IAggregate<TState, TEvent>
{
    public void AddLoad(TenantBatch batch, TenantId tenant, Guid stream) => batch
        .Add("select state from aggregate where tenant_id = $1 and stream_id = $2 and kind = $3")
        .With(tenant.Value).With(stream).With(TState.Kind);

    public TState Read(NpgsqlDataReader row) => RecordJson.ReadStored<TState>(row.GetString(0));

    public void AddWrite(TenantBatch batch, Append<TState, TEvent> append) => batch
        .Add("""
            insert into aggregate (tenant_id, stream_id, kind, version, state, updated_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (tenant_id, stream_id) do update set version = excluded.version, state = excluded.state,
                updated_at = excluded.updated_at
            """)
        .With(append.Tenant.Value).With(append.Stream).With(TState.Kind).With(append.After.Version)
        .WithJson(JsonSerializer.SerializeToUtf8Bytes(append.After, RecordJson.Options)).With(append.Events[^1].At);
}
