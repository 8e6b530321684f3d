using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using Helpdesk.Postgres.Engine;
using Orleans.Connections.Security;

namespace Helpdesk.Cluster.Tests;

/// <summary>Somebody reaches the ports of a silo who does not belong to the cluster.</summary>
public sealed class StrangerTests(ClusterFixture fixture) : ClusterTest(fixture)
{
    private const int TlsAlert = 7;

    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task A_client_calls_grains_with_the_certificate_of_the_cluster_and_not_without_it()
    {
        var gateway = Cluster.Silos[0].EnginePorts.Gateway;
        using var own = await Certificates.OfCluster(Cluster);
        using var foreign = Certificates.Foreign();

        (await EngineClient.CountSilos(gateway, Showing(own))).ShouldBe(3, "what the others lack is the certificate alone");
        (await EngineClient.CountSilos(gateway, tls: null)).ShouldBeNull("plain");
        (await EngineClient.CountSilos(gateway, Showing(null))).ShouldBeNull("without a certificate");
        (await EngineClient.CountSilos(gateway, Showing(foreign))).ShouldBeNull("with another one");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_port_shows_who_it_is_and_hangs_up_on_everybody_else(bool gateway)
    {
        var ports = Cluster.Silos[0].EnginePorts;
        var port = gateway ? ports.Gateway : ports.Silo;
        using var own = await Certificates.OfCluster(Cluster);
        using var foreign = Certificates.Foreign();

        foreach (var shown in (X509Certificate2?[])[null, foreign])
        {
            await IsHungUpOn(port, shown, SslProtocols.Tls12);
            // Here a client is done, and has seen who it is, before the other side looks at its certificate.
            var other = await IsHungUpOn(port, shown, SslProtocols.Tls13);
            ClusterCertificate.IdOf(other.ShouldNotBeNull()).ShouldBe(ClusterCertificate.IdOf(own));
        }

        using var plain = await Connect(port);
        await plain.GetStream().WriteAsync("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        (await ReadToEnd(plain.GetStream())).ShouldBeLessThanOrEqualTo(TlsAlert, "nothing but that this is no TLS");
    }

    /// <returns>What the other side showed; <c>null</c>: it hung up before.</returns>
    private static async Task<X509Certificate2?> IsHungUpOn(int port, X509Certificate2? shown, SslProtocols protocol)
    {
        using var client = await Connect(port);
        X509Certificate2? other = null;
        await using var tls = new SslStream(client.GetStream());
        var options = new SslClientAuthenticationOptions
        {
            TargetHost = "helpdesk",
            EnabledSslProtocols = protocol,
            ClientCertificates = shown is null ? null : [shown],
            RemoteCertificateValidationCallback = (_, certificate, _, _) =>
            {
                other = X509CertificateLoader.LoadCertificate(certificate!.GetRawCertData());
                return true;
            },
        };
        try
        {
            await tls.AuthenticateAsClientAsync(options).WaitAsync(Soon);
            (await ReadToEnd(tls)).ShouldBe(0);
        }
        catch (Exception refused) when (refused is AuthenticationException or IOException)
        {
            // Told so, or hung up on, while they shook hands.
        }

        return other;
    }

    private static async Task<TcpClient> Connect(int port)
    {
        var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, port);
        return client;
    }

    /// <returns>How many bytes came until the other side hung up. One that goes on listening ends the test.</returns>
    private static async Task<int> ReadToEnd(Stream stream)
    {
        var (all, buffer) = (0, new byte[1_024]);
        try
        {
            while (await stream.ReadAsync(buffer).AsTask().WaitAsync(Soon) is > 0 and var read)
                all += read;
        }
        catch (IOException)
        {
            // Hung up in the middle.
        }

        return all;
    }

    private static TlsOptions Showing(X509Certificate2? certificate)
    {
        var options = new TlsOptions { LocalCertificate = certificate };
        options.AllowAnyRemoteCertificate();
        return options;
    }
}
