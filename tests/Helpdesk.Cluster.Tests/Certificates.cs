using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Helpdesk.Postgres;
using Helpdesk.Postgres.Engine;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Helpdesk.Cluster.Tests;

internal static class Certificates
{
    /// <summary>As a process of the cluster gets it: from the database, with the master key.</summary>
    public static async Task<X509Certificate2> OfCluster(LocalCluster.LocalCluster cluster)
    {
        await using var database = cluster.OpenDatabase();
        var builder = Host.CreateEmptyApplicationBuilder(new() { EnvironmentName = Environments.Development });
        builder.Configuration.AddInMemoryCollection([new("Helpdesk:MasterKey", cluster.MasterKey)]);
        builder.Services.AddSingleton(database).AddSingleton<ClusterCertificates>();
        builder.AddAccounts();
        await using var services = builder.Services.BuildServiceProvider();
        var certificates = await services.GetRequiredService<ClusterCertificates>().Load(SystemClock.Instance.GetCurrentInstant(), default);
        return certificates.ShouldHaveSingleItem("one for all processes").Certificate;
    }

    /// <summary>Says the same as the cluster's, with another key.</summary>
    public static X509Certificate2 Foreign()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=helpdesk cluster", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new("1.3.6.1.5.5.7.3.1"), new("1.3.6.1.5.5.7.3.2")], true));
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(700));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
