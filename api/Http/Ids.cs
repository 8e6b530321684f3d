namespace Helpdesk.Api.Http;

/// <summary>Ids from outside: 36 characters with hyphens, in capitals too, as some programs print them. Answers have lower case.</summary>
public static class Ids
{
    public static Guid? Parse(string? text) => text is { Length: 36 } && Guid.TryParseExact(text, "D", out var id) ? id : null;
}
