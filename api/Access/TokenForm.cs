using System.Buffers.Text;
using System.Net;
using System.Reflection;
using System.Text;
using Helpdesk.Api.Http;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using MediaTypeHeaderValue = Microsoft.Net.Http.Headers.MediaTypeHeaderValue;

namespace Helpdesk.Api.Access;

/// <summary>
/// A request for a token, form-encoded as RFC 6749 has it. The client says who it is in <c>Authorization: Basic</c> or in the form, never in both.
/// Parameters that nobody knows are ignored, as the RFC asks for; one that comes twice is refused.
/// </summary>
internal sealed class TokenForm(Result<TokenFormRequest> read) : IEndpointParameterMetadataProvider
{
    private const string FormType = "application/x-www-form-urlencoded";
    private const string Basic = "Basic ";
    private const int MostParameters = 32, LongestName = 100, LongestValue = 2_000;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Result<TokenFormRequest> Value => read;

    public static async ValueTask<TokenForm?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var request = context.Request;
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(FormType, StringComparison.OrdinalIgnoreCase))
            return new(AccessErrors.InvalidTokenRequest($"The body must be {FormType}."));
        return new(await Read(request, context.RequestAborted));
    }

    public static void PopulateMetadata(ParameterInfo parameter, EndpointBuilder builder) =>
        builder.Metadata.Add(new AcceptsMetadata([FormType], typeof(TokenFormRequest), isOptional: false));

    private static async Task<Result<TokenFormRequest>> Read(HttpRequest request, CancellationToken cancellation)
    {
        Dictionary<string, StringValues> form;
        try
        {
            var reader = new FormPipeReader(request.BodyReader) { ValueCountLimit = MostParameters, KeyLengthLimit = LongestName, ValueLengthLimit = LongestValue };
            form = await reader.ReadFormAsync(cancellation);
        }
        catch (Exception wrong) when (wrong is InvalidDataException or InvalidOperationException or ArgumentException)
        {
            return AccessErrors.InvalidTokenRequest("The form cannot be read.");
        }

        if (form.FirstOrDefault(each => each.Value.Count > 1) is { Key: { } twice })
            return AccessErrors.InvalidTokenRequest($"A parameter is given twice: {twice}.");
        var asked = new TokenFormRequest(Given("grant_type"), Given("scope"), Given("client_id"), Given("client_secret"));
        return WithBasic(request.Headers.Authorization, asked);

        string? Given(string name) => form.TryGetValue(name, out var value) && value.ToString() is { Length: > 0 } text ? text : null;
    }

    private static Result<TokenFormRequest> WithBasic(StringValues header, TokenFormRequest asked)
    {
        if (header.Count == 0)
            return asked;
        if (asked.ClientSecret is not null)
            return AccessErrors.InvalidTokenRequest("The client says in two ways who it is; one is enough.");
        if (header is not [{ } text] || !text.StartsWith(Basic, StringComparison.OrdinalIgnoreCase) || Pair(text[Basic.Length..].Trim()) is not var (id, secret))
            return AccessErrors.InvalidClient;
        return asked.ClientId is { } other && other != id
            ? AccessErrors.InvalidTokenRequest("client_id is another one than in Authorization.")
            : asked with { ClientId = id, ClientSecret = secret };
    }

    // Both halves are form-encoded before they are joined (RFC 6749, 2.3.1).
    private static (string Id, string Secret)? Pair(string base64)
    {
        if (!Base64.IsValid(base64))
            return null;
        try
        {
            var pair = Utf8.GetString(Convert.FromBase64String(base64)).Split(':', 2);
            return pair is [var id, var secret] ? (WebUtility.UrlDecode(id), WebUtility.UrlDecode(secret)) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}

/// <param name="GrantType">Always <c>client_credentials</c>.</param>
/// <param name="Scope">Words between blanks; left out: all that the client may have.</param>
/// <param name="ClientId">Here, or in <c>Authorization: Basic</c>.</param>
public sealed record TokenFormRequest(string? GrantType = null, string? Scope = null, string? ClientId = null, string? ClientSecret = null);
