namespace Helpdesk.Domain.Tenants;

/// <summary>The licence of one tenant, as its events left it. A tenant that never had one has no such stream.</summary>
public sealed record Licence : IAggregate<Licence, LicenceEvent>
{
    public static string Kind => "licence";

    /// <summary>Every tenant has one licence, in a stream of this name.</summary>
    public static readonly Guid Stream = new("00000000-0000-7000-8000-00000011ce5e");

    public const string EndsDue = "licence_ends";
    public const string ExpiresDue = "licence_expires";

    public required LicenceTerms Terms { get; init; }

    /// <summary>The history holds the end of the present terms.</summary>
    public bool EndNoted { get; init; }

    /// <summary>The history holds the end of their grace.</summary>
    public bool ExpiryNoted { get; init; }

    public int Version { get; init; }

    public Instant UpdatedAt { get; init; }

    /// <summary>That of a tenant to which none was granted.</summary>
    public static readonly Licence None = new() { Terms = LicenceTerms.Trial };

    [JsonIgnore]
    public IReadOnlyDictionary<string, Instant> Due
    {
        get
        {
            var due = new Dictionary<string, Instant>(2);
            if (!EndNoted && !ExpiryNoted && Terms is { ValidTo: { } end, GraceDays: > 0 })
                due[EndsDue] = end;
            if (!ExpiryNoted && Terms.ReadOnlyFrom is { } expiry)
                due[ExpiresDue] = expiry;
            return due;
        }
    }

    public static Licence Apply(Licence? state, Recorded<LicenceEvent> recorded)
    {
        var next = recorded.Event switch
        {
            LicenceEvent.Granted granted => new Licence { Terms = granted.To },
            LicenceEvent.GraceBegan => state! with { EndNoted = true },
            LicenceEvent.Expired => state! with { ExpiryNoted = true },
            LicenceEvent.SeatsShort => state!,
            var unknown => throw new InvalidOperationException($"A licence cannot go on with {unknown.GetType().Name}."),
        };
        return next with { Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>A licence as admins and operators see it.</summary>
/// <param name="Licence"><c>null</c>: none was granted yet, so <see cref="LicenceTerms.Trial"/> counts.</param>
public sealed record LicenceView(Licence? Licence, int SeatsUsed, LicenceState State)
{
    public LicenceTerms Terms => Licence?.Terms ?? LicenceTerms.Trial;

    /// <summary>0: there is none.</summary>
    public int Version => Licence?.Version ?? 0;

    public static LicenceView Of(Licence? licence, int seatsUsed, Instant now) => licence is { Version: > 0 }
        ? new(licence, seatsUsed, licence.Terms.StateAt(now)) : new(null, seatsUsed, LicenceState.Trial);
}

/// <summary>What can happen to a licence. Stored for good.</summary>
public abstract record LicenceEvent
{
    private LicenceEvent() { }

    /// <param name="From"><c>null</c>: the trial was all there was.</param>
    public sealed record Granted(LicenceTerms? From, LicenceTerms To) : LicenceEvent;

    /// <param name="Until">From then on nothing can be written.</param>
    public sealed record GraceBegan(Instant Until) : LicenceEvent;

    public sealed record Expired(Instant At) : LicenceEvent;

    /// <summary>New terms leave little or nothing free. Nobody is locked out.</summary>
    public sealed record SeatsShort(int Percent, int Used, int Seats) : LicenceEvent;
}
