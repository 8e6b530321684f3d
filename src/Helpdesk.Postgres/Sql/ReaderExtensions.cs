namespace Helpdesk.Postgres.Sql;

/// <summary>Columns as the domain's types.</summary>
public static class ReaderExtensions
{
    public static Instant GetInstant(this NpgsqlDataReader reader, int column) =>
        Instant.FromDateTimeUtc(reader.GetFieldValue<DateTime>(column));

    public static Instant? GetInstantOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetInstant(column);

    public static Guid? GetGuidOrNull(this NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetGuid(column);

    public static string? GetStringOrNull(this NpgsqlDataReader reader, int column) =>
        reader.IsDBNull(column) ? null : reader.GetString(column);
}
