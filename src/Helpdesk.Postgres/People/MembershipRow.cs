using System.Collections.Immutable;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;

namespace Helpdesk.Postgres.People;

/// <summary>The columns of a membership, in one order.</summary>
internal static class MembershipRow
{
    public const int Count = 15;

    /// <param name="alias">Of the table in the statement.</param>
    public static string Columns(string alias) => string.Join(", ", ((string[])
        ["tenant_id", "account_id", "home_id", "role", "status", "email", "name", "language", "version", "created_at", "updated_at",
        "time_zone", "requester_group", "external_id", "muted"])
        .Select(column => $"{alias}.{column}"));

    public static Membership Read(NpgsqlDataReader reader) => new(
        new(reader.GetGuid(0)),
        new(reader.GetGuid(1)),
        new(reader.GetGuid(2)),
        Word<Role>(reader.GetString(3)),
        Word<MembershipStatus>(reader.GetString(4)),
        Address(reader.GetString(5)),
        reader.GetString(6),
        reader.GetString(7),
        reader.GetInt32(8),
        reader.GetInstant(9),
        reader.GetInstant(10))
    {
        TimeZone = reader.GetStringOrNull(11),
        Group = reader.GetStringOrNull(12),
        ExternalId = reader.GetStringOrNull(13),
        Muted = Kinds(reader.GetFieldValue<string[]>(14)),
    };

    public static string[] Words(ImmutableArray<NotificationKind> kinds) => [.. kinds.Select(Words<NotificationKind>.Of)];

    private static ImmutableArray<NotificationKind> Kinds(string[] words) =>
        words.Length == 0 ? ImmutableArray<NotificationKind>.Empty : [.. words.Select(Word<NotificationKind>)];

    public static EmailAddress Address(string stored) => EmailAddress.Parse(stored).Value;

    public static TEnum Word<TEnum>(string stored) where TEnum : struct, Enum =>
        Words<TEnum>.Parse(stored) ?? throw new InvalidDataException($"No {typeof(TEnum).Name} has the word '{stored}'.");
}
