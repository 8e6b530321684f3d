namespace Helpdesk.Domain.Tickets;

/// <summary>Who may read a comment.</summary>
public enum Visibility
{
    /// <summary>The requester and staff.</summary>
    Public,
    /// <summary>Staff only; customers do not even learn how many there are.</summary>
    Internal,
}

/// <summary>How two tickets belong together, read from the ticket that holds the link.</summary>
public enum LinkKind
{
    RelatesTo,
    DuplicateOf,
    Blocks,
    BlockedBy,
    DuplicatedBy,
}

public static class LinkKinds
{
    /// <summary>The same link, read from the other ticket.</summary>
    public static LinkKind Mirrored(this LinkKind kind) => kind switch
    {
        LinkKind.DuplicateOf => LinkKind.DuplicatedBy,
        LinkKind.DuplicatedBy => LinkKind.DuplicateOf,
        LinkKind.Blocks => LinkKind.BlockedBy,
        LinkKind.BlockedBy => LinkKind.Blocks,
        _ => LinkKind.RelatesTo,
    };

    /// <summary>Between the numbers of two tickets.</summary>
    public static string Name(this LinkKind kind, bool german) => (kind, german) switch
    {
        (LinkKind.RelatesTo, true) => "gehört zu",
        (LinkKind.DuplicateOf, true) => "Duplikat von",
        (LinkKind.DuplicatedBy, true) => "hat Duplikat",
        (LinkKind.Blocks, true) => "blockiert",
        (LinkKind.BlockedBy, true) => "blockiert durch",
        (LinkKind.RelatesTo, false) => "relates to",
        (LinkKind.DuplicateOf, false) => "duplicate of",
        (LinkKind.DuplicatedBy, false) => "has duplicate",
        (LinkKind.Blocks, false) => "blocks",
        (LinkKind.BlockedBy, false) => "blocked by",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "There are no words for this kind of link."),
    };
}
