using System.Text.Json.Serialization;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// What the caller could do to a ticket as it stands. An act that the caller's role never has on this ticket is missing; one that only its
/// state forbids is there with the reason.
/// </summary>
public sealed record TicketAbilitiesResponse
{
    /// <summary>Write to the customer, or as one: `POST …/comments`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Reply { get; init; }

    /// <summary>Write for staff only: the same with `internal`.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Note { get; init; }

    /// <summary>A file that the customer reads.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Attach { get; init; }

    /// <summary>Name who works on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Assign { get; init; }

    /// <summary>Become the assignee oneself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Take { get; init; }

    /// <summary>Subject and description.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? ChangeText { get; init; }

    /// <summary>To any status that can follow.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? ChangeStatus { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? ChangePriority { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? ChangeQueue { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? ChangeCategory { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Close { get; init; }

    /// <summary>Say as the requester that it is solved.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Confirm { get; init; }

    /// <summary>Staff take it up again; a customer asks for that.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Reopen { get; init; }

    /// <summary>Say no to a customer who asks to reopen it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? DeclineReopening { get; init; }

    /// <summary>Into another ticket.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Merge { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Unmerge { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Link { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Tag { get; init; }

    /// <summary>Record time that was spent on it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? LogTime { get; init; }

    /// <summary>See what was promised, and why it is due then.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? ReadSla { get; init; }

    /// <summary>Put it under the policies and calendars of today.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Reevaluate { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Delete { get; init; }

    /// <summary>Say as the requester how the closing was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Rate { get; init; }

    /// <summary>Be told nothing more of it, or again.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public AbilityResponse? Mute { get; init; }

    internal static TicketAbilitiesResponse Of(IReadOnlyList<TicketVerdict> verdicts, bool german)
    {
        return new()
        {
            Reply = Of(TicketAbility.Reply),
            Note = Of(TicketAbility.Note),
            Attach = Of(TicketAbility.Attach),
            Assign = Of(TicketAbility.Assign),
            Take = Of(TicketAbility.Take),
            ChangeText = Of(TicketAbility.ChangeText),
            ChangeStatus = Of(TicketAbility.ChangeStatus),
            ChangePriority = Of(TicketAbility.ChangePriority),
            ChangeQueue = Of(TicketAbility.ChangeQueue),
            ChangeCategory = Of(TicketAbility.ChangeCategory),
            Close = Of(TicketAbility.Close),
            Confirm = Of(TicketAbility.Confirm),
            Reopen = Of(TicketAbility.Reopen),
            DeclineReopening = Of(TicketAbility.DeclineReopening),
            Merge = Of(TicketAbility.Merge),
            Unmerge = Of(TicketAbility.Unmerge),
            Link = Of(TicketAbility.Link),
            Tag = Of(TicketAbility.Tag),
            LogTime = Of(TicketAbility.LogTime),
            ReadSla = Of(TicketAbility.ReadSla),
            Reevaluate = Of(TicketAbility.Reevaluate),
            Delete = Of(TicketAbility.Delete),
            Rate = Of(TicketAbility.Rate),
            Mute = Of(TicketAbility.Mute),
        };

        AbilityResponse? Of(TicketAbility ability) =>
            verdicts.FirstOrDefault(one => one.Ability == ability) is { } verdict ? AbilityResponse.Of(verdict.Refusal, german) : null;
    }
}
