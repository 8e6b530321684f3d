namespace Helpdesk.Domain.Audit;

/// <summary>
/// What is known about a tenant's audit log itself: until when it was cleared, and when somebody looks again. Its entries are the tenant's
/// events, all of them; nothing is written twice.
/// </summary>
public sealed record AuditLog : IAggregate<AuditLog, AuditEvent>
{
    public static string Kind => "audit";

    /// <summary>Every tenant has one, in a stream of this name.</summary>
    public static readonly Guid Stream = new("00000000-0000-7000-8000-0000000a0d17");

    public const string RetentionDue = "audit_retention";

    /// <summary>How often entries are looked for that need not be kept any longer.</summary>
    public static readonly Duration Every = Duration.FromDays(30);

    public required Instant LookAt { get; init; }

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    [JsonIgnore]
    public IReadOnlyDictionary<string, Instant> Due => new Dictionary<string, Instant>(1) { [RetentionDue] = LookAt };

    public static AuditLog Apply(AuditLog? state, Recorded<AuditEvent> recorded) => new()
    {
        LookAt = recorded.Event is AuditEvent.Forgotten || state is null ? recorded.At + Every : state.LookAt,
        Version = recorded.Version,
        UpdatedAt = recorded.At,
    };
}

/// <summary>What can happen to an audit log. Stored for good.</summary>
public abstract record AuditEvent
{
    private AuditEvent() { }

    /// <summary>From here on somebody looks after what need not be kept.</summary>
    public sealed record Begun : AuditEvent;

    /// <summary>Somebody took a copy.</summary>
    /// <param name="Filters">What was asked for, as in the request.</param>
    public sealed record Exported(string Format, IReadOnlyDictionary<string, string> Filters) : AuditEvent;

    /// <summary>
    /// Entries older than <paramref name="Before"/> were removed, where the log alone had them. Their links in the chain stay.
    /// </summary>
    /// <param name="Entries">How many at this time.</param>
    public sealed record Forgotten(Instant Before, int Entries) : AuditEvent;
}

/// <summary>How long entries are kept.</summary>
public static class AuditRetention
{
    /// <summary>No setting goes below it.</summary>
    public const int LeastMonths = 12;

    /// <summary>
    /// First words of the kinds that only the log has: sign-ins, memberships, keys, mails. The history of a ticket, a flag or a tenant goes
    /// with that thing and is never thinned out. The database holds the same list (0090).
    /// </summary>
    public static readonly IReadOnlyList<string> Forgettable = ["account", "membership", "api_key", "seat", "notification"];

    public static bool IsForgettable(string kind) => Forgettable.Contains(kind[..Math.Max(0, kind.IndexOf('.', StringComparison.Ordinal))]);

    /// <summary>Entries before this moment need not be kept: whole days of the municipality, so many calendar months back.</summary>
    /// <param name="zone">The municipality's; IANA name.</param>
    public static Instant Before(int months, string zone, Instant now) =>
        LocalDays.MonthsBefore(now, Math.Max(LeastMonths, months), zone);
}

/// <summary>Stores audit logs.</summary>
public interface IAuditLogStore : IAggregateStore<AuditLog, AuditEvent>;
