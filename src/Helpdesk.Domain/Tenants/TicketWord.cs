namespace Helpdesk.Domain.Tenants;

/// <summary>Which articles go with a German noun: der, die, das.</summary>
public enum GermanGender
{
    Masculine,
    Feminine,
    Neuter,
}

/// <summary>
/// What the customers of a municipality read where staff read "Ticket": <em>Anfrage</em>, <em>Anliegen</em>. With all the forms that
/// sentences need, since no rule makes them of a word.
/// </summary>
public sealed record TicketWord
{
    public const int Longest = 40;

    public GermanTicketWord De { get; init; } = new();

    public EnglishTicketWord En { get; init; } = new();

    internal IEnumerable<FieldError?> Faults(string pointer)
    {
        (string Member, string Word)[] forms =
        [
            ("de/nominative", De.Nominative), ("de/genitive", De.Genitive), ("de/dative", De.Dative), ("de/accusative", De.Accusative),
            ("de/plural", De.Plural), ("de/dative_plural", De.DativePlural), ("en/article", En.Article), ("en/singular", En.Singular),
            ("en/plural", En.Plural),
        ];
        return forms.Select(form => Text.OneLine(form.Word, $"{pointer}/{form.Member}", Longest));
    }
}

/// <summary>Without articles, which follow from the gender. The plural is the same in all cases but the dative.</summary>
public sealed record GermanTicketWord
{
    public GermanGender Gender { get; init; } = GermanGender.Neuter;

    /// <summary>das <em>Anliegen</em></summary>
    public string Nominative { get; init; } = "Ticket";

    /// <summary>des <em>Anliegens</em></summary>
    public string Genitive { get; init; } = "Tickets";

    /// <summary>dem <em>Anliegen</em></summary>
    public string Dative { get; init; } = "Ticket";

    /// <summary>das <em>Anliegen</em></summary>
    public string Accusative { get; init; } = "Ticket";

    /// <summary>die <em>Anliegen</em></summary>
    public string Plural { get; init; } = "Tickets";

    /// <summary>den <em>Anliegen</em></summary>
    public string DativePlural { get; init; } = "Tickets";
}

/// <summary>In lower case, as inside a sentence.</summary>
public sealed record EnglishTicketWord
{
    /// <summary>a ticket, an enquiry</summary>
    public string Article { get; init; } = "a";

    public string Singular { get; init; } = "ticket";

    public string Plural { get; init; } = "tickets";
}
