using System.Collections.Immutable;

namespace Helpdesk.Domain.Mail;

/// <summary>A key that signs mails (DKIM, RFC 6376). Its other half stands in the domain's DNS, where every mailbox finds it.</summary>
/// <param name="Domain">As punycode. Signed is what comes from there, or from below.</param>
/// <param name="Selector">Names the key among those of its domain; never used again for another one.</param>
/// <param name="PublicKey">Base64 of the DER, as it stands in DNS.</param>
/// <param name="Sealed">The private key.</param>
public sealed record DkimKey(string Domain, string Selector, string PublicKey, string Sealed, Instant CreatedAt)
{
    /// <summary>Where the record stands.</summary>
    [JsonIgnore]
    public string RecordName => $"{Selector}._domainkey.{Domain}";

    /// <summary>What it holds. Longer than 255 characters: in DNS it is written in parts.</summary>
    [JsonIgnore]
    public string RecordText => $"v=DKIM1; k=rsa; p={PublicKey}";

    /// <param name="domain">Of the address that a mail comes from.</param>
    public bool IsFor(string domain) =>
        domain.Equals(Domain, StringComparison.OrdinalIgnoreCase) || domain.EndsWith($".{Domain}", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A new pair of keys.</summary>
/// <param name="PublicKey">Base64 of the DER.</param>
/// <param name="PrivateKey">PKCS #8, as PEM.</param>
public sealed record DkimPair(string PublicKey, string PrivateKey)
{
    public override string ToString() => nameof(DkimPair);
}

/// <summary>A key, opened for whoever signs with it.</summary>
/// <param name="PrivateKey">As PEM.</param>
public sealed record MailSigningKey(string Domain, string Selector, string PrivateKey)
{
    public override string ToString() => nameof(MailSigningKey);
}

/// <summary>The keys that sign a municipality's mails: one, or two while the newer one takes over.</summary>
public sealed record DkimKeys : IAggregate<DkimKeys, DkimEvent>
{
    public static string Kind => "mail_dkim";

    public const int Most = 2;

    public static readonly DkimKeys None = new() { Version = 0 };

    /// <summary>From the oldest to the newest.</summary>
    public ImmutableArray<DkimKey> Items { get; init; } = [];
    public required int Version { get; init; }
    public Instant UpdatedAt { get; init; }

    public static Guid StreamOf(TenantId tenant) => CommandId.Derive($"{tenant}|{Kind}");

    /// <returns><c>null</c>: there is no such key.</returns>
    public DkimKey? Find(string selector) => Items.FirstOrDefault(key => key.Selector == selector);

    public static DkimKeys Apply(DkimKeys? state, Recorded<DkimEvent> recorded)
    {
        var before = state ?? None;
        var items = recorded.Event switch
        {
            DkimEvent.KeyAdded added => before.Items.Add(
                new(added.Domain, added.Selector, added.PublicKey, added.Sealed, recorded.At)),
            DkimEvent.KeyRemoved removed => before.Items.RemoveAll(key => key.Selector == removed.Selector),
            var unknown => throw new InvalidOperationException($"Keys cannot go on with {unknown.GetType().Name}."),
        };
        return before with { Items = items, Version = recorded.Version, UpdatedAt = recorded.At };
    }
}

/// <summary>What can happen to them. Stored for good.</summary>
public abstract record DkimEvent
{
    private DkimEvent() { }

    public sealed record KeyAdded(string Domain, string Selector, string PublicKey, string Sealed) : DkimEvent;

    public sealed record KeyRemoved(string Selector) : DkimEvent;
}

/// <summary>Keeps the keys of each municipality.</summary>
public interface IDkimKeys : IAggregateStore<DkimKeys, DkimEvent>;
