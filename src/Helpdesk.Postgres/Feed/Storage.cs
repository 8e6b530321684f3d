using System.Net.Sockets;

namespace Helpdesk.Postgres.Feed;

/// <summary>
/// Turns "the server cannot be reached or did not answer" into the one exception that callers expect; everything else passes.
/// </summary>
internal static class Storage
{
    public static async Task<T> Ask<T>(Func<Task<T>> question)
    {
        try
        {
            return await question();
        }
        catch (Exception failure) when (IsUnreachable(failure))
        {
            throw Unreachable(failure);
        }
    }

    public static StorageException Unreachable(Exception failure) =>
        IsLocked(failure)
            ? new("What is needed was kept locked for too long.", failure) { IsUndone = true, IsLocked = true }
            : new("The database cannot be reached or did not answer in time.", failure) { IsUndone = IsUndone(failure) };

    private static bool IsLocked(Exception failure) => failure is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable }
        || failure.InnerException is { } cause && IsLocked(cause);

    private static bool IsUndone(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.QueryCanceled }
        || failure.InnerException is { } cause && IsUndone(cause);

    public static bool IsUnreachable(Exception failure) => failure switch
    {
        // Class 08 connection, 53 resources, 57 operator intervention and start-up, 40 rolled back by deadlock or serialization, 55P03 lock
        // timeout.
        PostgresException refused => refused.SqlState[..2] is "08" or "53" or "57" or "40"
            || refused.SqlState == PostgresErrorCodes.LockNotAvailable,
        NpgsqlException or SocketException or TimeoutException or IOException => true,
        // EF Core wraps what the driver says.
        Microsoft.EntityFrameworkCore.DbUpdateException { InnerException: { } cause } => IsUnreachable(cause),
        InvalidOperationException { InnerException: { } cause } => IsUnreachable(cause),
        _ => false,
    };
}
