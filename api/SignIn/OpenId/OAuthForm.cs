using System.Buffers.Text;
using System.Net;
using System.Text;
using Helpdesk.Domain.Programs;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Reads a request of the protocol strictly, before OpenIddict does: within limits, every parameter once (RFC 6749, 3.1), the client in one
/// way. A form that passes is left with the request, so it is read once.
/// </summary>
internal static class OAuthForm
{
    public const string ContentType = "application/x-www-form-urlencoded";

    private const string Basic = "Basic ";
    private const int MostParameters = 32, LongestName = 100, LongestValue = 8_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <returns><c>null</c>: nothing is wrong with it.</returns>
    public static async Task<IResult?> Refusal(HttpContext context)
    {
        var refusal = HttpMethods.IsPost(context.Request.Method) ? await Read(context) : OfQuery(context);
        if (refusal?.Kind is ErrorKind.Unauthenticated)
            context.Response.Headers.WWWAuthenticate = "Basic realm=\"helpdesk\", charset=\"UTF-8\"";
        return refusal is null ? null : Problems.OfOAuth(refusal);
    }

    // Where people are sent, the parameters of the protocol stand in the address.
    private static Error? OfQuery(HttpContext context) => context.GetEndpoint()?.Metadata.GetMetadata<RefusedByPage>() is not null
        ? OfParameters(context.Request.Query)
        : null;

    private static Error? OfParameters(IEnumerable<KeyValuePair<string, StringValues>> parameters)
    {
        foreach (var (name, values) in parameters)
        {
            if (values.Count > 1)
                return ProgramErrors.InvalidTokenRequest(
                    $"Eine Angabe steht zweimal da: {name}.", $"A parameter is given twice: {name}.");
            if (name.Contains('\0', StringComparison.Ordinal) || values.ToString().Contains('\0', StringComparison.Ordinal))
                return ProgramErrors.InvalidTokenRequest(
                    "Eine Angabe enthält ein Zeichen, das nicht sein kann.", "A parameter holds a character that cannot be.");
        }

        return null;
    }

    private static async Task<Error?> Read(HttpContext context)
    {
        Dictionary<string, StringValues> form;
        try
        {
            var reader = new FormPipeReader(context.Request.BodyReader)
            {
                ValueCountLimit = MostParameters,
                KeyLengthLimit = LongestName,
                ValueLengthLimit = LongestValue,
            };
            form = await reader.ReadFormAsync(context.RequestAborted);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or ArgumentException)
        {
            return ProgramErrors.InvalidTokenRequest("Das Formular kann nicht gelesen werden.", "The form cannot be read.");
        }

        if (OfParameters(form) is { } refusal)
            return refusal;
        if (form.Count == 0)
            context.Request.ContentType ??= ContentType; // nothing needs no type; OpenIddict wants one from whoever posts
        context.Request.Form = new FormCollection(form);
        return OfClient(context.Request.Headers.Authorization, form);
    }

    private static Error? OfClient(StringValues header, Dictionary<string, StringValues> form)
    {
        if (header.Count == 0 || header is [{ } bearer] && bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            return null;
        if (form.ContainsKey("client_secret"))
            return ProgramErrors.InvalidTokenRequest(
                "Der Client sagt auf zwei Wegen, wer er ist; einer genügt.", "The client says in two ways who it is; one is enough.");
        if (header is not [{ } text] || !text.StartsWith(Basic, StringComparison.OrdinalIgnoreCase)
            || IdOf(text[Basic.Length..].Trim()) is not { } id)
            return ProgramErrors.InvalidClient;
        return form.TryGetValue("client_id", out var other) && other != id
            ? ProgramErrors.InvalidTokenRequest(
                "client_id ist eine andere als in Authorization.", "client_id is another one than in Authorization.")
            : null;
    }

    // Both halves are form-encoded before they are joined (RFC 6749, 2.3.1).
    private static string? IdOf(string base64)
    {
        if (!Base64.IsValid(base64))
            return null;
        try
        {
            return Utf8.GetString(Convert.FromBase64String(base64)).Split(':', 2) is [var id, _] ? WebUtility.UrlDecode(id) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
