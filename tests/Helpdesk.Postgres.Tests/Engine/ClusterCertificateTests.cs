using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Helpdesk.Postgres.Engine;
using Helpdesk.Postgres.Sealing;
using Microsoft.Extensions.Configuration;

namespace Helpdesk.Postgres.Tests.Engine;

public sealed class ClusterCertificateTests : IAsyncLifetime
{
    private static readonly byte[] RightKey = RandomNumberGenerator.GetBytes(32);
    private static readonly Instant Start = Some.Moment();

    private readonly PostgresFixture postgres = new();

    public Task InitializeAsync() => postgres.InitializeAsync();

    public Task DisposeAsync() => postgres.DisposeAsync();

    [Fact]
    public async Task Of_several_hosts_that_start_on_a_fresh_database_one_makes_it_and_all_have_it()
    {
        await using var first = Host(RightKey);
        await first.GetRequiredService<MasterKeyCheck>().Require(default);
        var hosts = Enumerable.Range(0, 8).Select(_ => Host(RightKey)).ToList();

        var loaded = await Task.WhenAll(hosts.Select(host => Task.Run(() => Load(host, Start))));

        (await Ids()).ShouldHaveSingleItem();
        foreach (var certificate in loaded.Select(each => each.ShouldHaveSingleItem()))
        {
            certificate.Times.Id.ShouldBe(ClusterCertificate.IdOf(certificate.Certificate));
            certificate.Certificate.HasPrivateKey.ShouldBeTrue();
            Shown([certificate], Start).ShouldBe(loaded[0][0].Times.Id, "the first one is shown at once: nobody else can know another");
        }

        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task The_next_one_is_accepted_for_a_day_before_it_is_shown_and_the_last_one_until_it_is_over()
    {
        await using var host = Host(RightKey);
        var old = (await Load(host, Start)).ShouldHaveSingleItem().Times;
        old.AcceptedUntil.ShouldBe(Start + Duration.FromDays(730));

        (await Load(host, old.AcceptedUntil - Duration.FromDays(90) - Duration.FromSeconds(1))).ShouldHaveSingleItem();
        var made = old.AcceptedUntil - Duration.FromDays(90);
        var both = await Load(host, made);

        both.Count.ShouldBe(2);
        var next = both[1].Times;
        Shown(both, made).ShouldBe(old.Id);
        Shown(both, made + Duration.FromDays(1) - Duration.FromSeconds(1)).ShouldBe(old.Id);
        Shown(both, made + Duration.FromDays(1)).ShouldBe(next.Id);
        (await Load(host, old.AcceptedUntil - Duration.FromSeconds(1))).Select(each => each.Times.Id).ShouldBe([old.Id, next.Id]);
        (await Load(host, old.AcceptedUntil)).ShouldHaveSingleItem().Times.Id.ShouldBe(next.Id);
        (await Load(host, next.AcceptedUntil - Duration.FromDays(90))).Count.ShouldBe(2);
        (await Ids()).ShouldNotContain(old.Id, "what is over is deleted when the next one is made");
    }

    [Fact]
    public async Task Of_several_hosts_that_see_the_time_has_come_one_makes_the_next()
    {
        var hosts = Enumerable.Range(0, 8).Select(_ => Host(RightKey)).ToList();
        await Load(hosts[0], Start);

        await Task.WhenAll(hosts.Select(host => Task.Run(() => Load(host, Start + Duration.FromDays(700)))));

        (await Ids()).Count.ShouldBe(2);
        foreach (var host in hosts)
            await host.DisposeAsync();
    }

    [Fact]
    public async Task After_years_without_a_host_the_new_one_is_shown_at_once()
    {
        await using var host = Host(RightKey);
        var old = (await Load(host, Start)).ShouldHaveSingleItem().Times;

        var later = Start + Duration.FromDays(3_000);
        var certificates = await Load(host, later);

        certificates.ShouldHaveSingleItem().Times.Id.ShouldNotBe(old.Id);
        Shown(certificates, later).ShouldBe(certificates[0].Times.Id);
    }

    [Fact]
    public void By_a_clock_that_is_behind_there_is_one_to_show_too()
    {
        var times = new ClusterCertificateTimes("one", Start, Start + Duration.FromDays(730));

        ClusterCertificateSchedule.Shown([times], Start - Duration.FromMinutes(10)).ShouldBe(times);
        ClusterCertificateSchedule.Shown([times], times.AcceptedUntil).ShouldBeNull();
    }

    [Fact]
    public async Task The_private_key_lies_sealed_and_opens_with_the_right_master_key_alone()
    {
        await using var host = Host(RightKey);
        var certificate = (await Load(host, Start)).ShouldHaveSingleItem();
        using var key = certificate.Certificate.GetECDsaPrivateKey()!;
        var secret = key.ExportParameters(includePrivateParameters: true).D!;

        var row = await Column<byte[]>("select private_key from cluster_certificate");
        row.ShouldHaveSingleItem().AsSpan().IndexOf(secret).ShouldBe(-1);
        var text = (await Column<string>("select to_jsonb(c)::text from cluster_certificate c")).ShouldHaveSingleItem();
        text.ShouldNotContain(Convert.ToHexStringLower(secret));
        text.ShouldContain(Convert.ToHexStringLower(certificate.Certificate.RawData), Case.Insensitive, "it sees what lies there in clear");

        await using var wrong = Host(RandomNumberGenerator.GetBytes(32));
        await Should.ThrowAsync<CryptographicException>(() => Load(wrong, Start));
        (await Ids()).ShouldHaveSingleItem("whoever cannot open the one makes no other");
    }

    [Fact]
    public async Task A_private_key_in_the_row_of_another_certificate_is_refused()
    {
        await using var host = Host(RightKey);
        await Load(host, Start);
        await Load(host, Start + Duration.FromDays(700));
        await Execute(
            "update cluster_certificate set private_key = (select private_key from cluster_certificate order by shown_from limit 1)");

        await Should.ThrowAsync<CryptographicException>(() => Load(host, Start + Duration.FromDays(700)));
    }

    [Theory]
    [InlineData("select count(*) from cluster_certificate")]
    [InlineData("delete from cluster_certificate")]
    public async Task Readers_of_the_feed_cannot_reach_it(string sql)
    {
        await using var command = postgres.Database.Worker.CreateCommand(sql);

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task Nobody_changes_one()
    {
        await using var command = postgres.Database.App.CreateCommand("update cluster_certificate set accepted_until = now()");

        var refused = await Should.ThrowAsync<PostgresException>(() => command.ExecuteNonQueryAsync());
        refused.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    private static string Shown(IEnumerable<ClusterCertificate> certificates, Instant now) =>
        ClusterCertificateSchedule.Shown(certificates.Select(each => each.Times), now)!.Id;

    private static Task<IReadOnlyList<ClusterCertificate>> Load(IServiceProvider host, Instant now) =>
        host.GetRequiredService<ClusterCertificates>().Load(now, default);

    private ServiceProvider Host(byte[] masterKey)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("Helpdesk:MasterKey", Convert.ToBase64String(masterKey))]);
        builder.Services.AddSingleton(postgres.Database).AddSingleton<ClusterCertificates>();
        builder.AddAccounts();
        return builder.Services.BuildServiceProvider();
    }

    private Task<List<string>> Ids() => Column<string>("select id from cluster_certificate order by shown_from");

    private async Task<List<T>> Column<T>(string sql)
    {
        await using var command = postgres.Superuser.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var values = new List<T>();
        while (await reader.ReadAsync())
            values.Add(reader.GetFieldValue<T>(0));
        return values;
    }

    private Task Execute(string sql) => postgres.Run(sql);
}
