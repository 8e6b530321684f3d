using System.Globalization;
using System.Text;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Sla;

namespace Helpdesk.Domain.Notifications;

/// <summary>
/// The words of mails that tell of notices. What people wrote goes in as it is, as plain text: no link, no markup and no address of it
/// becomes part of the mail itself.
/// </summary>
public static class NoticeText
{
    /// <summary>So much of one person's words, in characters; what is longer is read at the ticket.</summary>
    public const int MostWords = 10_000;

    /// <summary>The same where one mail tells of several things.</summary>
    public const int MostWordsOfSeveral = 500;

    /// <param name="tenant">Its name.</param>
    /// <param name="number">Of the ticket that all of it is about; <c>null</c>: there is no such one.</param>
    public static string Subject(bool german, string tenant, string? number, string? subject, int count) =>
        number is not null ? $"[{number}] {subject}"
        : german ? count == 1 ? $"Neues von {tenant}" : $"{count} Neuigkeiten von {tenant}"
        : count == 1 ? $"News from {tenant}" : $"{count} news from {tenant}";

    public static MailText Write(NoticeLetter letter)
    {
        var german = letter.IsGerman;
        var text = new StringBuilder(german ? "Guten Tag,\n" : "Hello,\n");
        var most = letter.Lines.Count == 1 ? MostWords : MostWordsOfSeveral;
        foreach (var line in letter.Lines)
        {
            text.Append('\n').Append(Sentence(letter, line)).Append('\n');
            if (line.Words is { } words)
                text.Append('\n').Append(Cut(words, most)).Append('\n');
        }

        text.Append('\n').Append(string.Join('\n', Links(letter))).Append("\n\n-- \n").Append(german
            ? $"Diese Mail kommt vom Helpdesk von {letter.Tenant}."
            : $"This mail comes from the helpdesk of {letter.Tenant}.");
        if (letter.CanSignIn)
            text.Append(german ? " Welche Mails Sie bekommen, bestimmen Sie in Ihrem Profil." : " Your profile says which mails you get.");
        var number = letter.Lines.All(line => line.Number == letter.Lines[0].Number) ? letter.Lines[0].Number : null;
        return new(Subject(german, letter.Tenant, number, letter.Lines[0].Subject, letter.Lines.Count), text.Append('\n').ToString(),
            german ? "de" : "en");
    }

    /// <summary>What the templates of municipalities can put into such a mail.</summary>
    public static IReadOnlyDictionary<string, object?> Data(NoticeLetter letter)
    {
        var most = letter.Lines.Count == 1 ? MostWords : MostWordsOfSeveral;
        var number = letter.Lines.All(line => line.Number == letter.Lines[0].Number) ? letter.Lines[0].Number : null;
        return new Dictionary<string, object?>
        {
            ["tenant"] = MailPlaceholders.Named(letter.Tenant),
            ["subject"] = Subject(letter.IsGerman, letter.Tenant, number, letter.Lines[0].Subject, letter.Lines.Count),
            ["number"] = number,
            ["count"] = letter.Lines.Count,
            ["can_sign_in"] = letter.CanSignIn,
            ["links"] = letter.CanSignIn ? Links(letter).ToArray<object>() : [],
            ["lines"] = letter.Lines.Select(object (line) => new Dictionary<string, object?>
            {
                ["sentence"] = Sentence(letter, line),
                ["words"] = line.Words is { } words ? Cut(words, most) : null,
                ["number"] = line.Number,
                ["subject"] = line.Subject,
            }).ToArray(),
        };
    }

    // Whoever cannot sign in has nothing behind the link.
    private static IEnumerable<string> Links(NoticeLetter letter) => !letter.CanSignIn
        ? [letter.IsGerman ? $"Ihr Ansprechpartner ist {letter.Tenant}." : $"Your contact is {letter.Tenant}."]
        : letter.Lines.Select(line => line.Number).Distinct().Select(number => number is null
            ? new Uri(letter.Origin, "/login").ToString()
            : new Uri(letter.Origin, $"/tickets/{number}").ToString());

    /// <summary>What happened, in one sentence.</summary>
    public static string Sentence(bool german, NoticeZone zone, NoticeLine line)
    {
        var (open, close) = german ? ("„", "“") : ("“", "”");
        var ticket = line.Subject is null ? line.Number : $"{line.Number} {open}{line.Subject}{close}";
        return string.Format(
            CultureInfo.InvariantCulture, NotificationRules.Sentence(line.Kind, german), ticket,
            line.Target is { } target ? target.Name(german) : "", Moment(german, zone, line.At));
    }

    private static string Sentence(NoticeLetter letter, NoticeLine line) => Sentence(letter.IsGerman, letter.Zone, line);

    private static string Moment(bool german, NoticeZone zone, Instant at)
    {
        var local = at.InZone(zone.Zone).ToDateTimeUnspecified();
        return german
            ? local.ToString("'am 'dd.MM.yyyy' um 'HH:mm' Uhr'", CultureInfo.InvariantCulture)
                + (zone.IsOwn ? $" (Zeitzone {zone.Zone.Id})" : "")
            : local.ToString("'on 'd MMMM yyyy' at 'HH:mm", CultureInfo.InvariantCulture)
                + (zone.IsOwn ? $" (time zone {zone.Zone.Id})" : "");
    }

    private static string Cut(string words, int most)
    {
        var text = words.ReplaceLineEndings("\n").Trim();
        if (text.Length <= most)
            return text;
        var end = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return $"{text[..end]} […]";
    }
}
