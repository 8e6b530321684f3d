using System.Text.RegularExpressions;
using Helpdesk.Postgres.Sql;
using Npgsql;
using NpgsqlTypes;

namespace Helpdesk.Bench.Seeding;

/// <summary>
/// Writes what the product would insert, but as COPY: a hundred thousand rows in seconds. It reads tables, columns and values off the
/// product's own statements, so it follows them wherever they go.
/// </summary>
internal sealed partial class Copying(NpgsqlDataSource superuser) : IAsyncDisposable
{
    private readonly Dictionary<string, Target> targets = [];

    /// <param name="batch">Its inserts of values alone are copied; the rest (who the tenant is, drafts that went) needs no writing.</param>
    public async Task Add(TenantBatch batch)
    {
        foreach (NpgsqlBatchCommand statement in batch.Statements)
        {
            if (Insert().Match(statement.CommandText) is not { Success: true } insert)
                continue;
            if (!targets.TryGetValue(insert.Value, out var target))
                targets.Add(
                    insert.Value, target = await Target.Open(superuser, insert.Groups["table"].Value, insert.Groups["columns"].Value));
            await target.Write(statement.Parameters);
        }
    }

    /// <summary>Without this nothing is there.</summary>
    public async Task Complete()
    {
        foreach (var target in targets.Values)
            await target.Complete();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var target in targets.Values)
            await target.DisposeAsync();
    }

    [GeneratedRegex(@"^\s*insert into (?<table>\w+) \((?<columns>[^)]+)\)\s+values \((\$[0-9]+[,\s]*)+\)")]
    private static partial Regex Insert();

    private sealed class Target(NpgsqlConnection connection, NpgsqlBinaryImporter importer) : IAsyncDisposable
    {
        // At its end a copy waits until the words of every text are written down, which takes minutes for 100,000 tickets.
        private static readonly TimeSpan LongestCopy = TimeSpan.FromMinutes(15);

        public static async Task<Target> Open(NpgsqlDataSource superuser, string table, string columns)
        {
            var connection = await superuser.OpenConnectionAsync();
            var importer = await connection.BeginBinaryImportAsync($"copy {table} ({columns}) from stdin (format binary)");
            importer.Timeout = LongestCopy;
            return new(connection, importer);
        }

        public async Task Write(NpgsqlParameterCollection values)
        {
            await importer.StartRowAsync();
            foreach (NpgsqlParameter value in values)
            {
                if (value.Value is null or DBNull)
                    await importer.WriteNullAsync();
                else if (value.NpgsqlDbType == NpgsqlDbType.Jsonb)
                    await importer.WriteAsync(value.Value, NpgsqlDbType.Jsonb);
                else
                    await importer.WriteAsync(value.Value);
            }
        }

        public async Task Complete() => await importer.CompleteAsync();

        public async ValueTask DisposeAsync()
        {
            await importer.DisposeAsync();
            await connection.DisposeAsync();
        }
    }
}
