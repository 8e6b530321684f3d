using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Looks at a template before the parser does: the parser calls itself for everything that is nested, and a stack that overflows ends the
/// whole process. So what it gets is short, flat and closed. Says the usual faults in words of ours, too.
/// </summary>
internal sealed class FluidPieces
{
    /// <summary>In characters, inclusive.</summary>
    internal const int Longest = 500;
    internal const int Most = 300;
    internal const int MostFilters = 10;
    internal const int Deepest = 20;

    private const string Brackets = "()[]{}";

    private static readonly string[] Blocks = ["if", "unless", "case", "for", "comment"];
    private static readonly string[] Branches = ["else", "elsif", "when"];

    private readonly string source;
    private readonly Stack<(string Tag, int At)> open = new();

    private FluidPieces(string source) => this.source = source;

    /// <summary><c>null</c>: the parser may have it.</summary>
    public static TemplateFault? Check(string source) => new FluidPieces(source).Read();

    private TemplateFault? Read()
    {
        var count = 0;
        for (var at = Next(0); at >= 0;)
        {
            var end = source.IndexOf(source[at + 1] == '{' ? "}}" : "%}", at + 2, StringComparison.Ordinal);
            if (end < 0)
                return Fault(at, "Hier beginnt etwas, das nicht endet: }} oder %} fehlt.",
                    "Something begins here and does not end: }} or %} is missing.");
            if (++count > Most)
                return Fault(at, $"Eine Vorlage hat höchstens {Most} Platzhalter und Befehle.",
                    $"A template has at most {Most} placeholders and tags.");
            if (Piece(at, source[(at + 2)..end]) is { } fault)
                return fault;
            at = Next(end + 2);
        }

        return open.TryPeek(out var left) ? Fault(left.At, $"Zu {{% {left.Tag} %}} fehlt {{% end{left.Tag} %}}.",
            $"{{% {left.Tag} %}} has no {{% end{left.Tag} %}}.") : null;
    }

    private int Next(int from)
    {
        for (var at = from; (at = source.IndexOf('{', at)) >= 0 && at + 1 < source.Length; at++)
        {
            if (source[at + 1] is '{' or '%')
                return at;
        }

        return -1;
    }

    private TemplateFault? Piece(int at, string content)
    {
        if (content.Length > Longest)
            return Fault(at, $"Ein Platzhalter oder Befehl hat höchstens {Longest} Zeichen.",
                $"A placeholder or tag has at most {Longest} characters.");
        if (FluidCode.Of(content) is not { } code)
            return Fault(at, "Ein Anführungszeichen ist nicht geschlossen, oder es steht ein umgekehrter Schrägstrich darin.",
                "A quotation mark is not closed, or there is a backslash.");
        if (code.Any(sign => Brackets.Contains(sign)))
            return Fault(at, "Klammern gibt es in Vorlagen nicht; eine Schleife geht nur über lines oder links.",
                "There are no brackets in templates; a loop runs over lines or links only.");
        if (code.AsSpan().Count('|') > MostFilters)
            return Fault(at, $"Ein Platzhalter hat höchstens {MostFilters} Filter.", $"A placeholder has at most {MostFilters} filters.");
        return source[at + 1] == '%' ? Tag(at, FluidCode.NameIn(code)) : null;
    }

    private TemplateFault? Tag(int at, string tag)
    {
        if (Blocks.Contains(tag))
        {
            open.Push((tag, at));
            return open.Count <= Deepest ? null : Fault(at, $"Mehr als {Deepest} Befehle stehen ineinander.",
                $"More than {Deepest} tags stand inside each other.");
        }

        if (tag.StartsWith("end", StringComparison.Ordinal) && Blocks.Contains(tag[3..]))
            return open.TryPop(out var begun) && begun.Tag == tag[3..] ? null : Fault(at, $"{{% {tag} %}} beendet hier nichts.",
                $"{{% {tag} %}} ends nothing here.");
        if (Branches.Contains(tag))
            return open.Count > 0 ? null : Fault(at, $"{{% {tag} %}} steht außerhalb einer Bedingung.",
                $"{{% {tag} %}} stands outside of a condition.");
        var tags = string.Join(", ", FluidTemplates.Tags);
        return FluidTemplates.Tags.Contains(tag) ? null : Fault(at, $"Den Befehl „{tag}“ gibt es nicht. Es gibt: {tags}.",
            $"There is no tag “{tag}”. There are: {tags}.");
    }

    private TemplateFault Fault(int at, string de, string en) => new(FluidFaults.LineOf(source, at), de, en);
}
