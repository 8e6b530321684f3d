using Helpdesk.Domain.Audit;

namespace Helpdesk.Api.Audit;

internal sealed class AuditExamples : IExamples
{
    private static readonly Guid Admin = new("0198c0de-7a11-7000-8000-0000000000a1");

    private static readonly AuditEntryResponse Promotion = new()
    {
        Number = 17,
        At = new(2026, 11, 18, 9, 30, 0, TimeSpan.Zero),
        Actor = new(Admin, AuditActorKind.Person, "Erika Mustermann"),
        Origin = new(
            "203.0.113.7", "session", null),
        Kind = "membership.role_changed",
        Subject = new("membership", new("0198c0de-7a11-7000-8000-0000000000b2"), 3),
        Before = Word("agent"),
        After = Word("manager"),
        Details = new Dictionary<string, JsonElement> { ["account"] = Word("0198c0de-7a11-7000-8000-0000000000b2") },
    };

    private const string Head = "17:6f1ed002ab5595859014ebf0951522d9a5b0d3c53f2a8b7d0c6e4e1f9a7b3c2d";

    public IEnumerable<object> All =>
    [
        new AuditListResponse([Promotion], NextCursor: null),
        new[] { Promotion },
        new AuditVerificationResponse(
            Intact: false, Checked: 17, Forgotten: 0, Head, NextAfter: null,
            [new(AuditFaultKind.EventChanged, 12, new("0198c0de-7a11-7000-8000-00000000002a"), 4, "ticket.priority_changed")]),
    ];

    private static JsonElement Word(string word) => JsonSerializer.SerializeToElement(word);
}
