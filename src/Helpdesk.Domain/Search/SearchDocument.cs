using System.Collections.Immutable;
using System.Text;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Domain.Search;

/// <summary>What can be found. Further types come behind these.</summary>
public enum SearchType
{
    Ticket,
    Person,
}

/// <summary>Where the words of a document stand.</summary>
public enum SearchPart
{
    Number,
    Subject,
    Description,
    Comment,
    FileName,
    Tag,
    Name,
    Email,
}

/// <summary>A text of a document.</summary>
/// <param name="Source">Which comment or file, or the tag; empty where there is one at most.</param>
/// <param name="IsInternal">For staff only.</param>
public sealed record SearchableText(SearchPart Part, string Source, bool IsInternal, string Text)
{
    /// <summary>
    /// Whether a text is still the one that was indexed; as <c>md5</c> of the database. No secret hangs on it: whoever could make two texts
    /// with one digest would have written both.
    /// </summary>
#pragma warning disable CA5351 // see above
    public string Digest => Convert.ToHexStringLower(System.Security.Cryptography.MD5.HashData(
        Encoding.UTF8.GetBytes(Text.Replace("\0", "", StringComparison.Ordinal))));
#pragma warning restore CA5351
}

/// <summary>A ticket or a person as an index keeps it: all of its texts, and whose it is.</summary>
public sealed record SearchDocument
{
    public required TenantId Tenant { get; init; }
    public required Guid Id { get; init; }
    public required SearchType Type { get; init; }

    /// <summary>The requester, the person: the customer who may find it.</summary>
    public required AccountId Owner { get; init; }

    /// <summary>The version of the ticket or membership; an older one never replaces a newer one.</summary>
    public required int Version { get; init; }

    /// <summary>Empty: nothing of it is to be found any more.</summary>
    public required ImmutableArray<SearchableText> Texts { get; init; }

    /// <param name="comments">All of the ticket's own, internal ones too; those taken back have no text and are left out.</param>
    /// <param name="files">Those that stand.</param>
    public static SearchDocument Of(
        TenantId tenant, TicketId id, Ticket ticket, IEnumerable<TicketComment> comments, IEnumerable<StoredFile> files) => new()
        {
            Tenant = tenant,
            Id = id.Value,
            Type = SearchType.Ticket,
            Owner = ticket.Requester,
            Version = ticket.Version,
            Texts = ticket.IsDeleted ? [] : [.. TextsOf(ticket, comments, files)],
        };

    /// <summary>
    /// Somebody who left stays in it by name only: their tickets name them, and nothing tells their address any more. They are in no
    /// result themselves.
    /// </summary>
    public static SearchDocument Of(Membership person) => new()
    {
        Tenant = person.Tenant,
        Id = person.Account.Value,
        Type = SearchType.Person,
        Owner = person.Account,
        Version = person.Version,
        Texts = [.. TextsOf(person)],
    };

    private static IEnumerable<SearchableText> TextsOf(Membership person)
    {
        yield return new(SearchPart.Name, "", false, person.Name);
        if (person.Exists)
            yield return new(SearchPart.Email, "", false, person.Email.ToString());
    }

    private static IEnumerable<SearchableText> TextsOf(
        Ticket ticket, IEnumerable<TicketComment> comments, IEnumerable<StoredFile> files) =>
    [
        new(SearchPart.Number, "", false, ticket.Number),
        new(SearchPart.Subject, "", false, ticket.Subject),
        new(SearchPart.Description, "", false, ticket.Description),
        .. comments.Where(comment => comment.Withdrawal is null && comment.Comment.Id != Guid.Empty)
            .Select(comment => comment.Comment).Select(said => new SearchableText(
                SearchPart.Comment, said.Id.ToString("D"), said.Visibility != Visibility.Public, said.Body)),
        .. files.Select(file => new SearchableText(
            SearchPart.FileName, file.File.Id.ToString("D"), file.Visibility != Visibility.Public, file.File.Name)),
        .. ticket.Tags.Select(tag => new SearchableText(SearchPart.Tag, tag, true, tag)),
    ];
}
