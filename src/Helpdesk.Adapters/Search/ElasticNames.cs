using System.Globalization;
using Helpdesk.Domain.Search;

namespace Helpdesk.Adapters.Search;

/// <summary>
/// What indices are called. A group of tenants has one name, the alias under which it is searched: it says by which rules its words were
/// made, so that two versions of the program beside each other never ask each other's. The index itself has a name of its own behind it.
/// </summary>
internal sealed class ElasticNames(ElasticOptions options)
{
    private const string First = "first";

    /// <summary>By which rules words are made, and into how many groups they go.</summary>
    public string Rules { get; } = $"{SearchWords.Version}.{ElasticSchema.Version}-{options.Groups}";

    /// <summary>Every index of the platform.</summary>
    public string Everything => $"{options.Prefix}-*";

    public IEnumerable<string> Groups => Enumerable.Range(0, options.Groups).Select(Group);

    // The last digits: of ids in the order of time the first ones are much alike.
    public string GroupOf(TenantId tenant) => Group(
        (int)(uint.Parse(tenant.Value.ToString("N")[24..], NumberStyles.HexNumber, CultureInfo.InvariantCulture) % (uint)options.Groups));

    /// <summary>
    /// Made by older rules, or by these for another number of groups. What newer ones made belongs to a newer process, beside which this
    /// one is about to end.
    /// </summary>
    public bool IsOlder(string index)
    {
        // As in Rules; a prefix has no hyphen.
        if (index.Split('-') is not [var prefix, var rules, var groups, ..] || prefix != options.Prefix
            || !Version.TryParse(rules, out var made))
            return false;
        var order = made.CompareTo(new Version(SearchWords.Version, ElasticSchema.Version));
        return order < 0 || (order == 0 && groups != options.Groups.ToString(CultureInfo.InvariantCulture));
    }

    public static string AnyIndexOf(string group) => $"{group}-*";

    /// <summary>Where there is none yet: two processes that make it at once make the same one.</summary>
    public static string FirstIndexOf(string group) => $"{group}-{First}";

    public static string NewIndexOf(string group) => $"{group}-{Guid.CreateVersion7():N}";

    /// <summary>
    /// Writing goes by this alias of a single index, never by the name: Elasticsearch makes an index that is written to and not there, and
    /// one that was just dropped would come back without its rules.
    /// </summary>
    public static string WritingTo(string index) => $"{index}-w";

    public static string IdOf(TenantId tenant, Guid document) => $"{tenant.Value:N}-{document:N}";

    public static (TenantId Tenant, Guid Document) ReadId(string id) =>
        id.Split('-') is [var tenant, var document] ? (new(Guid.ParseExact(tenant, "N")), Guid.ParseExact(document, "N"))
            : throw new InvalidDataException($"{id} is no id of ours.");

    private string Group(int number) => $"{options.Prefix}-{Rules}-{number}";
}
