using System.Security.Cryptography;

namespace Helpdesk.Domain;

/// <summary>What makes a retry harmless; travels with every command.</summary>
/// <param name="Id">Bound to tenant, account and <c>Idempotency-Key</c>, or random without a key.</param>
/// <param name="Fingerprint">
/// What was asked, as a hash of method, path and body or in a word of our own; the same id with another fingerprint is refused with
/// <c>idempotency-key-reused</c>.
/// </param>
/// <param name="FromKey">The caller sent a key, so the same command may have had its effect before.</param>
/// <param name="IsRehearsal">
/// The command is judged and nothing is recorded: a refusal, the answer of the time when it had its effect, or the present state.
/// </param>
/// <param name="IsIncomplete">
/// Not all of it could be read: the rest is judged, and refused in any case. A rehearsal as well, so that a process which does not know
/// this word records nothing either.
/// </param>
public sealed record CommandId(Guid Id, string Fingerprint, bool FromKey, bool IsRehearsal = false, bool IsIncomplete = false)
{
    /// <summary>The id of another step of the same command, on another stream: a retry of the command finds each of its steps.</summary>
    public CommandId Step(string step) => this with { Id = Derive($"{Id:D}|{step}") };

    /// <summary>The same command, judged without effect.</summary>
    public CommandId Rehearsal() => this with { IsRehearsal = true };

    /// <summary>For a command that could not be read whole: only what else is wrong with it is wanted.</summary>
    public static CommandId OfIncomplete(Guid id) => new(id, "", FromKey: false, IsRehearsal: true, IsIncomplete: true);

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
