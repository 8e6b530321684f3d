using System.Security.Cryptography;

namespace Helpdesk.Domain.Feed;

/// <summary>Why one item could not be handled.</summary>
public enum MishapReason
{
    /// <summary>Whoever should handle it failed.</summary>
    Failed,
    /// <summary>It was not done in the time that it was given.</summary>
    Overdue,
    /// <summary>What is stored cannot be read: spoilt, sealed with another key, or written by a later version.</summary>
    Unreadable,
    /// <summary>What it needs could not be reached: more tries than for the others, since it may well be nobody's fault.</summary>
    Unavailable,
    /// <summary>Not tried yet: it waits behind something of its tenant that takes too long.</summary>
    Waiting,
}

/// <param name="Detail">For operators: what the machine said, at most <see cref="MostDetail"/> characters.</param>
public sealed record Mishap(MishapReason Reason, string? Detail)
{
    public const int MostDetail = 500;

    public static readonly Mishap Waiting = new(MishapReason.Waiting, null);

    public static Mishap Of(Exception failure) => new(ReasonOf(failure), DetailOf(failure));

    public static Mishap Overdue(TimeSpan limit) => new(MishapReason.Overdue, $"Not done within {limit.TotalSeconds:0.###} s.");

    private static MishapReason ReasonOf(Exception failure) => failure switch
    {
        StorageException or TimeoutException or OperationCanceledException => MishapReason.Unavailable,
        UnreadableException or InvalidDataException or JsonException or CryptographicException => MishapReason.Unreadable,
        _ => MishapReason.Failed,
    };

    // As the database takes it: without what is no character, or none that is seen. What cannot be written down would be tried for ever.
    private static string DetailOf(Exception failure)
    {
        var text = new StringBuilder(MostDetail);
        foreach (var rune in $"{failure.GetType().Name}: {failure.Message}".EnumerateRunes())
        {
            if (text.Length + rune.Utf16SequenceLength > MostDetail)
                break;
            text.Append((Rune.IsControl(rune) ? new Rune(' ') : rune).ToString());
        }

        return text.ToString();
    }
}

/// <summary>Reasons in words, for those who look after what is parked.</summary>
public static class MishapWords
{
    public static (string De, string En) Of(MishapReason reason) => reason switch
    {
        MishapReason.Failed => ("Die Verarbeitung schlug fehl.", "Handling it failed."),
        MishapReason.Overdue => ("Die Verarbeitung dauerte zu lange.", "Handling it took too long."),
        MishapReason.Unreadable => (
            "Was gespeichert ist, kann diese Version des Programms nicht lesen.", "What is stored cannot be read by this version."),
        MishapReason.Unavailable => (
            "Was dafür gebraucht wird, war nicht erreichbar.", "What it needs could not be reached."),
        MishapReason.Waiting => (
            "Es wartet hinter etwas, das zu lange dauert.", "It waits behind something that takes too long."),
        _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There are no words for this reason."),
    };
}

/// <summary>How often something is tried, and when again, before it is parked.</summary>
public static class Retries
{
    public const int Most = 8;

    public const int MostWhileUnavailable = 20;

    /// <param name="tries">How often it was tried, the last time included.</param>
    public static bool AreOver(MishapReason reason, int tries) =>
        tries >= (reason is MishapReason.Unavailable ? MostWhileUnavailable : Most);

    /// <summary>The pause is a second at first, then each time four times as long, at most <paramref name="longest"/>.</summary>
    /// <returns><c>null</c>: no more, it is parked.</returns>
    public static Instant? Next(MishapReason reason, int tries, Instant now, TimeSpan longest) => AreOver(reason, tries)
        ? null
        : now + Duration.FromSeconds(Math.Min(longest.TotalSeconds, Math.Pow(4, Math.Clamp(tries - 1, 0, 20))));
}

/// <summary>
/// What is stored of one thing cannot be read: it was spoilt, or written by a later version of the program. Nothing else suffers.
/// </summary>
public class UnreadableException(string message, Exception? inner = null) : Exception(message, inner);
