using System.Security.Cryptography;
using System.Text;

namespace Helpdesk.Contracts;

/// <summary>Ids that follow from others.</summary>
public static class CommandSteps
{
    /// <summary>The id of another step of the same command, on another stream: a retry of the command finds each of its steps.</summary>
    public static CommandId Step(this CommandId command, string step) => command with { Id = Derive($"{command.Id:D}|{step}") };

    /// <summary>The same command, judged without effect.</summary>
    public static CommandId Rehearsal(this CommandId command) => command with { IsRehearsal = true };

    /// <summary>A step on another stream that is harmless to repeat by itself, so that no retry has to find it.</summary>
    public static CommandId Aside(string what) => new(Guid.CreateVersion7(), what, FromKey: false);

    /// <summary>The same text always gives the same id; nothing about the text can be read off it.</summary>
    public static Guid Derive(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80); // version 8: made from a hash of our own choosing
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
