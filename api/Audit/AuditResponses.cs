using System.Text.Json.Nodes;
using Helpdesk.Domain.Audit;

namespace Helpdesk.Api.Audit;

public sealed record AuditEntryResponse
{
    /// <summary>Place in the chain of hashes; null for some seconds.</summary>
    public required long? Number { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>null: the platform by itself, or somebody who was not signed in.</summary>
    public required AuditActorResponse? Actor { get; init; }
    public required AuditOriginResponse? Origin { get; init; }

    /// <summary>What happened, such as `membership.role_changed`.</summary>
    public required string Kind { get; init; }
    public required AuditSubjectResponse Subject { get; init; }

    /// <summary>The value before; null: there was none, or the act changes no value.</summary>
    public required JsonElement? Before { get; init; }

    /// <summary>The value since.</summary>
    public required JsonElement? After { get; init; }

    /// <summary>What else the event says. What people wrote to each other is left out.</summary>
    public required IReadOnlyDictionary<string, JsonElement> Details { get; init; }

    internal static AuditEntryResponse Of(AuditEntry entry)
    {
        var (before, after, details) = Values(entry);
        return new()
        {
            Number = entry.Number,
            At = entry.Place.At.ToDateTimeOffset(),
            Actor = entry.Actor is { } actor ? new(actor.Id.Value, actor.Kind, actor.Name) : null,
            Origin = entry.Origin is { } origin ? new(origin.Address, origin.Door, origin.Grant) : null,
            Kind = entry.Kind,
            Subject = new(entry.Kind.Split('.')[0], entry.Stream, entry.Version),
            Before = before,
            After = after,
            Details = details,
        };
    }

    private static (JsonElement? Before, JsonElement? After, Dictionary<string, JsonElement> Details) Values(AuditEntry entry)
    {
        var details = entry.Data.ToDictionary(pair => pair.Key, pair => Element(pair.Value) ?? default(JsonElement));
        var (before, after) = AuditState.Of(entry.Kind) is { } state
            ? (Element(entry.Before), Take(state.Value)) : (Take("from"), Take("to"));
        return (before, after, details.Where(pair => pair.Value.ValueKind is not JsonValueKind.Undefined).ToDictionary());

        JsonElement? Take(string member) => details.Remove(member, out var value)
            && value.ValueKind is not JsonValueKind.Undefined ? value : null;
    }

    private static JsonElement? Element(JsonNode? node) => node is null ? null : JsonSerializer.SerializeToElement(node);
}

/// <param name="Name">null: not, or no longer, known here.</param>
public sealed record AuditActorResponse(Guid Id, AuditActorKind Kind, string? Name);

/// <param name="Address">null: from inside the platform.</param>
/// <param name="Door">`session`, `bearer`, `login`, `api-key:hdk_…`, or what acted inside the platform, such as `due`.</param>
/// <param name="ProviderAccess">The grant under which an operator was inside.</param>
public sealed record AuditOriginResponse(string? Address, string Door, Guid? ProviderAccess);

/// <param name="Kind">Such as `ticket`, `account`, `licence`.</param>
/// <param name="Version">The subject's version after the act.</param>
public sealed record AuditSubjectResponse(string Kind, Guid Id, int Version);

/// <param name="Items">Newest first.</param>
public sealed record AuditListResponse(IReadOnlyList<AuditEntryResponse> Items, string? NextCursor);

/// <param name="Intact">Nothing is wrong in what was checked.</param>
/// <param name="Checked">How many entries were checked.</param>
/// <param name="Forgotten">How many of the checked entries were removed by retention or erasure; their links are intact.</param>
/// <param name="Head">
/// The last entry checked, as `NUMBER:HASH`. Noted down elsewhere, it proves later that nothing before it was rewritten.
/// </param>
/// <param name="NextAfter">There is more: go on with `after`. null: the end was reached.</param>
/// <param name="Faults">At most 100.</param>
public sealed record AuditVerificationResponse(
    bool Intact, long Checked, long Forgotten, string? Head, long? NextAfter, IReadOnlyList<AuditFaultResponse> Faults)
{
    internal const int MostAtOnce = 50_000;

    internal static AuditVerificationResponse Of(AuditReport report) => new(
        report.Faults.Count == 0, report.Checked, report.Forgotten, report.Head is { } head ? AuditHead.Text(head) : null,
        report.IsWhole ? null : report.Head?.Number,
        [.. report.Faults.Select(fault => new AuditFaultResponse(fault.Kind, fault.Number, fault.Stream, fault.Version, fault.EventKind))]);
}

/// <param name="Number">The entry's place in the chain; null: it is in no chain.</param>
/// <param name="Subject">Id of what the entry is about.</param>
/// <param name="Version">The subject's version after the act.</param>
public sealed record AuditFaultResponse(AuditFaultKind Kind, long? Number, Guid Subject, int Version, string EventKind);
