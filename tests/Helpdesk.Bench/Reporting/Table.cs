namespace Helpdesk.Bench.Reporting;

/// <summary>Figures as they are printed and written; the columns say how.</summary>
/// <param name="name">The table's name in the JSON file.</param>
internal sealed class Table(string name, string title, params IReadOnlyList<Column> columns)
{
    private readonly List<IReadOnlyList<object?>> rows = [];

    public string Name => name;

    public string Title => title;

    public IReadOnlyList<Column> Columns => columns;

    public IReadOnlyList<IReadOnlyList<object?>> Rows => rows;

    /// <param name="cells">One for each column, in their order; <c>null</c>: there is no such figure.</param>
    public void Add(params IReadOnlyList<object?> cells)
    {
        if (cells.Count != columns.Count)
            throw new ArgumentException($"The table {name} has {columns.Count} columns, not {cells.Count}.", nameof(cells));
        rows.Add(cells);
    }
}

/// <param name="Name">The member's name in the JSON file.</param>
/// <param name="Header">Over the column, as short as it can be.</param>
/// <param name="Format">The format of printed numbers; the file has them in full.</param>
internal sealed record Column(string Name, string Header, string Format = "N0");

/// <summary>What a figure should be, and what it is. Missing an aim is a result like any other: it is printed, not hidden.</summary>
/// <param name="Value">NaN: could not be measured, so it was not met.</param>
internal sealed record Aim(string What, double Value, double? Least = null, double? Most = null)
{
    public bool IsMet => Value >= (Least ?? double.NegativeInfinity) && Value <= (Most ?? double.PositiveInfinity);
}
