using System.Text.Json.Serialization;

namespace Helpdesk.Api.SignIn.OpenId;

/// <param name="GrantType"><c>client_credentials</c>, <c>authorization_code</c> or <c>refresh_token</c>.</param>
/// <param name="Scope">Words between blanks; left out: all that the client may have.</param>
/// <param name="ClientId">Here, or in <c>Authorization: Basic</c>.</param>
/// <param name="Code">With <c>authorization_code</c>: what the redirection brought; good once, for a minute.</param>
/// <param name="CodeVerifier">With <c>authorization_code</c>: the secret whose SHA-256 the authorization request held (PKCE).</param>
public sealed record TokenForm(
    string? GrantType = null, string? Scope = null, string? ClientId = null, string? ClientSecret = null, string? Code = null,
    string? RedirectUri = null,
    string? CodeVerifier = null, string? RefreshToken = null);

/// <param name="Token">An access token or refresh token of the client's own.</param>
/// <param name="ClientId">Here, or in <c>Authorization: Basic</c>.</param>
public sealed record TokenToLookAtForm(
    string? Token = null, string? TokenTypeHint = null, string? ClientId = null, string? ClientSecret = null);

/// <summary>No parameters: the access token stands in <c>Authorization</c> alone.</summary>
public sealed record UserInfoForm;

/// <param name="ExpiresIn">In seconds.</param>
/// <param name="Scope">What was granted, words between blanks.</param>
/// <param name="RefreshToken">Only for a person, with the scope <c>offline_access</c>. Good once; the answer holds the next one.</param>
/// <param name="IdToken">Only for a person, with the scope <c>openid</c>: tells the client who signed in. No credential here.</param>
public sealed record ClientTokenResponse(
    string AccessToken, string TokenType, int ExpiresIn, string Scope,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken = null);

/// <summary>RFC 7662.</summary>
public sealed record IntrospectionResponse
{
    /// <summary>Whether the token counts at this moment; of one that does not, nothing else is said.</summary>
    public required bool Active { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Iss { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Sub { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Scope { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ClientId { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Exp { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Iat { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public long? Nbf { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Jti { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenType { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TokenUsage { get; init; }
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Aud { get; init; }
}

/// <summary>OpenID Connect Core 5.3: what the scopes of the token allow to know.</summary>
/// <param name="Sub">The account.</param>
public sealed record UserInfoResponse(
    Guid Sub,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Locale = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? EmailVerified = null);

/// <summary>OpenID Connect Discovery 1.0, as it is at this host.</summary>
public sealed record OpenIdConfiguration
{
    public required string Issuer { get; init; }
    public required string AuthorizationEndpoint { get; init; }
    public required string TokenEndpoint { get; init; }
    public required string IntrospectionEndpoint { get; init; }
    public required string EndSessionEndpoint { get; init; }
    public required string RevocationEndpoint { get; init; }
    public required string UserinfoEndpoint { get; init; }
    public required string JwksUri { get; init; }
    public required IReadOnlyList<string> GrantTypesSupported { get; init; }
    public required IReadOnlyList<string> ResponseTypesSupported { get; init; }
    public required IReadOnlyList<string> ResponseModesSupported { get; init; }
    public required IReadOnlyList<string> ScopesSupported { get; init; }
    public required IReadOnlyList<string> ClaimsSupported { get; init; }
    public required IReadOnlyList<string> IdTokenSigningAlgValuesSupported { get; init; }
    public required IReadOnlyList<string> CodeChallengeMethodsSupported { get; init; }
    public required IReadOnlyList<string> SubjectTypesSupported { get; init; }
    public required IReadOnlyList<string> TokenEndpointAuthMethodsSupported { get; init; }
    public required IReadOnlyList<string> IntrospectionEndpointAuthMethodsSupported { get; init; }
    public required IReadOnlyList<string> RevocationEndpointAuthMethodsSupported { get; init; }
    public required IReadOnlyList<string> PromptValuesSupported { get; init; }
    public required bool ClaimsParameterSupported { get; init; }
    public required bool RequestParameterSupported { get; init; }
    public required bool RequestUriParameterSupported { get; init; }
    public required bool AuthorizationResponseIssParameterSupported { get; init; }
    public required bool RequirePushedAuthorizationRequests { get; init; }
    public required bool TlsClientCertificateBoundAccessTokens { get; init; }
}

/// <summary>The public keys, as RFC 7517 has it.</summary>
public sealed record JsonWebKeySet(IReadOnlyList<JsonWebKey> Keys);

public sealed record JsonWebKey(string Kid, string Use, string Kty, string Alg, string Crv, string X, string Y);
