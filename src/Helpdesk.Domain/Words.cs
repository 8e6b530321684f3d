using System.Collections.Frozen;

namespace Helpdesk.Domain;

/// <summary>The outward words of an enum: <c>InProgress</c> is <c>in_progress</c>, in the API, in rows and in events.</summary>
public static class Words<TEnum> where TEnum : struct, Enum
{
    private static readonly FrozenDictionary<TEnum, string> Outward =
        Enum.GetValues<TEnum>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

    private static readonly FrozenDictionary<string, TEnum> Inward =
        Outward.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);

    public static IReadOnlyCollection<string> All => Inward.Keys;

    public static string Of(TEnum value) => Outward[value];

    /// <summary>Exact words only: no numbers, no other case, no surrounding space.</summary>
    public static TEnum? Parse(string? word) => word is not null && Inward.TryGetValue(word, out var value) ? value : null;
}
