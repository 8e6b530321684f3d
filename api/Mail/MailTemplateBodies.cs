using System.ComponentModel.DataAnnotations;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Mail;

/// <param name="Subject">One line, at most 300 characters, in Liquid.</param>
/// <param name="Text">The text part, at most 20,000 characters, in Liquid; with `{{ link }}` where there is that placeholder.</param>
/// <param name="Html">
/// The HTML part, at most 100,000 characters, in Liquid; what goes in is escaped. null: it is made of the text. Elements of text, lists,
/// tables and links with few attributes; inside a tag only one placeholder of a link, as a whole `href`.
/// </param>
public sealed record MailTemplateRequest(
    [Required, OneLine(MailTemplateRules.LongestSubject)] string? Subject = null,
    [Required, Lines(MailTemplateRules.LongestBody)] string? Text = null, [Lines(MailTemplateRules.LongestHtml)] string? Html = null)
{
    internal MailSource ToDomain() => new(Subject ?? "", Text ?? "", Html);
}

/// <param name="Name">As it stands in a template, such as `tenant.name`; `lines[].words` inside a loop over `lines`.</param>
/// <param name="Meaning">In the language that the reader asks for.</param>
/// <param name="IsLink">An address of the platform: the only thing that may stand inside an HTML tag.</param>
public sealed record MailPlaceholderResponse(string Name, string Meaning, bool IsLink);

public sealed record MailTemplateResponse
{
    /// <summary>Which mails, such as `notices` (what happens to tickets) or `reset_password`.</summary>
    public required string Template { get; init; }

    /// <summary>`de` or `en`.</summary>
    public required string Language { get; init; }
    public required string Subject { get; init; }
    public required string Text { get; init; }

    /// <summary>null: it is made of the text.</summary>
    public required string? Html { get; init; }

    /// <summary>The words that hold unless a municipality has its own.</summary>
    public required bool IsDefault { get; init; }
    public required IReadOnlyList<MailPlaceholderResponse> Placeholders { get; init; }

    /// <summary>0: never changed.</summary>
    public required int Version { get; init; }

    internal static MailTemplateResponse Of(string template, string language, MailTemplate kept, bool german)
    {
        var source = kept.Own ?? MailTemplateDefaults.Of(template, language);
        return new()
        {
            Template = template,
            Language = language,
            Subject = source.Subject,
            Text = source.Body,
            Html = source.Html,
            IsDefault = kept.Own is null,
            Placeholders = [.. MailPlaceholders.Of(template).Select(
                one => new MailPlaceholderResponse(one.Name, german ? one.De : one.En, one.IsLink))],
            Version = kept.Version,
        };
    }
}

/// <param name="Items">Every template in every language.</param>
public sealed record MailTemplateListResponse(IReadOnlyList<MailTemplateItemResponse> Items);

/// <param name="Template">Which mails.</param>
/// <param name="Language">`de` or `en`.</param>
/// <param name="IsDefault">The municipality has no words of its own for it.</param>
/// <param name="Version">0: never changed.</param>
public sealed record MailTemplateItemResponse(string Template, string Language, bool IsDefault, int Version);

/// <param name="Subject">With example data in it, as the others.</param>
/// <param name="Html">null: the HTML part is made of the text.</param>
public sealed record MailPreviewResponse(string Subject, string Text, string? Html)
{
    internal static MailPreviewResponse Of(MailText text) => new(text.Subject, text.Body, text.Html);
}

internal sealed class MailTemplateExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new MailTemplateRequest("{{ tenant.name }}: neues Passwort", "Guten Tag,\n\nhier geht es weiter: {{ link }}\n", null),
        MailTemplateResponse.Of("reset_password", "de", MailTemplate.Default, german: false),
        new MailTemplateListResponse([new("reset_password", "de", IsDefault: true, 0)]),
        new MailPreviewResponse("Musterstadt: neues Passwort", "Guten Tag,\n\nhier geht es weiter: https://musterstadt.example/…\n", null),
    ];
}
