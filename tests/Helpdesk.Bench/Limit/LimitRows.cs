using System.Text.Json;
using Npgsql;

namespace Helpdesk.Bench.Limit;

/// <summary>Rows as JSON, column by column; of what the product answers only the shape and the size.</summary>
internal static class LimitRows
{
    private static readonly string[] TicketColumns =
    [
        "tenant", "id", "number", "version", "status", "priority", "subject", "category", "queue", "team", "requester", "assignee",
            "created_at", "updated_at",
        "due_at", "sla_state", "closed_at",
    ];

    /// <summary>Columns of the product's statement for comments: stream, version, at, actor, kind, data.</summary>
    public static void WriteComment(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        json.WriteString("ticket", row.GetGuid(0));
        json.WriteNumber("version", row.GetInt32(1));
        json.WriteString("created_at", row.GetDateTime(2));
        if (!row.IsDBNull(3))
            json.WriteString("author", row.GetGuid(3));
        json.WritePropertyName("comment");
        json.WriteRawValue(row.GetString(5), skipInputValidation: true);
        json.WriteEndObject();
    }

    public static void WriteTicket(Utf8JsonWriter json, NpgsqlDataReader row)
    {
        json.WriteStartObject();
        for (var column = 0; column < TicketColumns.Length; column++)
        {
            json.WritePropertyName(TicketColumns[column]);
            if (row.IsDBNull(column))
                json.WriteNullValue();
            else
                WriteValue(json, row, column);
        }

        json.WriteEndObject();
    }

    private static void WriteValue(Utf8JsonWriter json, NpgsqlDataReader row, int column)
    {
        switch (column)
        {
            case 0 or 1 or 10 or 11:
                json.WriteStringValue(row.GetGuid(column));
                break;
            case 3:
                json.WriteNumberValue(row.GetInt32(column));
                break;
            case 5:
                json.WriteNumberValue(row.GetInt16(column));
                break;
            case 12 or 13 or 14 or 16:
                json.WriteStringValue(row.GetDateTime(column));
                break;
            default:
                json.WriteStringValue(row.GetString(column));
                break;
        }
    }
}
