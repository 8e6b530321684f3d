using Helpdesk.Domain.Live;

namespace Helpdesk.Api.Live;

internal sealed class LiveExamples : IExamples
{
    private static readonly DateTimeOffset Came = new(2026, 11, 18, 12, 12, 5, TimeSpan.Zero);

    private static readonly PresentPerson At = new(
        new("0198c0de-7a11-7000-8000-000000000007"), "Anna Agentin", PresenceState.WritingAnswer, Came, Came.AddSeconds(40));

    public IEnumerable<object> All =>
    [
        new PresenceRequest(PresenceState.WritingAnswer),
        new PresenceResponse(
            new("0198c0de-7a11-7000-8000-00000000002a"),
            [At]),
        new PresenceListResponse([new(new("0198c0de-7a11-7000-8000-00000000002a"), [At])]),
    ];
}
