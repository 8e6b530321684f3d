namespace Helpdesk.Postgres.Feed;

/// <summary>How an item gets into the table, or is found there once more.</summary>
internal static class ParkedSql
{
    /// <summary>Before <c>values</c> or <c>select</c>.</summary>
    public const string Insert =
        "insert into parked_item (tenant_id, source, handler, stream_id, version, kind, tries, reason, detail, first_at, last_at, next_at)";

    public const string Again = """
        on conflict on constraint parked_item_once do update set tries = excluded.tries, reason = excluded.reason, detail = excluded.detail,
            last_at = excluded.last_at, next_at = excluded.next_at
        """;
}
