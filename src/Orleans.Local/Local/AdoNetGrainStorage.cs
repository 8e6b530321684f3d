using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Orleans.Configuration;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Local;

/// <summary>Documents in the table of the ADO.NET storage provider, row for row as it writes them.</summary>
internal sealed class AdoNetGrainStorage(AdoNetQueries queries, string serviceId, bool deleteOnClear) : IGrainStorage
{
    public static AdoNetGrainStorage Create(IServiceProvider services, string name)
    {
        var options = services.GetRequiredService<IOptionsMonitor<AdoNetGrainStorageOptions>>().Get(name);
        var database = options.DataSource ?? throw new OrleansConfigurationException($"Grain storage {name} has no {nameof(options.DataSource)}.");
        return new(new(database), services.GetRequiredService<IOptions<ClusterOptions>>().Value.ServiceId, options.DeleteStateOnClear);
    }

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ReadStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        WriteStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        ClearStateAsync(stateName, grainId, grainState, CancellationToken.None);

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        var rows = await queries.Run(
            "ReadFromStorageKey",
            row => (Document: row["PayloadBinary"] as byte[], Version: row["Version"] as int?),
            cancellationToken,
            Row(stateName, grainId));
        var (document, version) = rows.SingleOrDefault();
        grainState.State = document is null ? PersistentState<T>.New() : GrainStorageJson.Read<T>(document);
        grainState.ETag = version?.ToString(CultureInfo.InvariantCulture);
        grainState.RecordExists = document is not null;
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        (string, object?)[] document = [.. Row(stateName, grainId), Version(grainState.ETag), ("PayloadBinary", GrainStorageJson.Write(grainState.State))];
        grainState.ETag = await NewVersion("WriteToStorageKey", grainId, grainState.ETag, document, cancellationToken);
        grainState.RecordExists = true;
    }

    public async Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState, CancellationToken cancellationToken)
    {
        if (grainState.ETag is null)
            await ReadStateAsync(stateName, grainId, grainState, cancellationToken);
        if (!grainState.RecordExists)
            return;

        var key = deleteOnClear ? "DeleteStorageKey" : "ClearStorageKey";
        var version = await NewVersion(key, grainId, grainState.ETag, [.. Row(stateName, grainId), Version(grainState.ETag)], cancellationToken);
        grainState.ETag = deleteOnClear ? null : version;
        grainState.RecordExists = false;
        grainState.State = PersistentState<T>.New();
    }

    private async Task<string> NewVersion(string key, GrainId grainId, string? etag, (string, object?)[] parameters, CancellationToken cancellation)
    {
        var rows = await queries.Run(key, row => row["NewGrainStateVersion"] as int?, cancellation, parameters);
        var version = rows.SingleOrDefault()?.ToString(CultureInfo.InvariantCulture);

        // The texts answer with the version as it was, or with nothing, when another writer was there first.
        return version is null || version == etag
            ? throw new InconsistentStateException($"Version conflict ({key}): {grainId}, service {serviceId}.", version, etag)
            : version;
    }

    private (string, object?)[] Row(string stateName, GrainId grainId)
    {
        var (n0, n1, text, hashed) = Key(grainId);
        return
        [
            ("GrainIdHash", (int)StableHash.Of(hashed)),
            ("GrainIdN0", n0),
            ("GrainIdN1", n1),
            ("GrainTypeHash", (int)StableHash.Of(stateName)),
            ("GrainTypeString", stateName),
            ("GrainIdExtensionString", text),
            ("ServiceId", serviceId),
        ];
    }

    private static (string, object?) Version(string? etag) =>
        ("GrainStateVersion", etag is null ? null : int.Parse(etag, CultureInfo.InvariantCulture));

    /// <summary>A key that reads as a Guid or a hexadecimal number goes into the number columns, any other into the text column. Hashed is its reverse.</summary>
    private static (long N0, long N1, string? Text, byte[] Hashed) Key(GrainId grainId)
    {
        if (grainId.TryGetGuidKey(out var guid, out var extension))
        {
            var bytes = guid.ToByteArray();
            return (BitConverter.ToInt64(bytes, 0), BitConverter.ToInt64(bytes, 8), extension, Reversed(bytes, extension));
        }

        if (grainId.TryGetIntegerKey(out var number, out extension))
            return (0, number, extension, Reversed(BitConverter.GetBytes(number), extension));

        return (0, 0, grainId.Key.ToString(), Reversed([], grainId.Key.ToString()));
    }

    private static byte[] Reversed(byte[] key, string? text)
    {
        byte[] bytes = [.. key, .. Encoding.UTF8.GetBytes(text ?? "")];
        Array.Reverse(bytes);
        return bytes;
    }
}
