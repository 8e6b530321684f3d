using System.Net.Sockets;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// A connection to a server that nobody here knows. What it may say in all is bounded: an answer without end would fill the memory that all
/// municipalities share.
/// </summary>
internal sealed class BoundedStream(Socket socket) : NetworkStream(socket, ownsSocket: true)
{
    // Some hundred bytes for each mail of a session, and what TLS adds.
    private const int Most = 1 << 20;

    private int read;

    public override int Read(Span<byte> buffer) => Counted(base.Read(buffer));

    public override int Read(byte[] buffer, int offset, int count) => Counted(base.Read(buffer, offset, count));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await base.ReadAsync(buffer, cancellationToken));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Counted(await base.ReadAsync(buffer.AsMemory(offset, count), cancellationToken));

    private int Counted(int bytes) => (read += bytes) <= Most ? bytes : throw new EndlessAnswerException();
}

/// <summary>A mail server says more than it may.</summary>
internal sealed class EndlessAnswerException() : IOException(MailReasons.Text(MailReason.ServerTalks, german: false));
