using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Helpdesk.EndToEnd.Tests;

/// <summary>
/// A real mail server on a free port of the loopback interface: it speaks TLS with a certificate of its own, lets in whoever signs in, and
/// knows every mailbox but <c>nobody@</c>.
/// </summary>
internal sealed class Exim : IAsyncDisposable
{
    public const string User = "helpdesk";
    public const string Password = "Post-Passwort-2026";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo folder = new(DevRun.NewFolder());
    private readonly Process process;

    private Exim()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        Port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        MakeCertificate();
        // The server hands mail over as its own account, never as root.
        foreach (var part in (string[])["spool", "log", "box"])
            Directory.CreateDirectory(In(part)).UnixFileMode = (UnixFileMode)0b111_111_111;
        folder.UnixFileMode = (UnixFileMode)0b111_101_101;
        File.WriteAllText(In("exim.conf"), Settings());
        var start = new ProcessStartInfo(Program!)
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["-C", In("exim.conf"), "-bdf"])
            start.ArgumentList.Add(argument);
        process = Process.Start(start)!;
    }

    /// <summary><c>null</c>: there is none, or this process may not start it.</summary>
    public static string? Program { get; } = Environment.UserName == "root" && File.Exists("/usr/sbin/exim4") ? "/usr/sbin/exim4" : null;

    public int Port { get; }

    /// <summary>Whoever trusts it speaks with this server.</summary>
    public string Certificate => In("cert.pem");

    public static async Task<Exim> Start()
    {
        var exim = new Exim();
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            try
            {
                using var probe = new TcpClient();
                await probe.ConnectAsync(IPAddress.Loopback, exim.Port, limit.Token);
                return exim;
            }
            catch (SocketException)
            {
                if (exim.process.HasExited)
                    throw new InvalidOperationException($"exim ended: {await exim.process.StandardError.ReadToEndAsync(limit.Token)}");
                await Task.Delay(50, limit.Token);
            }
        }
    }

    /// <summary>What lies in the mailboxes, when there is something for this address.</summary>
    public async Task<string> Delivered(string to)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var box = new DirectoryInfo(In("box/new"));
            if (box.Exists && box.GetFiles().Select(file => File.ReadAllText(file.FullName)).FirstOrDefault(mail => mail.Contains(to))
                is { } found)
                return found;
            await Task.Delay(100, limit.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        folder.Delete(recursive: true);
    }

    private string In(string name) => Path.Combine(folder.FullName, name);

    private void MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var asked = new CertificateRequest("CN=mail.example", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        asked.CertificateExtensions.Add(names.Build());
        using var made = asked.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(In("cert.pem"), made.ExportCertificatePem());
        File.WriteAllText(In("key.pem"), key.ExportPkcs8PrivateKeyPem());
    }

    private string Settings() => """
        primary_hostname = mail.example
        spool_directory = @folder@/spool
        log_file_path = @folder@/log/%slog
        pid_file_path =
        daemon_smtp_ports = @port@
        local_interfaces = 127.0.0.1
        tls_advertise_hosts = *
        tls_certificate = @folder@/cert.pem
        tls_privatekey = @folder@/key.pem
        acl_smtp_rcpt = rcpt
        acl_smtp_data = accept
        keep_environment =
        begin acl
        rcpt:
          deny !authenticated = *
               message = sign in first
          deny local_parts = nobody
               message = no such mailbox
          accept
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_advertise_condition = ${if def:tls_in_cipher}
          server_condition = ${if and{{eq{$auth2}{@user@}}{eq{$auth3}{@password@}}}}
          server_set_id = $auth2
        begin routers
        all:
          driver = accept
          transport = box
        begin transports
        box:
          driver = appendfile
          maildir_format
          directory = @folder@/box
          user = Debian-exim

        """.Replace("@folder@", folder.FullName).Replace("@port@", $"{Port}").Replace("@user@", User).Replace("@password@", Password);
}

/// <summary>Where it cannot be had, and outside CI, it is skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class EximFactAttribute : FactAttribute
{
    public EximFactAttribute() => Skip = Exim.Program is null && Environment.GetEnvironmentVariable("CI") is null
        ? "exim4 is not installed, or this is not root." : null;
}
