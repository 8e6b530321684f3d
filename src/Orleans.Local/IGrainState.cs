namespace Orleans;

/// <summary>What a storage reads and writes.</summary>
public interface IGrainState<T>
{
    T State { get; set; }

    /// <summary><c>null</c> when nothing is stored.</summary>
    string? ETag { get; set; }

    bool RecordExists { get; set; }
}

public sealed class GrainState<T> : IGrainState<T>
{
    public GrainState()
    {
    }

    public GrainState(T state) => State = state;

    public GrainState(T state, string? eTag) : this(state) => ETag = eTag;

    public T State { get; set; } = default!;

    public string? ETag { get; set; }

    public bool RecordExists { get; set; }
}
