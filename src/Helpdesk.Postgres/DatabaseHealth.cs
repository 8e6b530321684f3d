namespace Helpdesk.Postgres;

public static class DatabaseHealth
{
    /// <summary>Whether requests could be served from the database at this moment. One round trip.</summary>
    public static async Task<bool> AnswersAsync(this Database database, CancellationToken cancellation)
    {
        try
        {
            await using var command = database.App.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancellation);
            return true;
        }
        catch (Exception unreachable) when (unreachable is NpgsqlException or StorageException)
        {
            return false;
        }
    }
}
