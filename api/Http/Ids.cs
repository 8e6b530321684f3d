namespace Helpdesk.Api.Http;

/// <summary>Ids from outside: the canonical form and no other.</summary>
public static class Ids
{
    public static Guid? Parse(string? text)
    {
        if (text is not { Length: 36 } || !Guid.TryParseExact(text, "D", out var id))
            return null;
        foreach (var character in text)
        {
            if (char.IsAsciiLetterUpper(character))
                return null;
        }

        return id;
    }
}
