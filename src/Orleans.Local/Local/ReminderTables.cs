using System.Globalization;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;

namespace Orleans.Local;

internal sealed class MemoryReminderTable : IReminderTable
{
    private readonly Dictionary<(GrainId, string), ReminderEntry> rows = [];
    private int version;

    public Task<ReminderTableData> ReadRows(GrainId grainId) => Where(row => row.GrainId == grainId);

    public Task<ReminderTableData> ReadRows(uint begin, uint end) => Where(row => StableHash.Of(row.GrainId) is var hash
        && (begin < end ? hash > begin && hash <= end : hash > begin || hash <= end));

    public Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName)
    {
        lock (rows)
            return Task.FromResult(rows.GetValueOrDefault((grainId, reminderName)));
    }

    public Task<string?> UpsertRow(ReminderEntry entry)
    {
        lock (rows)
        {
            entry.ETag = (++version).ToString(CultureInfo.InvariantCulture);
            rows[(entry.GrainId, entry.ReminderName)] = entry;
            return Task.FromResult<string?>(entry.ETag);
        }
    }

    public Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        lock (rows)
            return Task.FromResult(rows.TryGetValue((grainId, reminderName), out var row) && row.ETag == eTag && rows.Remove((grainId, reminderName)));
    }

    public Task TestOnlyClearTable()
    {
        lock (rows)
            rows.Clear();
        return Task.CompletedTask;
    }

    private Task<ReminderTableData> Where(Func<ReminderEntry, bool> condition)
    {
        lock (rows)
            return Task.FromResult(new ReminderTableData(rows.Values.Where(condition)));
    }
}

/// <summary>Reminders in the table of the ADO.NET reminder provider.</summary>
internal sealed class AdoNetReminderTable(IOptions<AdoNetReminderTableOptions> options, IOptions<ClusterOptions> cluster) : IReminderTable
{
    private readonly AdoNetQueries queries = new(
        options.Value.DataSource ?? throw new OrleansConfigurationException($"The reminders have no {nameof(AdoNetReminderTableOptions.DataSource)}."));

    private (string, object?) Service => ("ServiceId", cluster.Value.ServiceId);

    public async Task<ReminderTableData> ReadRows(GrainId grainId) => new(await Read("ReadReminderRowsKey", Service, Grain(grainId)));

    public async Task<ReminderTableData> ReadRows(uint begin, uint end) => new(await Read(
        (int)begin < (int)end ? "ReadRangeRows1Key" : "ReadRangeRows2Key", Service, ("BeginHash", (int)begin), ("EndHash", (int)end)));

    public async Task<ReminderEntry?> ReadRow(GrainId grainId, string reminderName) =>
        (await Read("ReadReminderRowKey", Service, Grain(grainId), ("ReminderName", reminderName))).SingleOrDefault();

    public async Task<string?> UpsertRow(ReminderEntry entry)
    {
        var versions = await queries.Run(
            "UpsertReminderRowKey",
            row => Convert.ToString(row["Version"], CultureInfo.InvariantCulture),
            CancellationToken.None,
            Service,
            Grain(entry.GrainId),
            ("ReminderName", entry.ReminderName),
            ("StartTime", entry.StartAt),
            ("Period", (long)entry.Period.TotalMilliseconds),
            ("GrainHash", (int)StableHash.Of(entry.GrainId)));
        return versions.Single();
    }

    public async Task<bool> RemoveRow(GrainId grainId, string reminderName, string eTag)
    {
        var removed = await queries.Run(
            "DeleteReminderRowKey",
            row => Convert.ToInt64(row[0], CultureInfo.InvariantCulture),
            CancellationToken.None,
            Service,
            Grain(grainId),
            ("ReminderName", reminderName),
            ("Version", int.Parse(eTag, CultureInfo.InvariantCulture)));
        return removed.Single() > 0;
    }

    public Task TestOnlyClearTable() => queries.Run("DeleteReminderRowsKey", _ => true, CancellationToken.None, Service);

    private static (string, object?) Grain(GrainId grainId) => ("GrainId", grainId.ToString());

    private Task<List<ReminderEntry>> Read(string key, params (string, object?)[] parameters) => queries.Run(
        key,
        row => new ReminderEntry
        {
            GrainId = GrainId.Parse((string)row["GrainId"]),
            ReminderName = (string)row["ReminderName"],
            StartAt = DateTime.SpecifyKind((DateTime)row["StartTime"], DateTimeKind.Utc),
            Period = TimeSpan.FromMilliseconds(Convert.ToInt64(row["Period"], CultureInfo.InvariantCulture)),
            ETag = Convert.ToString(row["Version"], CultureInfo.InvariantCulture)!,
        },
        CancellationToken.None,
        parameters);
}
