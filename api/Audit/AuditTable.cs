using Helpdesk.Domain.Audit;

namespace Helpdesk.Api.Audit;

/// <summary>The log as a table.</summary>
internal static class AuditTable
{
    public static readonly IReadOnlyList<string> Columns =
    [
        "number", "at", "actor_id", "actor_kind", "actor_name", "kind", "subject_id", "version", "address", "door", "provider_access",
            "before", "after", "details",
    ];

    public static IAsyncEnumerable<IReadOnlyList<string?>> Rows(IAsyncEnumerable<AuditEntry> entries) => entries.Select(Row);

    private static IReadOnlyList<string?> Row(AuditEntry entry)
    {
        var shown = AuditEntryResponse.Of(entry);
        return
        [
            shown.Number?.ToString(CultureInfo.InvariantCulture), shown.At.ToString(
                "yyyy-MM-ddTHH:mm:ss.ffffffZ", CultureInfo.InvariantCulture),
            shown.Actor?.Id.ToString("D"), shown.Actor is { } actor
                ? Words<AuditActorKind>.Of(actor.Kind) : null, shown.Actor?.Name, shown.Kind,
            shown.Subject.Id.ToString("D"), shown.Subject.Version.ToString(CultureInfo.InvariantCulture), shown.Origin?.Address,
            shown.Origin?.Door,
            shown.Origin?.ProviderAccess?.ToString("D"), shown.Before?.GetRawText(), shown.After?.GetRawText(),
            shown.Details.Count == 0 ? null : System.Text.Json.JsonSerializer.Serialize(shown.Details),
        ];
    }
}
