using System.Diagnostics;
using System.Globalization;
using Helpdesk.Postgres.Embedded;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres.Tests.Embedded;

public sealed class EmbeddedWatchTests : IDisposable
{
    private readonly string data = Directory.CreateTempSubdirectory("helpdesk-watch-").FullName;

    public EmbeddedWatchTests() => File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);

    [Fact]
    public async Task A_private_server_that_somebody_killed_is_there_again_and_the_host_never_ended()
    {
        using var host = Host();
        await host.StartAsync();
        var database = host.Services.GetRequiredService<Database>();
        await Ask(database, "create table kept as select 1 as n");

        using (var server = Process.GetProcessById(ServerId))
            server.Kill();

        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
        while (await Ask(database, "select n from kept") is not 1)
            await Task.Delay(100, limit.Token);
        host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested.ShouldBeFalse();
        await host.StopAsync();
        EmbeddedPostgres.FindRunning(data).ShouldBeNull();
    }

    [Fact]
    public async Task A_private_server_that_cannot_be_started_again_ends_the_process_with_its_reason_and_a_code()
    {
        var (host, said) = (Host(), new StringWriter());
        var ending = host.RunToExitCodeAsync(said);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(3));
        while (!host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStarted.IsCancellationRequested)
            await Task.Delay(100, limit.Token);

        File.Delete(Path.Combine(data, "postgres", "data", "global", "pg_control"));
        using (var server = Process.GetProcessById(ServerId))
            server.Kill(entireProcessTree: true);

        (await ending.WaitAsync(limit.Token)).ShouldBe(HostExtensions.GaveUp);
        said.ToString().ShouldStartWith("This process cannot go on and ends: The private PostgreSQL has ended and cannot be started again. "
            + "PostgreSQL did not start in ");
    }

    [Fact]
    public void Between_starts_it_waits_longer_each_time_and_gives_up_after_half_a_minute()
    {
        var pauses = Enumerable.Range(0, 6).Select(starts => RestartPauses.Before(starts)).ToList();

        pauses[0].ShouldBe(TimeSpan.Zero);
        pauses.ShouldBeInOrder();
        pauses.Sum(pause => pause!.Value.TotalSeconds).ShouldBe(30);
        RestartPauses.Before(6).ShouldBeNull();
    }

    public void Dispose() => Directory.Delete(data, recursive: true);

    private int ServerId =>
        int.Parse(File.ReadLines(Path.Combine(data, "postgres", "data", "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private IHost Host()
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("Helpdesk:Data", data)]);
        builder.AddHelpdeskDatabase();
        return builder.Build();
    }

    /// <returns><c>null</c>: nothing comes of it.</returns>
    private static async Task<object?> Ask(Database database, string sql)
    {
        try
        {
            await using var command = database.Owner.CreateCommand(sql);
            return await command.ExecuteScalarAsync();
        }
        catch (NpgsqlException)
        {
            return null;
        }
    }
}
