namespace Helpdesk.Domain;

/// <summary>A member of a request that may be left out: absent, or set to a value (<c>null</c> clears).</summary>
public readonly record struct Change<T>(bool IsSet, T? Value)
{
    public static implicit operator Change<T>(T? value) => new(true, value);

    /// <summary>What it is after the change.</summary>
    public T? Or(T? present) => IsSet ? Value : present;

    /// <summary>Set, and to another value than <paramref name="present"/>.</summary>
    public bool Differs(T? present) => IsSet && !EqualityComparer<T>.Default.Equals(Value, present);
}
