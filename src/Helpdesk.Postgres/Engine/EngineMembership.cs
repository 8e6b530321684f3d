namespace Helpdesk.Postgres.Engine;

internal static class EngineMembership
{
    /// <summary>
    /// Forgets which silos there were. For a private server that has just been started: whoever was a member when it went down cannot be one any more,
    /// and a silo that was killed left a row at a port that nobody listens on, for which the next one would wait.
    /// </summary>
    public static async Task ForgetAsync(Database database, CancellationToken cancellation)
    {
        await using var forget = database.App.CreateCommand("delete from orleans_membership");
        await forget.ExecuteNonQueryAsync(cancellation);
    }
}
