using System.Security.Cryptography;
using Helpdesk.Hosting.Cluster;
using Helpdesk.Postgres.Engine;
using Microsoft.Extensions.Logging.Abstractions;

namespace Helpdesk.Api.Tests.Hosting;

public sealed class ClusterCertificateWatchTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>
{
    [Fact]
    public async Task A_host_has_a_certificate_before_it_connects_and_one_that_cannot_open_it_does_not_start()
    {
        var seals = new ForeignSeals();
        var (first, second) = (new ClusterTls(isOn: true), new ClusterTls(isOn: true));

        await Watch(first, seals).StartingAsync(default);
        await Watch(second, seals).StartingAsync(default);
        first.IsOurs(second.Shown()).ShouldBeTrue();

        var another = Watch(new(isOn: true), new ForeignSeals());
        var refused = await Should.ThrowAsync<StartupRefusedException>(() => another.StartingAsync(default));
        refused.Message.ShouldStartWith("The cluster's certificate does not open");
        refused.InnerException.ShouldBeOfType<CryptographicException>();
    }

    [Fact]
    public async Task Where_traffic_is_plain_nothing_is_made()
    {
        await using var before = postgres.Superuser.CreateCommand("select count(*) from cluster_certificate");
        var count = await before.ExecuteScalarAsync();

        await Watch(new(isOn: false), new()).StartingAsync(default);

        (await before.ExecuteScalarAsync()).ShouldBe(count);
    }

    private ClusterCertificateWatch Watch(ClusterTls tls, ForeignSeals seals) =>
        new(new ClusterCertificates(postgres.Database, seals), tls, NullLogger<ClusterCertificateWatch>.Instance);
}
