namespace Helpdesk.Domain.Tickets;

/// <summary>What can be done to a ticket, in the words that clients see.</summary>
public enum TicketAbility
{
    /// <summary>Write to the customer, or as one.</summary>
    Reply,
    /// <summary>Write for staff only.</summary>
    Note,
    Attach,
    Assign,
    /// <summary>Become the assignee oneself.</summary>
    Take,
    ChangeText,
    ChangeStatus,
    ChangePriority,
    ChangeQueue,
    ChangeCategory,
    Close,
    /// <summary>Say as the requester that it is solved.</summary>
    Confirm,
    /// <summary>Staff take it up again, a customer asks for that.</summary>
    Reopen,
    DeclineReopening,
    Merge,
    Unmerge,
    Link,
    Tag,
    LogTime,
    ReadSla,
    /// <summary>Put it under the policies and calendars of today.</summary>
    Reevaluate,
    Delete,
    /// <summary>Say as the requester how the closing was.</summary>
    Rate,
    /// <summary>Be told nothing more of it, or again.</summary>
    Mute,
}

/// <param name="Refusal">What the act would be refused with as the ticket stands; <c>null</c>: it would not.</param>
public sealed record TicketVerdict(TicketAbility Ability, Error? Refusal);

/// <summary>
/// What a member could do to a ticket as it stands, and why not: asked of the very rules that the acts themselves ask, with nothing that
/// anybody could object to but the member's rights and the ticket's state. So clients need not guess, and cannot be told otherwise.
/// </summary>
public static class TicketAbilities
{
    private const string Words = "…";
    private static readonly TicketAbility[] All = Enum.GetValues<TicketAbility>();

    // No ticket is linked with it and no word stands on one: each would be something new.
    private static readonly TicketId Elsewhere = new(Guid.Empty);
    private static readonly AccountId Somebody = new(Guid.Empty);
    private const string NewTag = "no-such-tag-yet";

    /// <returns>In the order of <see cref="TicketAbility"/>. What the member never may do to this ticket is missing.</returns>
    public static IReadOnlyList<TicketVerdict> Of(Member member, Ticket ticket, Instant now)
    {
        if (TicketAccess.Refusal(member, ticket, TicketAct.Read) is not null)
            return [];
        var verdicts = new List<TicketVerdict>(All.Length);
        foreach (var ability in All)
        {
            if (Refusal(ability, member, ticket, now) is var refusal && refusal is not { Kind: ErrorKind.Forbidden })
                verdicts.Add(new(ability, refusal));
        }

        return verdicts;
    }

    private static Error? Refusal(TicketAbility ability, Member member, Ticket ticket, Instant now) => ability switch
    {
        TicketAbility.Reply => Commented(ticket, Visibility.Public, member, now),
        TicketAbility.Note => Commented(ticket, Visibility.Internal, member, now),
        TicketAbility.Attach => TicketFiles.Refusal(ticket, member),
        TicketAbility.Close => TicketClosing.Close(ticket, Words, member).Refusal,
        TicketAbility.Confirm => TicketClosing.Confirm(ticket, Guid.Empty, null, member).Refusal,
        TicketAbility.Reopen => TicketClosing.Reopen(ticket, Guid.Empty, null, member).Refusal,
        TicketAbility.DeclineReopening => TicketClosing.DeclineReopen(ticket, Guid.Empty, Words, member).Refusal,
        TicketAbility.Merge => TicketPairs.MergeInto(ticket, new(Elsewhere, Words, Somebody), member).Refusal,
        TicketAbility.Unmerge => TicketPairs.Unmerge(ticket, null, member).Refusal,
        TicketAbility.Link => TicketPairs.Link(ticket, Elsewhere, Words, LinkKind.RelatesTo, member).Refusal,
        TicketAbility.Tag => TicketTags.Add(ticket, NewTag, member).Refusal,
        TicketAbility.LogTime => member.IsStaff ? null : AccessErrors.StaffOnly,
        TicketAbility.ReadSla => TicketAccess.Refusal(member, ticket, TicketAct.ReadSla),
        TicketAbility.Reevaluate => TicketAccess.Refusal(member, ticket, TicketAct.Reevaluate),
        TicketAbility.Delete => TicketClosing.Delete(ticket, member).Refusal,
        TicketAbility.Rate => TicketSatisfaction.Refusal(ticket, null, member, now),
        TicketAbility.Mute => TicketAccess.Refusal(member, ticket, TicketAct.Read),
        _ => TicketChanges.Change(ticket, Change(ability, ticket), member).Refusal,
    };

    // What a customer writes on a ticket that has been closed for long goes into a new one: for them it is accepted all the same.
    private static Error? Commented(Ticket ticket, Visibility visibility, Member member, Instant now) =>
        TicketConversation.Comment(ticket, new(Guid.Empty, Words, visibility), member, CustomerReplies.Default, now).Refusal is { } refusal
            && !refusal.Is(TicketErrors.GoesElsewhere) ? refusal : null;

    // Something else than what is there: what changes nothing is refused to nobody.
    private static ChangeTicket Change(TicketAbility ability, Ticket ticket) => ability switch
    {
        TicketAbility.Assign or TicketAbility.Take => new() { Assignee = Somebody },
        TicketAbility.ChangeText => new() { Subject = Other(ticket.Subject) },
        TicketAbility.ChangeStatus => new()
        {
            Status = ticket.Status is TicketStatus.Resolved ? TicketStatus.Open : TicketStatus.Resolved,
            ResolutionText = ticket.Status is TicketStatus.Resolved ? default : new Change<string?>(true, Words),
        },
        TicketAbility.ChangePriority => new() { Priority = ticket.Priority is Priority.Low ? Priority.High : Priority.Low },
        TicketAbility.ChangeQueue => new() { Queue = Other(ticket.Queue) },
        TicketAbility.ChangeCategory => new() { Category = Other(ticket.Category) },
        _ => throw new InvalidOperationException($"Nothing is changed by {ability}."),
    };

    private static string Other(string? present) => present == "x" ? "y" : "x";
}
