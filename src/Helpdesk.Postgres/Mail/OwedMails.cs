using System.Buffers.Text;
using System.Text.Json;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Postgres.Mail;

/// <summary>
/// Owes somebody a mail: an event <c>notification.owed</c> on the feed, which whatever carries mail follows. Address and token are sealed
/// in it, so that neither the feed nor a copy of the database can be used to follow the link.
/// </summary>
public sealed class OwedMails(ISeals seals)
{
    public const string Kind = OwedMail.Kind;

    /// <summary>What was sealed into an event of <see cref="Kind"/>, for the one that writes the mail.</summary>
    /// <param name="tenant">The event's tenant.</param>
    /// <exception cref="CryptographicException">It was not sealed by this installation for this tenant.</exception>
    public OwedMail Open(TenantId tenant, string data)
    {
        try
        {
            return Opened(tenant, data);
        }
        catch (Exception spoilt) when (spoilt is FormatException or ArgumentNullException or NullReferenceException)
        {
            throw new UnreadableException("It is no mail that somebody is owed.", spoilt);
        }
    }

    private OwedMail Opened(TenantId tenant, string data)
    {
        var owed = JsonSerializer.Deserialize<OwedEvent>(data, RecordJson.Options)!;
        var opened = seals.OpenStored(Sealing(tenant), Convert.FromBase64String(owed.Sealed));
        var letter = JsonSerializer.Deserialize<Letter>(opened, RecordJson.Options)!;
        return new(owed.Template, letter.To, owed.Language, letter.Token, letter.About);
    }

    /// <summary>Whose account it is about; <c>null</c>: there is none yet.</summary>
    public static AccountId? AccountOf(string data) =>
        JsonSerializer.Deserialize<OwedEvent>(data, RecordJson.Options)!.Account is { } account ? new(account) : null;

    internal void Add(Func<string, BatchStatement> add, TenantId tenant, MailOrder order, Trace trace)
    {
        var token = order.Link is null ? null : NewToken();
        if (token is not null)
            AddLink(add, tenant, order, token, trace);
        var stream = Guid.CreateVersion7(trace.At.ToDateTimeOffset());
        EventAppender.Add(add, tenant, stream, trace, Kind, Seal(tenant, order, token, about: null));
    }

    /// <summary>The data of an event of <see cref="Kind"/>.</summary>
    internal string Seal(TenantId tenant, MailOrder order, string? token, string? about)
    {
        var letter = JsonSerializer.SerializeToUtf8Bytes(new Letter(order.To.ToString(), token, about), RecordJson.Options);
        var owed = new OwedEvent(
            "mail", order.Template, order.Account?.Value, order.Language, Convert.ToBase64String(seals.Seal(Sealing(tenant), letter)));
        return JsonSerializer.Serialize(owed, RecordJson.Options);
    }

    private static SealPurpose Sealing(TenantId tenant) => new(SealKind.OwedMail, tenant);

    internal static string NewToken() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(MailedLink.TokenLength));

    // Who asks twice gets two mails, and both links are good until one is used: a stranger who types the address ends nobody's link.
    internal static void AddLink(Func<string, BatchStatement> add, TenantId tenant, MailOrder order, string token, Trace trace)
    {
        var purpose = order.Link!.Value;
        add("""
            insert into mailed_link (tenant_id, token_hash, purpose, account_id, email, name, language, created_at, expires_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """)
            .With(tenant.Value).With(MailedLink.Hash(token)).With(Words<LinkPurpose>.Of(purpose)).With(order.Account?.Value).With(
                order.To.ToString())
            .With(order.Name).With(order.Language).With(trace.At).With(trace.At + LinkLifetime.Of(purpose));
    }

    private sealed record OwedEvent(string Channel, string Template, Guid? Account, string Language, string Sealed);

    private sealed record Letter(string To, string? Token, string? About = null);
}
