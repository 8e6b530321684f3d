namespace Helpdesk.Domain.Mail;

/// <summary>The keys of a municipality's mails are the business of its admins; which of them signs follows from DNS.</summary>
public static class DkimRules
{
    /// <summary>So long an answer of DNS holds, of a record that is right, and of any other answer.</summary>
    public static readonly Duration Holds = Duration.FromMinutes(5), HoldsOtherwise = Duration.FromMinutes(1);

    /// <summary>While DNS does not answer, a record that was right is taken to be there for so long.</summary>
    public static readonly Duration Trusted = Duration.FromHours(24);

    public static Error? Read(Member member) => member.Role is Role.Admin ? null : AccessErrors.AdminOnly;

    /// <summary>Follows from the command, so that a repeated one finds its own key.</summary>
    public static string SelectorOf(Guid command) => $"hd-{CommandId.Derive($"{command:D}|dkim"):N}"[..13];

    /// <param name="sealedKey">The private key, sealed.</param>
    public static Decision<DkimEvent> Add(
        DkimKeys? present, string domain, string selector, string publicKey, string sealedKey, Member member)
    {
        if (Read(member) is { } refusal)
            return refusal;
        return present?.Items.Length >= DkimKeys.Most
            ? MailErrors.TooManyDkimKeys : new DkimEvent.KeyAdded(domain, selector, publicKey, sealedKey);
    }

    public static Decision<DkimEvent> Remove(DkimKeys? present, string selector, Member member) =>
        Read(member) is { } refusal ? refusal
        : present?.Find(selector) is null ? AccessErrors.NotFound : new DkimEvent.KeyRemoved(selector);

    /// <summary>Whether the record of a key is in DNS.</summary>
    /// <param name="texts">All that stand there under its name; <c>null</c>: DNS did not answer.</param>
    public static DkimRecord Judge(DkimKey key, IReadOnlyCollection<string>? texts)
    {
        if (texts is null)
            return DkimRecord.Unknown;
        // With two of them, mailboxes may take either (RFC 6376, 3.6.2.2).
        var records = texts.Select(TagsOf).Where(tags => tags.ContainsKey("p")).ToList();
        return records.Count == 0 ? DkimRecord.Missing
            : records is [var only] && IsRight(only, key) ? DkimRecord.Published : DkimRecord.Different;
    }

    /// <summary>The newest key that DNS knows: an older one goes on until the newer one's record is there.</summary>
    /// <param name="sender">Domain of the address that mails come from; <c>null</c>: it is not the municipality's.</param>
    /// <returns><c>null</c>: mails are not signed.</returns>
    public static DkimKey? Signing(DkimKeys keys, string? sender, Func<DkimKey, DkimRecord> record) => sender is null ? null
        : keys.Items.LastOrDefault(key => key.IsFor(sender) && record(key) is DkimRecord.Published);

    private static bool IsRight(Dictionary<string, string> tags, DkimKey key) =>
        string.Concat(tags["p"].Where(letter => !char.IsWhiteSpace(letter))) == key.PublicKey
        && tags.GetValueOrDefault("v", "DKIM1") == "DKIM1" && tags.GetValueOrDefault("k", "rsa") == "rsa"
        && Lists(tags, "h", "sha256", "sha256") && Lists(tags, "s", "email", "*");

    private static bool Lists(Dictionary<string, string> tags, string tag, params string[] any) =>
        !tags.TryGetValue(tag, out var list) || list.Split(':', StringSplitOptions.TrimEntries).Any(any.Contains);

    private static Dictionary<string, string> TagsOf(string text)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var part in text.Split(';'))
        {
            var at = part.IndexOf('=', StringComparison.Ordinal);
            if (at > 0)
                tags[part[..at].Trim()] = part[(at + 1)..].Trim();
        }

        return tags;
    }
}

/// <summary>What DNS says of a key.</summary>
public enum DkimRecord
{
    /// <summary>The record is there, and right.</summary>
    Published,
    /// <summary>Nothing is there.</summary>
    Missing,
    /// <summary>Another record is there, or several.</summary>
    Different,
    /// <summary>DNS did not answer.</summary>
    Unknown,
}

/// <summary>The keys, and what DNS says of them at this moment.</summary>
/// <param name="Records">In the order of the keys.</param>
/// <param name="Sender">Domain of the address that mails come from; <c>null</c>: they leave by the platform's server.</param>
/// <param name="SignsWith">Selector; <c>null</c>: mails are not signed.</param>
public sealed record DkimReport(DkimKeys Keys, IReadOnlyList<DkimRecord> Records, string? Sender, string? SignsWith);
