using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Helpdesk.Hosting.Cluster;
using Helpdesk.Postgres.Engine;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Tests.Hosting;

/// <summary>When the processes of a cluster speak TLS, and whom they take for one of them.</summary>
public sealed class ClusterTlsTests
{
    private const string OwnServer = "Host=db.example", Private = "";

    [Theory]
    [InlineData("Production", OwnServer, null, "auto", true)]
    [InlineData("Production", OwnServer, "10.0.0.7", "auto", true)]
    [InlineData("Production", OwnServer, "127.0.0.1", "auto", true)] // an api, which has no address, decides so too
    [InlineData("Production", Private, null, "auto", false)]
    [InlineData("Production", Private, "10.0.0.7", "auto", true)]
    [InlineData("Development", OwnServer, null, "auto", false)]
    [InlineData("Development", OwnServer, "::1", "auto", false)]
    [InlineData("Development", OwnServer, "10.0.0.7", "auto", true)]
    [InlineData("Development", Private, null, "on", true)]
    [InlineData("Development", OwnServer, "10.0.0.7", "off", false)]
    [InlineData("Production", OwnServer, "127.0.0.1", "off", false)]
    public void Traffic_is_plain_at_loopback_only(string environment, string database, string? address, string tls, bool speaksTls)
    {
        var cluster = new HelpdeskClusterOptions { Address = address, Tls = tls };

        Faults(cluster, environment, database).ShouldBeNull();
        ClusterReach.SpeaksTls(cluster, In(environment), On(database)).ShouldBe(speaksTls);
    }

    [Fact]
    public void To_listen_on_every_address_is_not_loopback()
    {
        var cluster = new HelpdeskClusterOptions { Address = "127.0.0.1", ListenOnAnyAddress = true };

        ClusterReach.SpeaksTls(cluster, In("Development"), On(OwnServer)).ShouldBeTrue();
    }

    [Theory]
    [InlineData("Production", OwnServer, null, false)]
    [InlineData("Production", OwnServer, "10.0.0.7", false)]
    [InlineData("Production", OwnServer, "127.0.0.1", true)]
    [InlineData("Staging", Private, "10.0.0.7", false)]
    public void Off_refuses_the_start_where_others_reach_the_ports(string environment, string database, string? address, bool anyAddress)
    {
        var cluster = new HelpdeskClusterOptions { Address = address, ListenOnAnyAddress = anyAddress, Tls = "off" };

        Faults(cluster, environment, database).ShouldBe(ClusterReach.Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("On")]
    [InlineData("true")]
    public void Another_word_is_refused(string word) =>
        Faults(new() { Tls = word }, "Development", Private).ShouldBe("Helpdesk:Cluster:Tls must be auto, on or off.");

    [Fact]
    public void While_one_certificate_follows_another_processes_that_know_both_and_those_that_show_the_last_one_understand_each_other()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var old = Made(now - Duration.FromDays(640), now + Duration.FromDays(90));
        var next = Made(now + Duration.FromDays(1), now + Duration.FromDays(730));
        var (before, between, after) = (Knows(old), Knows(old, next), Knows(old, Shown(next, from: now)));

        before.Shown().ShouldBe(old.Certificate);
        between.Shown().ShouldBe(old.Certificate, "the next one is known first and shown a day later");
        after.Shown().ShouldBe(next.Certificate);
        foreach (var process in (ClusterTls[])[between, after])
        {
            process.IsOurs(before.Shown()).ShouldBeTrue();
            process.IsOurs(after.Shown()).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_certificate_counts_by_its_key_and_until_its_time_is_over()
    {
        var now = SystemClock.Instance.GetCurrentInstant();
        var over = Made(now - Duration.FromDays(730), now - Duration.FromSeconds(1));
        var (own, sameName) = (Made(now, now + Duration.FromDays(730)), Made(now, now + Duration.FromDays(730)));
        var tls = Knows(over, own);

        sameName.Certificate.Subject.ShouldBe(own.Certificate.Subject);
        tls.IsOurs(own.Certificate).ShouldBeTrue();
        tls.IsOurs(sameName.Certificate).ShouldBeFalse();
        tls.IsOurs(over.Certificate).ShouldBeFalse();
        Should.Throw<InvalidOperationException>(() => Knows(over).Shown());
        Should.Throw<InvalidOperationException>(() => Knows().Shown());
    }

    private static ClusterTls Knows(params ClusterCertificate[] certificates)
    {
        var tls = new ClusterTls(isOn: true);
        tls.Use(certificates);
        return tls;
    }

    private static ClusterCertificate Shown(ClusterCertificate certificate, Instant from) =>
        certificate with { Times = certificate.Times with { ShownFrom = from } };

    private static ClusterCertificate Made(Instant shownFrom, Instant acceptedUntil)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var certificate = new CertificateRequest("CN=helpdesk cluster", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(shownFrom.ToDateTimeOffset(), acceptedUntil.ToDateTimeOffset());
        return new(certificate, new(ClusterCertificate.IdOf(certificate), shownFrom, acceptedUntil));
    }

    private static string? Faults(HelpdeskClusterOptions cluster, string environment, string database) =>
        new HelpdeskClusterOptionsValidator(In(environment), Options.Create(On(database))).Validate(null, cluster).FailureMessage;

    private static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };

    private static DatabaseOptions On(string database) => new() { Application = database.Length == 0 ? null : database };
}
