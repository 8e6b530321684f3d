using System.Data.Common;
using Orleans.Runtime;

namespace Orleans.Local;

/// <summary>Runs the texts of the table <c>OrleansQuery</c>, which say how this database keeps what the engine hands it. The ADO.NET providers do the same.</summary>
internal sealed class AdoNetQueries(DbDataSource database)
{
    private readonly Lock once = new();
    private Task<Dictionary<string, string>>? texts;

    /// <summary>Runs the text named <paramref name="key"/> and reads its rows.</summary>
    public async Task<List<TRow>> Run<TRow>(string key, Func<DbDataReader, TRow> read, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        var text = (await Texts()).GetValueOrDefault(key) ?? throw new OrleansConfigurationException($"The table OrleansQuery has no text named {key}.");
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = text;
        foreach (var (name, value) in parameters)
            command.Parameters.Add(Parameter(command, name, value));

        await using var reader = await command.ExecuteReaderAsync(cancellation);
        var rows = new List<TRow>();
        while (await reader.ReadAsync(cancellation))
            rows.Add(read(reader));
        return rows;
    }

    private static DbParameter Parameter(DbCommand command, string name, object? value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value ?? DBNull.Value;
        return parameter;
    }

    private Task<Dictionary<string, string>> Texts()
    {
        lock (once)
        {
            // A failed read is tried again by the next one who asks.
            if (texts is null or { IsFaulted: true } or { IsCanceled: true })
                texts = ReadTexts();
            return texts;
        }
    }

    private async Task<Dictionary<string, string>> ReadTexts()
    {
        await using var command = database.CreateCommand("SELECT QueryKey, QueryText FROM OrleansQuery");
        await using var reader = await command.ExecuteReaderAsync();
        var read = new Dictionary<string, string>();
        while (await reader.ReadAsync())
            read.Add(reader.GetString(0), reader.GetString(1));
        return read;
    }
}
