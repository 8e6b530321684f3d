using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres.Tests.Sealing;

public sealed class MasterKeyCheckTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    private static readonly string RightKey = NewKey();

    [Fact]
    public async Task The_first_start_fixes_the_key_and_another_one_is_refused_from_then_on()
    {
        await StartAndStop(RightKey);

        (await Should.ThrowAsync<StartupRefusedException>(() => StartAndStop(NewKey()))).Message
            .ShouldStartWith("The master key does not open what is sealed in this database.");
        await StartAndStop(RightKey);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_also_where_everything_sealed_has_long_expired()
    {
        await StartAndStop(RightKey);
        (await postgres.Run(
            "update sealing_key set xml = regexp_replace(xml, '<(creation|activation|expiration)Date>20..', '<\\1Date>2015', 'g')"))
            .ShouldBeGreaterThan(0);

        await Should.ThrowAsync<StartupRefusedException>(() => StartAndStop(NewKey()));
        await StartAndStop(RightKey);
    }

    [Fact]
    public async Task Of_several_hosts_that_start_on_a_fresh_database_one_makes_the_key()
    {
        var fresh = new PostgresFixture();
        await fresh.InitializeAsync();
        try
        {
            await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => StartAndStop(RightKey, fresh.Configuration))));

            (await fresh.Ask("select count(*) from sealing_key")).ShouldBe(1L);
        }
        finally
        {
            await fresh.DisposeAsync();
        }
    }

    [Fact]
    public async Task Nothing_else_starts_with_a_wrong_key()
    {
        await StartAndStop(RightKey);
        Later.Starts = 0;

        await Should.ThrowAsync<StartupRefusedException>(() => StartAndStop(NewKey()));
        Later.Starts.ShouldBe(0);
        await StartAndStop(RightKey);
        Later.Starts.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_host_leaves_no_private_server_behind()
    {
        var data = Directory.CreateTempSubdirectory("helpdesk-key-").FullName;
        File.SetUnixFileMode(data, (UnixFileMode)0b111_101_101);
        try
        {
            KeyValuePair<string, string?>[] settings = [new("Helpdesk:Data", data)];
            await StartAndStop(RightKey, settings);

            await Should.ThrowAsync<StartupRefusedException>(() => StartAndStop(NewKey(), settings));

            Postgres.Embedded.EmbeddedPostgres.FindRunning(data).ShouldBeNull();
            await StartAndStop(RightKey, settings);
        }
        finally
        {
            Directory.Delete(data, recursive: true);
        }
    }

    private Task StartAndStop(string key) => StartAndStop(key, postgres.Configuration);

    private static async Task StartAndStop(string key, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([.. settings, new("Helpdesk:MasterKey", key)]);
        builder.AddHelpdeskDatabase();
        builder.AddAccounts();
        builder.Services.AddHostedService<Later>();
        using var host = builder.Build();
        await host.StartAsync();
        await host.StopAsync();
    }

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    private sealed class Later : IHostedService
    {
        public static int Starts { get; set; }

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Starts++;
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
