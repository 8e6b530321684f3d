using System.Buffers;

namespace Helpdesk.Domain.Audit;

/// <summary>
/// A list of fields as bytes: each as <c>5:hello,</c>, what is absent as <c>-,</c>. No two lists have the same bytes, whatever stands in
/// them. Every event of the platform is written this way, so it happens in a borrowed buffer.
/// </summary>
internal ref struct Netstrings : IDisposable
{
    // The longest number or id.
    private const int LongestValue = 36;

    private byte[] buffer = ArrayPool<byte>.Shared.Rent(1024);
    private int length;

    public Netstrings(string first) => Add(first);

    public readonly ReadOnlySpan<byte> Written => buffer.AsSpan(0, length);

    public void Add(string? text)
    {
        if (text is null)
        {
            AddAbsent();
            return;
        }

        var size = Encoding.UTF8.GetByteCount(text);
        Encoding.UTF8.GetBytes(text, Begin(size));
        End(size);
    }

    public void Add(Guid? id)
    {
        if (id is { } there)
            AddValue(there, "D");
        else
            AddAbsent();
    }

    public void Add(long number) => AddValue(number, "");

    /// <summary>In lower case.</summary>
    public void AddHex(ReadOnlySpan<byte> bytes)
    {
        Convert.TryToHexStringLower(bytes, Begin(2 * bytes.Length), out var size);
        End(size);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(buffer);

    private void AddValue<T>(T value, ReadOnlySpan<char> format) where T : IUtf8SpanFormattable
    {
        Span<byte> text = stackalloc byte[LongestValue];
        value.TryFormat(text, out var size, format, CultureInfo.InvariantCulture);
        text[..size].CopyTo(Begin(size));
        End(size);
    }

    private void AddAbsent()
    {
        "-,"u8.CopyTo(Room(2));
        length += 2;
    }

    // The length of the field and its colon; what is left is the field's own, with room for the comma.
    private Span<byte> Begin(int size)
    {
        var room = Room(size + LongestValue);
        size.TryFormat(room, out var digits, default, CultureInfo.InvariantCulture);
        room[digits] = (byte)':';
        length += digits + 1;
        return room[(digits + 1)..];
    }

    private void End(int size)
    {
        length += size;
        buffer[length++] = (byte)',';
    }

    private Span<byte> Room(int size)
    {
        if (buffer.Length - length < size)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * buffer.Length, length + size));
            Written.CopyTo(larger);
            ArrayPool<byte>.Shared.Return(buffer);
            buffer = larger;
        }

        return buffer.AsSpan(length);
    }
}
