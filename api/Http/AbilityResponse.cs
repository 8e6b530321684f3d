using System.Text.Json.Serialization;

namespace Helpdesk.Api.Http;

/// <param name="Allowed">The act would not be refused because of rights or of the state.</param>
/// <param name="Reason">The code of the refusal: that of its page at `/problems`. Only where it is not allowed.</param>
/// <param name="Detail">The same for people, in the language that the reader asks for.</param>
public sealed record AbilityResponse(
    bool Allowed, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Reason = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null)
{
    internal static AbilityResponse Of(Error? refusal, bool german) =>
        refusal is null ? new(true) : new(false, refusal.Code, german ? refusal.De : refusal.En);
}
