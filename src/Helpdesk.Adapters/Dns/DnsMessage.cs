using System.Buffers.Binary;
using System.Text;

namespace Helpdesk.Adapters.Dns;

/// <summary>A question for TXT records and its answer, as bytes. Everything in an answer is a stranger's: each offset is checked.</summary>
internal static class DnsMessage
{
    /// <summary>That we accept over UDP, and say so in the question (EDNS, RFC 6891): passes every network in one piece.</summary>
    public const int LargestDatagram = 1_232;

    private const int Header = 12;
    private const ushort Txt = 16, Internet = 1, Options = 41;

    public static byte[] Query(ushort id, string name)
    {
        var query = new List<byte>(Header + name.Length + 20);
        query.AddRange([(byte)(id >> 8), (byte)id, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1]); // recursion desired; one question, one option record
        foreach (var label in name.Split('.'))
        {
            query.Add((byte)label.Length);
            query.AddRange(Encoding.ASCII.GetBytes(label));
        }

        query.AddRange([0, 0, (byte)Txt, 0, (byte)Internet]);
        query.AddRange([0, 0, (byte)Options, LargestDatagram >> 8, LargestDatagram & 0xFF, 0, 0, 0, 0, 0, 0]);
        return [.. query];
    }

    /// <returns><c>null</c>: no answer to this question.</returns>
    public static DnsAnswer? Read(ReadOnlySpan<byte> message, byte[] query)
    {
        var question = query.AsSpan(Header, query.Length - Header - 11);
        if (message.Length < Header + question.Length || message[0] != query[0] || message[1] != query[1] || (message[2] & 0x80) == 0 ||
            BinaryPrimitives.ReadUInt16BigEndian(message[4..]) != 1 || !SameQuestion(message.Slice(Header, question.Length), question))
            return null;

        var (isCut, code) = ((message[2] & 0x02) != 0, message[3] & 0x0F);
        if (isCut)
            return new(IsKnown: false, IsCut: true, []);
        return code switch
        {
            0 => ReadRecords(message, Header + question.Length) is { } texts ? new(IsKnown: true, IsCut: false, texts) : DnsAnswer.Useless,
            3 => new(IsKnown: true, IsCut: false, []), // there is no such name
            _ => DnsAnswer.Useless,
        };
    }

    // Servers may answer in another case than they were asked in.
    private static bool SameQuestion(ReadOnlySpan<byte> one, ReadOnlySpan<byte> other) => Ascii.EqualsIgnoreCase(one, other);

    // Aliases stand before what they lead to and are the resolver's matter: every TXT record of the answer counts. null: malformed.
    private static List<string>? ReadRecords(ReadOnlySpan<byte> message, int at)
    {
        var texts = new List<string>();
        for (var left = BinaryPrimitives.ReadUInt16BigEndian(message[6..]); left > 0; left--)
        {
            at = BehindName(message, at);
            if (at < 0 || at + 10 > message.Length)
                return null;
            var (type, length) = (BinaryPrimitives.ReadUInt16BigEndian(message[at..]), BinaryPrimitives.ReadUInt16BigEndian(message[(at + 8)..]));
            at += 10;
            if (at + length > message.Length)
                return null;
            if (type == Txt && ReadText(message.Slice(at, length)) is { } text)
                texts.Add(text);
            at += length;
        }

        return texts;
    }

    // A pointer ends a name; where it points to does not matter here.
    private static int BehindName(ReadOnlySpan<byte> message, int at)
    {
        while (at < message.Length)
        {
            if (message[at] == 0)
                return at + 1;
            if ((message[at] & 0xC0) == 0xC0)
                return at + 2;
            at += message[at] + 1;
        }

        return -1;
    }

    // Pieces of at most 255 bytes that belong together.
    private static string? ReadText(ReadOnlySpan<byte> data)
    {
        var text = new StringBuilder();
        for (var at = 0; at < data.Length; at += data[at] + 1)
        {
            if (at + 1 + data[at] > data.Length)
                return null;
            text.Append(Encoding.Latin1.GetString(data.Slice(at + 1, data[at])));
        }

        return text.ToString();
    }
}

/// <param name="IsKnown">The server knows; otherwise it had a fault or refused.</param>
/// <param name="IsCut">It did not fit into the datagram.</param>
internal sealed record DnsAnswer(bool IsKnown, bool IsCut, IReadOnlyCollection<string> Texts)
{
    public static readonly DnsAnswer Useless = new(IsKnown: false, IsCut: false, []);
}
