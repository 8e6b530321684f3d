using System.Collections.Concurrent;
using System.Text;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Parser;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>
/// Templates in Liquid, by Fluid, cut down to what a mail needs: values, conditions and loops over what is there. Nothing can be made that
/// grows by itself, no object of ours can be reached, and steps and length are bounded all the same.
/// </summary>
internal sealed class FluidTemplates : IMailTemplateEngine
{
    private const int MostSteps = 20_000;
    private const int MostLength = 400_000;
    private const int MostKept = 500;

    internal static readonly string[] Tags = ["if", "unless", "case", "for", "break", "continue", "comment"];
    internal static readonly string[] Filters =
        ["upcase", "downcase", "capitalize", "strip", "truncate", "truncatewords", "default", "size", "first", "last"];

    private static readonly FluidParser Parser = NewParser();
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    private readonly ConcurrentDictionary<string, IFluidTemplate> parsed = new(StringComparer.Ordinal);

    public IReadOnlyList<TemplateFault> Check(string source, IReadOnlyList<MailPlaceholder> known, bool isHtml)
    {
        if (Parse(source, out var fault) is not { } template)
            return [fault!];
        var visitor = new FluidNames(source, known);
        visitor.VisitTemplate(template);
        return visitor.Faults;
    }

    public string Render(string source, IReadOnlyDictionary<string, object?> data, bool isHtml)
    {
        if (!parsed.TryGetValue(source, out var template))
        {
            template = Parse(source, out var fault) ?? throw new MailTemplateException(fault!.En);
            if (parsed.Count >= MostKept)
                parsed.Clear();
            parsed[source] = template;
        }

        var context = new TemplateContext(new TemplateOptions
        {
            MaxSteps = MostSteps,
            CultureInfo = System.Globalization.CultureInfo.InvariantCulture,
        });
        foreach (var (name, value) in data)
            context.SetValue(name, value);
        using var writer = new BoundedWriter(MostLength);
        try
        {
            // Everything is in memory: nothing is waited for.
            template.RenderAsync(writer, isHtml ? Html : NullEncoder.Default, context).AsTask().GetAwaiter().GetResult();
            return writer.ToString();
        }
        catch (Exception failure) when (IsOfTheTemplate(failure))
        {
            throw new MailTemplateException(failure.Message, failure);
        }
    }

    // The only way to the parser: what could overflow its stack never comes to it.
    private static IFluidTemplate? Parse(string source, out TemplateFault? fault)
    {
        fault = FluidPieces.Check(source);
        if (fault is not null)
            return null;
        try
        {
            if (Parser.TryParse(source, out var template, out var error))
                return template;
            fault = FluidFaults.Syntax(error);
        }
        catch (Exception failure) when (IsOfTheTemplate(failure))
        {
            fault = FluidFaults.Unreadable(line: 1);
        }

        return null;
    }

    // Filters throw whatever they like: a number too large is an OverflowException.
    private static bool IsOfTheTemplate(Exception failure) =>
        failure is not (OutOfMemoryException or OperationCanceledException or MailTemplateException);

    private static FluidParser NewParser()
    {
        var parser = new FluidParser(new FluidParserOptions { AllowFunctions = false, AllowParentheses = false, AllowLiquidTag = false });
        foreach (var tag in parser.RegisteredTags.Keys.Except(Tags).ToList())
            parser.RegisteredTags.Remove(tag);
        return parser;
    }

    private sealed class BoundedWriter(int most) : StringWriter(new StringBuilder(), System.Globalization.CultureInfo.InvariantCulture)
    {
        public override void Write(char value) => Bounded(1).Append(value);

        public override void Write(string? value) => Bounded(value?.Length ?? 0).Append(value);

        public override void Write(char[] buffer, int index, int count) => Bounded(count).Append(buffer, index, count);

        public override void Write(ReadOnlySpan<char> buffer) => Bounded(buffer.Length).Append(buffer);

        private StringBuilder Bounded(int more) => GetStringBuilder() is var text && text.Length + more <= most ? text
            : throw new MailTemplateException($"The mail would have more than {most} characters.");
    }
}
