namespace Orleans.Runtime;

/// <summary>One activation of a grain.</summary>
public interface IGrainContext : IEquatable<IGrainContext>
{
    GrainReference GrainReference { get; }

    GrainId GrainId { get; }

    /// <summary><c>null</c> until the instance is created and after it is gone.</summary>
    object? GrainInstance { get; }

    ActivationId ActivationId { get; }

    /// <summary>The activation's own scope; disposed when it ends.</summary>
    IServiceProvider ActivationServices { get; }

    /// <summary>Completes when the activation has ended.</summary>
    Task Deactivated { get; }

    /// <summary>Ends the activation after the calls that run now. Calls that wait go to the next activation.</summary>
    void Deactivate(DeactivationReason deactivationReason, CancellationToken cancellationToken = default);
}

/// <summary>The activation whose turn this is.</summary>
public interface IGrainContextAccessor
{
    IGrainContext GrainContext { get; }
}

public readonly struct ActivationId(Guid key) : IEquatable<ActivationId>
{
    private readonly Guid key = key;

    public bool IsDefault => key == Guid.Empty;

    public static ActivationId NewId() => new(Guid.NewGuid());

    public bool Equals(ActivationId other) => key == other.key;

    public override bool Equals(object? obj) => obj is ActivationId other && Equals(other);

    public override int GetHashCode() => key.GetHashCode();

    public override string ToString() => $"@{key:N}";

    public static bool operator ==(ActivationId left, ActivationId right) => left.Equals(right);

    public static bool operator !=(ActivationId left, ActivationId right) => !left.Equals(right);
}
