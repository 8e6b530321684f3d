using System.Net;
using System.Net.Sockets;
using System.Text;
using Helpdesk.Bench.Load;
using Helpdesk.Bench.Reporting;
using Helpdesk.Bench.Servers;

namespace Helpdesk.Bench.Live;

/// <summary>
/// What idle event streams cost: resident memory of the product with them and without, and its processor while nothing happens but
/// heartbeats. As many as the descriptors of both processes allow; how many those are stands in the table.
/// </summary>
internal sealed class LiveSection : ISection
{
    private const int Warm = 200;

    public string Name => "live";

    public async Task Run(Bench bench)
    {
        var servers = await bench.Servers.Value;
        using var product = await Product.Start(
            servers.Database.Connections, servers.Folder, asDelivered: true, ("Helpdesk__Live__AccountStreams", "10000"),
            ("Helpdesk__Live__Streams", "10000"), ("Helpdesk__Live__TenantStreams", "10000"));
        var town = servers.Tickets.Small;
        var request = Requests.Get(town.Host, "/api/v1/events", await product.SignIn(town));
        var streams = new List<Socket>();
        try
        {
            Open(product.Server.Address, request, streams, Warm);
            await Task.Delay(TimeSpan.FromSeconds(20));
            var (before, count) = (product.Server.ResidentMemory, streams.Count);
            Open(product.Server.Address, request, streams, count + (bench.Options.Quick ? 1_000 : 5_000));
            // Past the first heartbeats, which write on each.
            await Task.Delay(TimeSpan.FromSeconds(20));
            var opened = streams.Count - count;
            var each = (product.Server.ResidentMemory - before) / 1024.0 / opened;
            var spent = product.Server.ProcessorTime;
            await Task.Delay(TimeSpan.FromSeconds(15));
            var processor = (product.Server.ProcessorTime - spent).TotalMilliseconds / 15;
            Tell(bench.Report, opened, each, processor);
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    private static void Tell(Report report, int opened, double each, double processor)
    {
        var table = new Table(
            "live", "Idle event streams", new("streams", "streams"), new("each", "KB resident each", "N1"),
            new("processor", "processor ms a second", "N1"));
        table.Add(opened, each, processor);
        report.Add(table);
        report.Add(new Aim("KB resident that an idle event stream takes", each, Most: 20));
    }

    // Until there are so many, or until one more is refused or cannot be had.
    private static void Open(IPEndPoint server, byte[] request, List<Socket> streams, int upTo)
    {
        var buffer = new byte[4096];
        while (streams.Count < upTo)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 30_000, ReceiveBufferSize = 4096 };
            try
            {
                socket.Connect(server);
                socket.Send(request);
                var read = socket.Receive(buffer);
                if (!Encoding.ASCII.GetString(buffer, 0, read).StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
                    throw new SocketException();
                streams.Add(socket);
            }
            catch (SocketException)
            {
                socket.Dispose();
                return;
            }
        }
    }
}
