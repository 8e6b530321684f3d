namespace Helpdesk.Postgres.Sql;

/// <summary>Columns as the domain's types.</summary>
public static class ReaderExtensions
{
    /// <summary>What lies beyond all calendars (<c>infinity</c>) is the last moment of theirs.</summary>
    public static Instant GetInstant(this NpgsqlDataReader reader, int column) =>
        Instant.FromDateTimeUtc(DateTime.SpecifyKind(reader.GetFieldValue<DateTime>(column), DateTimeKind.Utc));

    public static Instant? GetInstantOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInstant(column);

    public static Guid? GetGuidOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    public static string? GetStringOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
