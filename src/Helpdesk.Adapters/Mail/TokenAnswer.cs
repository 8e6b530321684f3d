using System.Globalization;
using System.Text.Json;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Adapters.Mail;

/// <summary>What a token endpoint answers (RFC 6749, 5.1 and 5.2).</summary>
internal static class TokenAnswer
{
    private const int LongestToken = 32 * 1024;

    // What the standard recommends to name and need not: such a token is asked for anew soon.
    private static readonly TimeSpan Usual = TimeSpan.FromMinutes(5);

    /// <exception cref="MailServerException">It holds none.</exception>
    public static (string Token, TimeSpan Lifetime) Read(int status, byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var answer = json.RootElement;
            if (status == 200 && Text(answer, "access_token") is { Length: > 0 and <= LongestToken } token
                && token.All(letter => letter is >= ' ' and <= '~'))
                return (token, LifetimeIn(answer));
            throw new MailServerException(MailReason.NoToken, Line(
                $"{status} {Text(answer, "error")} {Text(answer, "error_description")}"));
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            throw new MailServerException(MailReason.NoToken, $"{status}");
        }
    }

    private static TimeSpan LifetimeIn(JsonElement answer)
    {
        // Some write the number as text.
        var seconds = answer.TryGetProperty("expires_in", out var given)
            && double.TryParse(given.ToString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : 0;
        return seconds is > 0 and <= 366 * 86_400 ? TimeSpan.FromSeconds(seconds) : Usual;
    }

    private static string? Text(JsonElement answer, string name) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    /// <summary>One line, as people read it beside a mail.</summary>
    public static string Line(string words)
    {
        var line = string.Concat(words.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) ? ' ' : letter)).Trim();
        return line.Length <= Delivery.MostWords ? line : line[..Delivery.MostWords];
    }
}
