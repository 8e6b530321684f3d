namespace Helpdesk.Domain;

/// <summary>
/// One member of a request that is not valid. Made here, where figures belong into the words, or by <see cref="FieldCode.At(string)"/>; so
/// none lacks one of the languages, and every code has its page.
/// </summary>
public sealed record FieldError
{
    [JsonConstructor]
    internal FieldError(string pointer, string code, string message, string? messageDe) =>
        (Pointer, Code, Message, MessageDe) = (pointer, code, message, messageDe);

    /// <summary>JSON pointer into the request body, such as <c>/subject</c>; for a query parameter its name.</summary>
    public string Pointer { get; init; }

    /// <summary>Stable, for programs: <c>required</c>, <c>too-long</c>, …; see <see cref="FieldCode"/>.</summary>
    public string Code { get; init; }

    /// <summary>For people, in English.</summary>
    public string Message { get; init; }

    /// <summary>The same in German; <c>null</c>: told by a process of the version before, which knew no German.</summary>
    public string? MessageDe { get; init; }

    /// <summary>
    /// Pointers of other members that this one does not go with, or lacks. Where one of them cannot be read, this may not be true.
    /// </summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    public FieldError With(params IReadOnlyList<string> others) => this with { Beside = others };

    public bool Equals(FieldError? other) => other is not null
        && (Pointer, Code, Message, MessageDe) == (other.Pointer, other.Code, other.Message, other.MessageDe)
        && Beside.SequenceEqual(other.Beside);

    public override int GetHashCode() => HashCode.Combine(Pointer, Code);

    public string In(bool german) => german ? MessageDe ?? Message : Message;

    public static FieldError Required(string pointer) => FieldCode.Required.At(pointer);

    /// <param name="most">In characters, inclusive.</param>
    public static FieldError TooLong(string pointer, int most) => FieldCode.TooLong.At(
        pointer, $"Darf höchstens {German.Number(most)} Zeichen haben.", $"Must have at most {Plain(most)} characters.");

    /// <param name="most">In items, inclusive.</param>
    public static FieldError TooMany(string pointer, int most) => FieldCode.TooMany.At(
        pointer, $"Darf höchstens {German.Number(most)} Einträge haben.", $"Must have at most {Plain(most)} items.");

    /// <param name="from">Inclusive, as <paramref name="to"/>.</param>
    public static FieldError OutOfRange(string pointer, long from, long to) => FieldCode.OutOfRange.At(
        pointer, $"Muss zwischen {German.Number(from)} und {German.Number(to)} liegen.",
        $"Must lie between {Plain(from)} and {Plain(to)}.");

    /// <summary>What is wrong with a query parameter.</summary>
    public static FieldError NotAWholeNumber(string name, long from, long to) => FieldCode.OutOfRange.At(
        name, $"Muss eine ganze Zahl von {German.Number(from)} bis {German.Number(to)} sein.",
        $"Must be a whole number from {Plain(from)} to {Plain(to)}.");

    /// <summary>A day, a moment: years are no amounts.</summary>
    public static FieldError OutOfYears(string pointer, int from, int to) => FieldCode.OutOfRange.At(
        pointer, $"Muss in den Jahren {Plain(from)} bis {Plain(to)} liegen.", $"Must lie in the years {Plain(from)} to {Plain(to)}.");

    public static FieldError UnknownWord(string pointer, params IEnumerable<string> words) => OneOf(FieldCode.UnknownWord, pointer, words);

    /// <summary>As <see cref="UnknownWord"/>, where the words have a code of their own.</summary>
    public static FieldError OneOf(FieldCode code, string pointer, params IEnumerable<string> words)
    {
        var list = string.Join(", ", words);
        return code.At(pointer, $"Muss eines von diesen sein: {list}.", $"Must be one of: {list}.");
    }

    /// <summary>A refusal of its own, said of one of many: its code is one of the problems.</summary>
    public static FieldError Of(string pointer, Error refusal) =>
        new(pointer, refusal.Code, refusal.Message, refusal.MessageDe);

    private static string Plain(long value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
