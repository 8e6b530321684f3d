using System.Net;
using System.Net.Sockets;

namespace Helpdesk.LocalCluster;

internal static class Ports
{
    /// <summary>All are held until all are known, so that they differ.</summary>
    public static Queue<int> Free(int count)
    {
        var sockets = Enumerable.Range(0, count).Select(_ => new Socket(SocketType.Stream, ProtocolType.Tcp)).ToList();
        try
        {
            foreach (var socket in sockets)
                socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
            return new(sockets.Select(socket => ((IPEndPoint)socket.LocalEndPoint!).Port));
        }
        finally
        {
            sockets.ForEach(socket => socket.Dispose());
        }
    }
}
