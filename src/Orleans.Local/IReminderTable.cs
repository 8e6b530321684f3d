using Orleans.Runtime;

namespace Orleans;

/// <summary>Where reminders are kept.</summary>
public interface IReminderTable
{
    Task<ReminderTableData> ReadRows(GrainId grainId);

    /// <summary>Rows whose grain's hash lies in (<paramref name="begin"/>, <paramref name="end"/>]; a range that does not grow goes over the top.</summary>
    Task<ReminderTableData> ReadRows(uint begin, uint end);

    /// <summary><c>null</c> when there is none.</summary>
    Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName);

    /// <returns>The new etag.</returns>
    Task<string?> UpsertRow(ReminderEntry entry);

    /// <returns>Whether the row was there with that etag.</returns>
    Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag);

    Task TestOnlyClearTable();
}

public sealed class ReminderEntry
{
    public GrainId GrainId { get; set; }

    public string ReminderName { get; set; } = "";

    /// <summary>The first tick, in UTC.</summary>
    public DateTime StartAt { get; set; }

    public TimeSpan Period { get; set; }

    public string ETag { get; set; } = "";
}

public sealed class ReminderTableData
{
    public ReminderTableData() => Reminders = [];

    public ReminderTableData(IEnumerable<ReminderEntry> list) => Reminders = [.. list];

    public ReminderTableData(ReminderEntry entry) => Reminders = [entry];

    public IList<ReminderEntry> Reminders { get; }
}
