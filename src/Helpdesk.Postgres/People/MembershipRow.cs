using System.Collections.Immutable;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;

namespace Helpdesk.Postgres.People;

/// <summary>The columns of a membership, in one order.</summary>
internal static class MembershipRow
{
    public const int Count = 19;

    /// <param name="alias">The table's alias in the statement.</param>
    public static string Columns(string alias) => string.Join(", ", ((string[])
        ["tenant_id", "account_id", "home_id", "role", "status", "email", "name", "language", "version", "created_at", "updated_at",
        "time_zone", "requester_group", "external_id", "muted", "mails_off", "mail_digest", "mail_hold", "pushes_off"])
        .Select(column => $"{alias}.{column}"));

    /// <exception cref="UnreadableException">It cannot be read; that is noted.</exception>
    public static Membership Read(Database database, NpgsqlDataReader reader) =>
        database.States.Read(new(reader.GetGuid(0)), MembershipEvent.Subject, reader.GetGuid(1), () => Read(reader));

    /// <returns><c>null</c>: it cannot be read; that is noted.</returns>
    public static Membership? ReadOrLeaveOut(Database database, NpgsqlDataReader reader) =>
        database.States.ReadOrLeaveOut(new(reader.GetGuid(0)), MembershipEvent.Subject, reader.GetGuid(1), () => Read(reader));

    private static Membership Read(NpgsqlDataReader reader) => new()
    {
        Tenant = new(reader.GetGuid(0)),
        Account = new(reader.GetGuid(1)),
        Home = new(reader.GetGuid(2)),
        Role = Word<Role>(reader.GetString(3)),
        Status = Word<MembershipStatus>(reader.GetString(4)),
        Email = Address(reader.GetString(5)),
        Name = reader.GetString(6),
        Language = reader.GetString(7),
        Version = reader.GetInt32(8),
        CreatedAt = reader.GetInstant(9),
        UpdatedAt = reader.GetInstant(10),
        TimeZone = reader.GetStringOrNull(11),
        Group = reader.GetStringOrNull(12),
        ExternalId = reader.GetStringOrNull(13),
        Muted = Kinds(reader.GetFieldValue<string[]>(14)),
        Mails = Wishes(reader.GetFieldValue<string[]>(15), reader.GetString(16), reader.GetInt32(17)),
        PushesOff = Kinds(reader.GetFieldValue<string[]>(18)),
    };

    public static string[] Words(ImmutableArray<NotificationKind> kinds) => [.. kinds.Select(Words<NotificationKind>.Of)];

    // Nearly everybody's: one for all of them.
    public static MailWishes Wishes(string[] off, string digest, int hold)
    {
        var wishes = new MailWishes { Off = Kinds(off), Digest = Word<MailDigest>(digest), HoldSeconds = hold };
        return wishes.Same(MailWishes.Default) ? MailWishes.Default : wishes;
    }

    public static ImmutableArray<NotificationKind> Kinds(string[] words) =>
        words.Length == 0 ? ImmutableArray<NotificationKind>.Empty : [.. words.Select(Word<NotificationKind>)];

    public static EmailAddress Address(string stored) => EmailAddress.Parse(stored) is { IsOk: true } email
        ? email.Value : throw new UnreadableException("It is no e-mail address.");

    public static TEnum Word<TEnum>(string stored) where TEnum : struct, Enum =>
        Words<TEnum>.Parse(stored) ?? throw new UnreadableException($"No {typeof(TEnum).Name} has the word '{stored}'.");
}
