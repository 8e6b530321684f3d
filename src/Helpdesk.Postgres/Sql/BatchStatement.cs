using NpgsqlTypes;

namespace Helpdesk.Postgres.Sql;

/// <summary>The parameters of one statement of a batch.</summary>
public readonly struct BatchStatement(NpgsqlParameterCollection parameters)
{
    /// <summary>
    /// A value whose type says what it is in PostgreSQL: <c>Guid</c>, <c>string</c>, <c>int</c>, <c>long</c>, <c>bool</c>, arrays of these;
    /// <c>null</c> is NULL.
    /// </summary>
    public BatchStatement With<T>(T value)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value });
        return this;
    }

    /// <summary>A <c>timestamptz</c>.</summary>
    public BatchStatement With(Instant moment) => With(moment.ToDateTimeUtc());

    /// <summary>A <c>timestamptz</c> or NULL.</summary>
    public BatchStatement With(Instant? moment) => With(moment?.ToDateTimeUtc());

    /// <summary>A <c>jsonb</c> or NULL, from JSON text.</summary>
    public BatchStatement WithJson(string? json) => With(json, NpgsqlDbType.Jsonb);

    /// <summary>The same from its bytes.</summary>
    public BatchStatement WithJson(byte[] json) => With(json, NpgsqlDbType.Jsonb);

    /// <summary>A value of a type that its C# type does not tell.</summary>
    public BatchStatement With<T>(T value, NpgsqlDbType type)
    {
        parameters.Add(new NpgsqlParameter<T> { TypedValue = value, NpgsqlDbType = type });
        return this;
    }
}
