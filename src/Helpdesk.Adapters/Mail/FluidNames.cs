using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Looks at every name, filter and loop of a template before it is kept: what is not there is said at once, with its line, and not by an
/// empty place in a mail.
/// </summary>
internal sealed class FluidNames(string source, IReadOnlyList<MailPlaceholder> known) : AstVisitor
{
    private const string Loop = "forloop";

    private readonly Dictionary<string, string> loops = new(StringComparer.Ordinal);

    public List<TemplateFault> Faults { get; } = [];

    protected override Statement VisitForStatement(ForStatement statement)
    {
        if (statement.Source is not MemberExpression list || Path(list) is not { } path || known.All(one => one.Name != $"{path}[]"
            && !one.Name.StartsWith($"{path}[].", StringComparison.Ordinal)))
        {
            Add(statement.Identifier, "Eine Schleife geht nur über lines oder links.", "A loop runs over lines or links only.");
            return statement;
        }

        var before = loops.GetValueOrDefault(statement.Identifier);
        loops[statement.Identifier] = $"{path}[]";
        foreach (var inner in statement.Statements)
            Visit(inner);
        if (statement.Else is { } nothing)
            Visit(nothing);
        if (before is null)
            loops.Remove(statement.Identifier);
        else
            loops[statement.Identifier] = before;
        return statement;
    }

    protected override Expression VisitMemberExpression(MemberExpression expression)
    {
        if (Path(expression) is { } path
            && (path.StartsWith($"{Loop}.", StringComparison.Ordinal) || known.Any(one => one.Name == path)))
            return expression;
        var name = Written(expression);
        var names = string.Join(", ", known.Select(one => one.Name));
        Add(name, $"Den Platzhalter „{name}“ gibt es nicht. Es gibt: {names}.", $"There is no placeholder “{name}”. There are: {names}.");
        return expression;
    }

    protected override Expression VisitRangeExpression(RangeExpression expression)
    {
        Add("..", "Zahlenbereiche sind nicht erlaubt.", "Ranges of numbers are not allowed.");
        return expression;
    }

    protected override Expression VisitFilterExpression(FilterExpression expression)
    {
        if (!FluidTemplates.Filters.Contains(expression.Name))
        {
            var filters = string.Join(", ", FluidTemplates.Filters);
            Add(expression.Name, $"Den Filter „{expression.Name}“ gibt es nicht. Es gibt: {filters}.",
                $"There is no filter “{expression.Name}”. There are: {filters}.");
        }

        return base.VisitFilterExpression(expression);
    }

    // null: with something computed in it, or a name in brackets.
    private string? Path(MemberExpression expression)
    {
        var names = new List<string>();
        foreach (var segment in expression.Segments)
        {
            if (segment is not IdentifierSegment { Identifier: var name })
                return null;
            names.Add(names.Count == 0 ? loops.GetValueOrDefault(name, name) : name);
        }

        return string.Join('.', names);
    }

    private static string Written(MemberExpression expression) => string.Join(
        '.', expression.Segments.Select(segment => segment is IdentifierSegment name ? name.Identifier : "[…]"));

    private void Add(string what, string de, string en)
    {
        var place = Regex.Match(source, $@"\{{[{{%][^}}]*{Regex.Escape(what)}", RegexOptions.None, TimeSpan.FromSeconds(1));
        Faults.Add(new(place.Success ? FluidFaults.LineOf(source, place.Index + place.Length) : 1, de, en));
    }
}

internal static partial class FluidFaults
{
    /// <param name="error">As the parser says it, with the place behind <c>at</c>.</param>
    public static TemplateFault Syntax(string error)
    {
        var place = Place().Match(error);
        var line = place.Success && int.TryParse(place.Groups["line"].ValueSpan, out var found) ? found : 1;
        return Unreadable(line);
    }

    // What the parser says is English and about its own insides.
    public static TemplateFault Unreadable(int line) =>
        new(line, "Das ist keine Vorlage, die sich lesen lässt.", "This cannot be read as a template.");

    public static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    [GeneratedRegex(@"\s+at \((?<line>\d+):\d+\)[\s\S]*\z")]
    private static partial Regex Place();
}
