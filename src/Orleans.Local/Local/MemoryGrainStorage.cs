using System.Globalization;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Local;

/// <summary>Keeps documents as JSON, so that a grain that reads one back has a copy and not the object it wrote. As in the database, the key counts and the grain's type does not.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly Dictionary<(string, IdSpan), (byte[]? Document, int Version)> rows = [];

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (rows)
        {
            var found = rows.TryGetValue((stateName, grainId.Key), out var row);
            grainState.ETag = found ? Etag(row.Version) : null;
            grainState.RecordExists = row.Document is not null;
            grainState.State = row.Document is null ? PersistentState<T>.New() : GrainStorageJson.Read<T>(row.Document);
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        var document = GrainStorageJson.Write(grainState.State);
        lock (rows)
            grainState.ETag = Replace((stateName, grainId.Key), grainState.ETag, document);
        grainState.RecordExists = true;
        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (rows)
            grainState.ETag = Replace((stateName, grainId.Key), grainState.ETag, null);
        grainState.RecordExists = false;
        grainState.State = PersistentState<T>.New();
        return Task.CompletedTask;
    }

    private string Replace((string State, IdSpan Key) key, string? etag, byte[]? document)
    {
        var current = rows.TryGetValue(key, out var row) ? Etag(row.Version) : null;
        if (current != etag)
            throw new InconsistentStateException($"Version conflict: state {key.State} of {key.Key}.", current, etag);

        var version = row.Version + 1;
        rows[key] = (document, version);
        return Etag(version);
    }

    private static string Etag(int version) => version.ToString(CultureInfo.InvariantCulture);
}
