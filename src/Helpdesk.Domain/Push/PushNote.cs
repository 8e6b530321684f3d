using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Push;

/// <summary>
/// What a browser shows, in its reader's language: no more than the notification centre says, and nothing that people wrote but the
/// ticket's subject.
/// </summary>
/// <param name="Kind"><c>null</c>: there is something, and whoever looks must sign in to see what.</param>
/// <param name="Number">The ticket's; <c>null</c>: it is about something else.</param>
/// <param name="Title">At most <see cref="LongestTitle"/> characters.</param>
/// <param name="Link">A path of the host at which the browser is.</param>
/// <param name="Tag">The browser shows one entry for each.</param>
public sealed record PushNote(
    NotificationKind? Kind, string? Number, string Title, string Text, string Link, string Tag, string Lang)
{
    public const int LongestTitle = 200;

    private const string Unnamed = "news";

    /// <summary>A missed target wakes a device that saves its battery.</summary>
    public bool IsUrgent => Kind is NotificationKind.SlaBreach;

    /// <summary>The name under which a push service replaces what it has not delivered yet: 32 characters that tell nothing.</summary>
    public string Topic => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Tag)).AsSpan(0, 24));

    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, RecordJson.Options);

    /// <param name="subject">The ticket's; <c>null</c>: it is about something else.</param>
    public static PushNote Of(PushedNotice notice, Guid stream, string? subject, NoticeReader reader, PushPlace place)
    {
        var german = reader.Language != "en";
        var title = subject ?? NotificationRules.NameOf(notice.Kind, german);
        var sentence = NoticeText.Sentence(
            german, NoticeZone.Of(reader.TimeZone, place.Zone), new(notice.Kind, notice.Number, null, null, notice.Target, notice.At));
        return new(
            notice.Kind, notice.Number, Cut(place.IsDesk && place.Name is not null ? $"{place.Name}: {title}" : title), sentence,
            LinkOf(notice.Number, reader, place), $"{stream:D}", german ? "de" : "en");
    }

    /// <summary>For a browser at which nobody is signed in any more.</summary>
    public static PushNote Bare(NoticeReader reader, PushPlace place)
    {
        var german = reader.Language != "en";
        return new(
            null, null, Cut(place.Name ?? "Helpdesk"),
            german ? "Es gibt Neues für Sie. Melden Sie sich an, um es zu lesen." : "There is news for you. Sign in to read it.",
            reader.Role is Role.Customer ? "/" : "/work/notifications", Unnamed, german ? "de" : "en");
    }

    /// <summary>Whether whoever is told may read the ticket now.</summary>
    public static bool MayRead(TenantId tenant, NoticeReader reader, Ticket ticket) =>
        TicketAccess.Refusal(new(tenant, reader.Account, reader.Role), ticket, TicketAct.Read) is null;

    private static string LinkOf(string? number, NoticeReader reader, PushPlace place) =>
        number is null ? "/work/notifications"
        : place.IsDesk ? string.Create(CultureInfo.InvariantCulture, $"/t/{place.Slug}/tickets/{number}")
        : reader.Role is Role.Customer ? $"/tickets/{number}" : $"/work/tickets/{number}";

    private static string Cut(string title)
    {
        if (title.Length <= LongestTitle)
            return title;
        var end = char.IsHighSurrogate(title[LongestTitle - 2]) ? LongestTitle - 2 : LongestTitle - 1;
        return $"{title[..end]}…";
    }
}

/// <summary>Whose ticket it is, and where the browser is.</summary>
/// <param name="Name">What people call the municipality; <c>null</c>: it is the platform's own.</param>
/// <param name="Zone">IANA name; <c>null</c>: none is known.</param>
/// <param name="IsDesk">The browser is at the desk, where tickets of many are.</param>
public sealed record PushPlace(string? Slug, string? Name, string? Zone, bool IsDesk);
