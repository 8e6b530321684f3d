namespace Helpdesk.Domain.Mail;

/// <summary>
/// What a template can name: <c>tenant.name</c>; <c>lines[].words</c> is a member of what a loop over <c>lines</c> runs through.
/// </summary>
/// <param name="IsLink">An address of ours: the only thing that may stand inside an HTML tag.</param>
public sealed record MailPlaceholder(string Name, string De, string En, bool IsLink = false);

/// <summary>The placeholders of each template, and an example of what stands in their place.</summary>
public static class MailPlaceholders
{
    /// <summary>Mails that tell of tickets and of other things.</summary>
    public const string Notices = "notices";

    private static readonly MailPlaceholder Tenant = new("tenant.name", "Name der Kommune", "Name of the municipality");
    private static readonly MailPlaceholder Link = new("link", "Wohin der Link der Mail führt", "Where the link of the mail leads", true);

    private static readonly MailPlaceholder[] OfAccess = [Tenant, Link];

    private static readonly MailPlaceholder[] OfSatisfaction =
        [Tenant, Link, new("ticket.number", "Nummer des Tickets", "Number of the ticket")];

    private static readonly MailPlaceholder[] OfNotices =
    [
        Tenant, new("subject", "Der übliche Betreff, mit der Nummer des Tickets", "The usual subject, with the number of the ticket"),
        new("number", "Nummer des Tickets; leer, wenn es um mehrere geht", "Number of the ticket; empty when it is about several"),
        new("count", "Wie viel die Mail mitteilt", "How many things the mail tells"),
        new("can_sign_in", "Ob sich der Empfänger anmelden kann", "Whether the recipient can sign in"),
        new("lines", "Was die Mail mitteilt, der Reihe nach", "What the mail tells, in order"),
        new("lines[].sentence", "Was geschah, in einem Satz", "What happened, in a sentence"),
        new("lines[].words", "Was jemand schrieb; leer, wenn nichts", "What somebody wrote; empty if nothing"),
        new("lines[].number", "Nummer des Tickets; leer, wenn es um keines geht", "Number of the ticket; empty if it is about none"),
        new("lines[].subject", "Betreff des Tickets", "Subject of the ticket"),
        new("links", "Wohin es weitergeht; leer, wenn sich der Empfänger nicht anmelden kann",
            "Where to go on; empty when the recipient cannot sign in"),
        new("links[]", "Ein solcher Link", "One such link", true),
    ];

    public static IReadOnlyList<MailPlaceholder> Of(string template) => template switch
    {
        Notices => OfNotices,
        SatisfactionMail.Template => OfSatisfaction,
        _ => OfAccess,
    };

    /// <summary>What stands in their place in a preview; something with signs that HTML must escape.</summary>
    public static IReadOnlyDictionary<string, object?> Example(string template, bool german, string tenant, Uri origin) =>
        template == Notices ? Told(german, tenant, origin)
        : OfLink(tenant, new Uri(origin, template == SatisfactionMail.Template ? "/satisfaction/…" : "/…").ToString(), "MUST-000123");

    /// <summary>With and without each thing that can be absent: what a template is tried with before it is kept.</summary>
    public static IEnumerable<IReadOnlyDictionary<string, object?>> Variants(string template)
    {
        const string Tenant = "Stadt <Muster> & \"Söhne\"";
        var origin = new Uri("https://musterstadt.example");
        if (template != Notices)
            return [OfLink(Tenant, $"{origin}beispiel#token=Abc-123_", template == SatisfactionMail.Template ? "MUST-000123" : null)];
        bool[] both = [true, false];
        return
            from canSignIn in both
            from isOfOneTicket in both
            from hasWords in both
            select Varied(Told(german: true, Tenant, origin), canSignIn, isOfOneTicket, hasWords);
    }

    public static IReadOnlyDictionary<string, object?> OfLink(string tenant, string link, string? number) => new Dictionary<string, object?>
    {
        ["tenant"] = Named(tenant),
        ["link"] = link,
        ["ticket"] = new Dictionary<string, object?> { ["number"] = number },
    };

    public static IReadOnlyDictionary<string, object?> Named(string tenant) => new Dictionary<string, object?> { ["name"] = tenant };

    private static Dictionary<string, object?> Told(bool german, string tenant, Uri origin) => new()
    {
        ["tenant"] = Named(tenant),
        ["subject"] = german ? "[MUST-000123] Drucker <3. OG> & Scanner" : "[MUST-000123] Printer <3rd floor> & scanner",
        ["number"] = "MUST-000123",
        ["count"] = 2,
        ["can_sign_in"] = true,
        ["lines"] = new object[]
        {
            Line(german ? "Es gibt eine Antwort zu MUST-000123." : "There is an answer about MUST-000123.",
                german ? "Bitte einmal neu starten & wieder melden." : "Please restart it once & tell us."),
            Line(german ? "MUST-000123 ist gelöst." : "MUST-000123 is resolved.", null),
        },
        ["links"] = new object[] { new Uri(origin, "/tickets/MUST-000123").ToString() },
    };

    private static Dictionary<string, object?> Varied(Dictionary<string, object?> told, bool canSignIn, bool isOfOneTicket, bool hasWords)
    {
        var lines = (object[])told["lines"]!;
        told["can_sign_in"] = canSignIn;
        told["number"] = isOfOneTicket ? told["number"] : null;
        told["lines"] = hasWords ? lines : lines[1..];
        told["count"] = hasWords ? lines.Length : 1;
        told["links"] = canSignIn ? told["links"] : Array.Empty<object>();
        return told;
    }

    private static Dictionary<string, object?> Line(string sentence, string? words) => new()
    {
        ["sentence"] = sentence,
        ["words"] = words,
        ["number"] = "MUST-000123",
        ["subject"] = "Drucker <3. OG> & Scanner",
    };
}
