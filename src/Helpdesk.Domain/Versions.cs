namespace Helpdesk.Domain;

/// <summary>The one question of optimistic concurrency.</summary>
public static class Versions
{
    /// <summary>
    /// For a command that is only judged (<see cref="CommandId.IsIncomplete"/>): whatever is there. No client can name it.
    /// </summary>
    public const int Any = -1;

    /// <summary>Somebody else has changed the thing since the caller read it.</summary>
    /// <param name="read">As the caller read it, 0 before there was anything; <c>null</c>: whatever it is.</param>
    public static bool IsStale(this int? read, int present) => read is { } seen && seen != present && seen != Any;
}
