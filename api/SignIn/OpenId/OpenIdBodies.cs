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
/// <param name="RefreshToken">Of a person, with the scope <c>offline_access</c>. Good once; the answer holds the next one.</param>
/// <param name="IdToken">Of a person, with the scope <c>openid</c>: who signed in, for the client alone. No credential here.</param>
public sealed record ClientTokenResponse(
    string AccessToken, string TokenType, int ExpiresIn, string Scope,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? IdToken = null);

/// <summary>RFC 7662.</summary>
/// <param name="Active">Whether the token counts at this moment; of one that does not, nothing else is said.</param>
public sealed record IntrospectionResponse(
    bool Active,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Iss = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Sub = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Scope = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? ClientId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Exp = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Iat = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] long? Nbf = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Jti = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TokenType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TokenUsage = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Aud = null);

/// <summary>OpenID Connect Core 5.3: what the scopes of the token allow to know.</summary>
/// <param name="Sub">The account.</param>
public sealed record UserInfoResponse(
    Guid Sub,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Locale = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Email = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] bool? EmailVerified = null);

/// <summary>OpenID Connect Discovery 1.0, as it is at this host.</summary>
public sealed record OpenIdConfiguration(
    string Issuer, string AuthorizationEndpoint, string TokenEndpoint, string IntrospectionEndpoint, string EndSessionEndpoint,
    string RevocationEndpoint,
    string UserinfoEndpoint, string JwksUri, IReadOnlyList<string> GrantTypesSupported, IReadOnlyList<string> ResponseTypesSupported,
    IReadOnlyList<string> ResponseModesSupported, IReadOnlyList<string> ScopesSupported, IReadOnlyList<string> ClaimsSupported,
    IReadOnlyList<string> IdTokenSigningAlgValuesSupported, IReadOnlyList<string> CodeChallengeMethodsSupported,
    IReadOnlyList<string> SubjectTypesSupported,
    IReadOnlyList<string> TokenEndpointAuthMethodsSupported, IReadOnlyList<string> IntrospectionEndpointAuthMethodsSupported,
    IReadOnlyList<string> RevocationEndpointAuthMethodsSupported, IReadOnlyList<string> PromptValuesSupported,
    bool ClaimsParameterSupported,
    bool RequestParameterSupported, bool RequestUriParameterSupported, bool AuthorizationResponseIssParameterSupported,
    bool RequirePushedAuthorizationRequests, bool TlsClientCertificateBoundAccessTokens);

/// <summary>The public keys, as RFC 7517 has it.</summary>
public sealed record JsonWebKeySet(IReadOnlyList<JsonWebKey> Keys);

public sealed record JsonWebKey(string Kid, string Use, string Kty, string Alg, string Crv, string X, string Y);
