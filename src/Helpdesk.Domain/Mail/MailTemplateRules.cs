using System.Text.RegularExpressions;

namespace Helpdesk.Domain.Mail;

/// <summary>How the mails of a municipality are worded is the business of its admins.</summary>
public static partial class MailTemplateRules
{
    /// <summary>In characters, inclusive.</summary>
    public const int LongestSubject = 300;

    /// <inheritdoc cref="LongestSubject"/>
    public const int LongestBody = 20_000;

    /// <inheritdoc cref="LongestSubject"/>
    public const int LongestHtml = 100_000;

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    public static Decision<MailTemplateEvent> Write(
        MailTemplate? present, string template, string language, MailSource source, Member member, IMailTemplateEngine engine)
    {
        if (Read(member) is { } refusal)
            return refusal;
        if (Faults(template, source, engine).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);
        return (present?.Own ?? MailTemplateDefaults.Of(template, language)) == source ? Decision<MailTemplateEvent>.Nothing
            : new MailTemplateEvent.Written(template, language, source.Subject, source.Body, source.Html);
    }

    public static Decision<MailTemplateEvent> Reset(MailTemplate? present, string template, string language, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Own is null ? Decision<MailTemplateEvent>.Nothing : new MailTemplateEvent.Reset(template, language);

    public static IEnumerable<FieldError> Faults(string template, MailSource source, IMailTemplateEngine engine)
    {
        var known = MailPlaceholders.Of(template);
        return
        [
            .. At("/subject", engine.Check(source.Subject, known, isHtml: false)),
            .. At("/text", engine.Check(source.Body, known, isHtml: false)),
            .. At("/html", source.Html is { } html ? [.. engine.Check(html, known, isHtml: true), .. Unsafe(html, known)] : []),
        ];
    }

    /// <summary>What a mail with data in it is, as text and HTML.</summary>
    /// <exception cref="MailTemplateException">See <see cref="IMailTemplateEngine.Render"/>.</exception>
    public static MailText Render(MailSource source, string language, IReadOnlyDictionary<string, object?> data, IMailTemplateEngine engine)
    {
        var subject = string.Join(' ', engine.Render(source.Subject, data, isHtml: false).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (subject.Length == 0)
            throw new MailTemplateException("The subject is empty.");
        return new(subject, engine.Render(source.Body, data, isHtml: false), language)
        { Html = source.Html is { } html ? engine.Render(html, data, isHtml: true) : null };
    }

    // Mailboxes take these out or show them as a fault; and inside a tag, what people typed would become an address or an attribute.
    private static IEnumerable<TemplateFault> Unsafe(string html, IReadOnlyList<MailPlaceholder> known)
    {
        foreach (Match active in Active().Matches(html))
            yield return new(LineOf(html, active.Index),
                $"„{Shown(active)}“ ist in einer Mail nicht erlaubt: keine Skripte, Formulare und eingebetteten Inhalte.",
                $"“{Shown(active)}” is not allowed in a mail: no scripts, forms and embedded content.");
        foreach (Match tag in Tag().Matches(html))
        {
            foreach (Match placeholder in Placeholder().Matches(tag.Value).Where(one => !IsLink(one.Groups["name"].Value, known)))
                yield return new(LineOf(html, tag.Index + placeholder.Index),
                    $"„{Shown(placeholder)}“ darf nicht in einem HTML-Tag stehen; dort stehen nur Links.",
                    $"“{Shown(placeholder)}” must not stand inside an HTML tag; only links may.");
        }
    }

    // Inside a loop over links the name is the author's own.
    private static bool IsLink(string name, IReadOnlyList<MailPlaceholder> known) =>
        known.Any(one => one.IsLink && (one.Name == name || one.Name.EndsWith("[]", StringComparison.Ordinal)))
        && !known.Any(one => one.Name == name && !one.IsLink) && !name.Contains('.');

    private static string Shown(Match match) => match.Value.Length <= 40 ? match.Value : $"{match.Value[..40]}…";

    private static int LineOf(string text, int at) => text.AsSpan(0, at).Count('\n') + 1;

    private static IEnumerable<FieldError> At(string pointer, IEnumerable<TemplateFault> faults) => faults.Take(20).Select(
        fault => FieldCode.BadTemplate.At(pointer, $"Zeile {fault.Line}: {fault.De}", $"Line {fault.Line}: {fault.En}"));

    [GeneratedRegex(
        @"<\s*/?\s*(script|iframe|object|embed|form|input|base|link|meta|svg|math)\b|\son\w+\s*=|(java|vb)script\s*:|\bdata\s*:\s*text",
        RegexOptions.IgnoreCase)]
    private static partial Regex Active();

    [GeneratedRegex("<[a-zA-Z/!][^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\{\{-?\s*(?<name>[^\s|}]*)[^}]*\}\}")]
    private static partial Regex Placeholder();
}
