using Helpdesk.Postgres.Sql;
using Npgsql;

namespace Helpdesk.Bench.Limit;

/// <summary>
/// One of the product's batches, to be sent again and again with other ids: the very texts, values of the same types and sizes, and nothing
/// decided anew. What of the sample is replaced is found by value, when the script is made.
/// </summary>
internal sealed class Script
{
    private readonly List<(string Text, List<Func<Turn, NpgsqlParameter>> Values)> statements = [];

    private Script() { }

    /// <summary>What differs from one sending to the next.</summary>
    /// <param name="Versions">By how much versions are ahead of the sample's.</param>
    public readonly record struct Turn(Guid Ticket, string Number, DateTime CreatedAt, int Versions);

    /// <param name="Operation">Each sending has a new one.</param>
    /// <param name="At">When the sample was written: its moments, past and due, move on with the clock.</param>
    public sealed record Written(Guid Operation, DateTime At);

    /// <param name="sample">The ticket, number and time of opening that stand in <paramref name="batch"/>.</param>
    /// <param name="written">What makes it a command; <c>null</c>: it only reads.</param>
    public static Script Of(TenantBatch batch, Turn sample = default, Written? written = null)
    {
        var script = new Script();
        foreach (NpgsqlBatchCommand statement in batch.Statements)
            script.statements.Add(
                (statement.CommandText, [.. statement.Parameters.Cast<NpgsqlParameter>().Select(value => Maker(value, sample, written))]));
        return script;
    }

    public NpgsqlBatch For(NpgsqlDataSource source, Turn turn)
    {
        var batch = source.CreateBatch();
        foreach (var (text, values) in statements)
        {
            var statement = new NpgsqlBatchCommand(text);
            foreach (var make in values)
                statement.Parameters.Add(make(turn));
            batch.BatchCommands.Add(statement);
        }

        return batch;
    }

    private static Func<Turn, NpgsqlParameter> Maker(NpgsqlParameter value, Turn sample, Written? written) => value.Value switch
    {
        Guid id when id == sample.Ticket => turn => new NpgsqlParameter<Guid> { TypedValue = turn.Ticket },
        Guid[] ids when ids.Contains(sample.Ticket) => turn => new NpgsqlParameter<Guid[]> { TypedValue = [turn.Ticket] },
        Guid id when id == written?.Operation => _ => new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() },
        string number when number == sample.Number => turn => new NpgsqlParameter<string> { TypedValue = turn.Number },
        DateTime moment when moment == sample.CreatedAt => turn => new NpgsqlParameter<DateTime> { TypedValue = turn.CreatedAt },
        DateTime moment when written is not null =>
            _ => new NpgsqlParameter<DateTime> { TypedValue = moment + (DateTime.UtcNow - written.At) },
        // Every int that is written is a version of some kind.
        int version when written is not null => turn => new NpgsqlParameter<int> { TypedValue = version + turn.Versions },
        _ => _ => (NpgsqlParameter)((ICloneable)value).Clone(),
    };
}
