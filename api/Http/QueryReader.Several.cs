namespace Helpdesk.Api.Http;

/// <summary>Parameters with several values, by commas or by repetition: any of them is meant.</summary>
public sealed partial class QueryReader
{
    /// <summary>How many values of one parameter where no list of words bounds them, inclusive.</summary>
    public const int MostOfOne = 50;

    /// <summary>Categories, queues, teams or tags.</summary>
    public IReadOnlyList<string> Keys(string name)
    {
        var found = Several(name);
        if (found.Select(value => TicketKeys.Fault(value, name)).FirstOrDefault(static fault => fault is not null) is { } fault)
            Fault(fault);
        return [.. found.Distinct(TicketKeys.Comparer).OfType<string>()];
    }

    /// <summary>The values as they are, for what the caller judges by itself.</summary>
    public IReadOnlyList<string> Several(string name)
    {
        var found = Split(name).Select(Domain.Text.Composed).Distinct().ToList();
        if (found.Count <= MostOfOne)
            return found;
        Fault(FieldError.TooMany(name, MostOfOne));
        return [];
    }

    /// <summary>Several words with commas or by repetition: any of them.</summary>
    public IReadOnlyList<TEnum> Words<TEnum>(string name) where TEnum : struct, Enum
    {
        var found = new List<TEnum>();
        foreach (var word in Split(name))
        {
            if (Domain.Words<TEnum>.Parse(word) is { } value)
                found.Add(value);
            else
                Fault(FieldError.UnknownWord(name, Domain.Words<TEnum>.All));
        }

        return found;
    }

    /// <summary>The same with words that no enum has.</summary>
    public IReadOnlyList<string> AnyOf(string name, IReadOnlyCollection<string> words)
    {
        var found = Split(name).ToList();
        if (!found.All(words.Contains))
            Fault(FieldError.UnknownWord(name, words));
        return found;
    }

    /// <summary>The same, where a word with <c>!</c> before it leaves that one out: of the others named, or of all.</summary>
    public IReadOnlyList<TEnum> WordsOrNot<TEnum>(string name) where TEnum : struct, Enum
    {
        var (named, not) = (new List<TEnum>(), new List<TEnum>());
        foreach (var word in Split(name))
        {
            var leaves = word.StartsWith('!');
            if (Domain.Words<TEnum>.Parse(leaves ? word[1..] : word) is { } value)
                (leaves ? not : named).Add(value);
            else
                Fault(WordOrNot(name, string.Join(", ", Domain.Words<TEnum>.All)));
        }

        if (not.Count == 0)
            return named;
        var left = (named.Count > 0 ? named : [.. Enum.GetValues<TEnum>()]).Except(not).ToList();
        if (left.Count == 0)
            Fault(FieldCode.Contradiction.At(name));
        return left;
    }

    private static FieldError WordOrNot(string name, string words) => FieldCode.UnknownWord.At(name,
        $"Muss eines von diesen sein: {words}; mit ! davor alle anderen.", $"Must be one of: {words}; with ! before it all others.");

    private IEnumerable<string> Split(string name)
    {
        Declared(name);
        return query[name].SelectMany(static value => (value ?? "").Split(','));
    }
}
