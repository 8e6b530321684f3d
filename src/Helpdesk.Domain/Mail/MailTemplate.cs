namespace Helpdesk.Domain.Mail;

/// <summary>The parts of a mail as a municipality wants them, in the Liquid language: data goes in, no code runs.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Body">Plain text.</param>
/// <param name="Html"><c>null</c>: made of the text.</param>
public sealed record MailSource(string Subject, string Body, string? Html);

/// <summary>One template of one municipality in one language.</summary>
public sealed record MailTemplate : IAggregate<MailTemplate, MailTemplateEvent>
{
    public static string Kind => "mail_template";

    public static readonly MailTemplate Default = new() { Version = 0 };

    /// <summary>Which mails can be written anew.</summary>
    public static IReadOnlyList<string> All { get; } = [MailPlaceholders.Notices, SatisfactionMail.Template, .. AccessMail.Templates];

    public static IReadOnlyList<string> Languages { get; } = ["de", "en"];

    /// <summary><c>null</c>: the default.</summary>
    public MailSource? Own { get; init; }
    public required int Version { get; init; }
    public Instant UpdatedAt { get; init; }

    public static Guid StreamOf(TenantId tenant, string template, string language) =>
        CommandId.Derive($"{tenant}|{Kind}|{template}|{language}");

    public static MailTemplate Apply(MailTemplate? state, Recorded<MailTemplateEvent> recorded) => recorded.Event switch
    {
        MailTemplateEvent.Written written => new()
        {
            Own = new(written.Subject, written.Body, written.Html),
            Version = recorded.Version,
            UpdatedAt = recorded.At,
        },
        MailTemplateEvent.Reset => new() { Version = recorded.Version, UpdatedAt = recorded.At },
        var unknown => throw new InvalidOperationException($"A template cannot go on with {unknown.GetType().Name}."),
    };
}

/// <summary>What can happen to it. Stored for good.</summary>
public abstract record MailTemplateEvent
{
    private MailTemplateEvent() { }

    public sealed record Written(string Template, string Language, string Subject, string Body, string? Html) : MailTemplateEvent;

    /// <summary>The default holds again.</summary>
    public sealed record Reset(string Template, string Language) : MailTemplateEvent;
}

public interface IMailTemplates : IAggregateStore<MailTemplate, MailTemplateEvent>;

/// <summary>Reads templates, and puts data into them.</summary>
public interface IMailTemplateEngine
{
    /// <summary>What is wrong with a part of a template; nothing: it can be sent.</summary>
    /// <param name="isHtml">What goes in is escaped for it.</param>
    IReadOnlyList<TemplateFault> Check(string source, IReadOnlyList<MailPlaceholder> known, bool isHtml);

    /// <exception cref="MailTemplateException">It takes too many steps, becomes too long, cannot be read, or fails otherwise.</exception>
    string Render(string source, IReadOnlyDictionary<string, object?> data, bool isHtml);
}

/// <param name="Line">From 1.</param>
public sealed record TemplateFault(int Line, string De, string En);

/// <summary>A template cannot be made a mail; its mail goes out in the usual words.</summary>
public sealed class MailTemplateException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>For whoever wrote the template.</summary>
    public string De { get; init; } =
        "Die Vorlage lässt sich nicht füllen: Ein Wert passt nicht, sie braucht zu viele Schritte oder wird zu lang.";

    /// <inheritdoc cref="De"/>
    public string En { get; init; } =
        "The template cannot be filled: a value does not fit, it takes too many steps or becomes too long.";

    public static MailTemplateException Of(string de, string en) => new(en) { De = de, En = en };
}
