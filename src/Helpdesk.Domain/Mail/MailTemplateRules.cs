using System.Net;

namespace Helpdesk.Domain.Mail;

/// <summary>How the mails of a municipality are worded is the business of its admins.</summary>
public static class MailTemplateRules
{
    /// <summary>In characters, inclusive.</summary>
    public const int LongestSubject = 300;

    /// <inheritdoc cref="LongestSubject"/>
    public const int LongestBody = 20_000;

    /// <inheritdoc cref="LongestSubject"/>
    public const int LongestHtml = 100_000;

    private const string NoLinkDe = "Im Betreff steht kein Link.";
    private const string NoLinkEn = "There is no link in a subject.";

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    public static Decision<MailTemplateEvent> Write(
        MailTemplate? present, string template, string language, MailSource source, Member member, IMailTemplateEngine engine)
    {
        if (Read(member) is { } refusal)
            return refusal;
        if (Faults(template, source, engine) is { Count: > 0 } faults)
            return Error.Invalid(faults);
        return (present?.Own ?? MailTemplateDefaults.Of(template, language)) == source ? Decision<MailTemplateEvent>.Nothing
            : new MailTemplateEvent.Written(template, language, source.Subject, source.Body, source.Html);
    }

    public static Decision<MailTemplateEvent> Reset(MailTemplate? present, string template, string language, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Own is null ? Decision<MailTemplateEvent>.Nothing : new MailTemplateEvent.Reset(template, language);

    /// <summary>
    /// What stands against keeping it; also what only shows when it is filled, with and without each thing that can be absent.
    /// </summary>
    public static IReadOnlyList<FieldError> Faults(string template, MailSource source, IMailTemplateEngine engine)
    {
        var known = MailPlaceholders.Of(template);
        List<FieldError> written =
        [
            .. At("/subject", OfSubject(source.Subject, known, engine)),
            .. At("/text", engine.Check(source.Body, known, isHtml: false)),
            .. At("/html", source.Html is { } html ? OfHtml(html, known, engine) : []),
        ];
        // What cannot be read is not filled; each part is told of once.
        return [.. written, .. MailPlaceholders.Variants(template).SelectMany(data => OfFilling(source, data, engine))
            .Where(fault => written.All(one => one.Pointer != fault.Pointer)).DistinctBy(fault => fault.Pointer)];
    }

    /// <summary>What a mail with data in it is, as text and HTML.</summary>
    /// <exception cref="MailTemplateException">
    /// See <see cref="IMailTemplateEngine.Render"/>; or the subject is empty, the link is missing, or the HTML holds what it must not.
    /// </exception>
    public static MailText Render(
        MailSource source, string language, IReadOnlyDictionary<string, object?> data, IMailTemplateEngine engine) =>
        new(Subject(source.Subject, data, engine), Body(source.Body, data, engine), language)
        { Html = source.Html is { } html ? Html(html, data, engine) : null };

    private static string Subject(string source, IReadOnlyDictionary<string, object?> data, IMailTemplateEngine engine)
    {
        var subject = string.Join(' ', engine.Render(source, data, isHtml: false).Split(
            (char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (subject.Length == 0)
            throw MailTemplateException.Of("Der Betreff bleibt in manchen Mails leer.", "The subject stays empty in some mails.");
        return data.GetValueOrDefault("link") is string link && subject.Contains(link, StringComparison.Ordinal)
            ? throw MailTemplateException.Of(NoLinkDe, NoLinkEn) : subject;
    }

    private static string Body(string source, IReadOnlyDictionary<string, object?> data, IMailTemplateEngine engine)
    {
        var body = engine.Render(source, data, isHtml: false);
        return HasLink(body, data) ? body : throw NoLink();
    }

    private static string Html(string source, IReadOnlyDictionary<string, object?> data, IMailTemplateEngine engine)
    {
        var html = engine.Render(source, data, isHtml: true);
        if (MailHtml.FaultsOf(html).FirstOrDefault() is { } fault)
            throw MailTemplateException.Of($"Gefüllt: {fault.De}", $"When filled: {fault.En}");
        return HasLink(WebUtility.HtmlDecode(html), data) ? html : throw NoLink();
    }

    // Whole and unchanged: a token in capitals opens nothing.
    private static bool HasLink(string text, IReadOnlyDictionary<string, object?> data) =>
        data.GetValueOrDefault("link") is not string link || text.Contains(link, StringComparison.Ordinal);

    private static MailTemplateException NoLink() => MailTemplateException.Of(
        "Hier muss {{ link }} stehen, unverändert und in jedem Fall: Ohne den Link führt die Mail nirgends hin.",
        "{{ link }} must stand here, unchanged and in any case: without it the mail leads nowhere.");

    // Subjects stand in lists, notes on screens and logs of servers; a link signs people in.
    private static IReadOnlyList<TemplateFault> OfSubject(string subject, IReadOnlyList<MailPlaceholder> known, IMailTemplateEngine engine)
    {
        if (engine.Check(subject, known, isHtml: false) is { Count: > 0 } faults)
            return faults;
        var others = known.Where(one => !one.IsLink && !known.Any(link => link.IsLink && link.Name == $"{one.Name}[]")).ToList();
        return [.. engine.Check(subject, others, isHtml: false).Take(1).Select(
            fault => fault with { De = NoLinkDe, En = NoLinkEn })];
    }

    private static IEnumerable<TemplateFault> OfHtml(string html, IReadOnlyList<MailPlaceholder> known, IMailTemplateEngine engine) =>
        engine.Check(html, known, isHtml: true) is { Count: > 0 } faults ? faults : MailHtml.FaultsOf(html, known);

    private static IEnumerable<FieldError> OfFilling(
        MailSource source, IReadOnlyDictionary<string, object?> data, IMailTemplateEngine engine)
    {
        FieldError?[] faults =
        [
            Tried("/subject", () => Subject(source.Subject, data, engine)),
            Tried("/text", () => Body(source.Body, data, engine)),
            source.Html is { } html ? Tried("/html", () => Html(html, data, engine)) : null,
        ];
        return faults.OfType<FieldError>();
    }

    private static FieldError? Tried(string pointer, Func<string> fill)
    {
        try
        {
            fill();
            return null;
        }
        catch (MailTemplateException failure)
        {
            return FieldCode.BadTemplate.At(pointer, failure.De, failure.En);
        }
    }

    private static IEnumerable<FieldError> At(string pointer, IEnumerable<TemplateFault> faults) => faults.Take(20).Select(
        fault => FieldCode.BadTemplate.At(pointer, $"Zeile {fault.Line}: {fault.De}", $"Line {fault.Line}: {fault.En}"));
}
