using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Helpdesk.Domain.SignIn;

namespace Helpdesk.Api.SignIn;

/// <param name="Code">Second factor, where the account has one: six digits, or a recovery code.</param>
/// <param name="Session">A cookie that no script can read, instead of tokens.</param>
public sealed record LoginRequest(
    [Required, Email] string? Email = null, [Required] string? Password = null, string? Code = null, bool Session = false);

public sealed record RefreshRequest([Required] string? RefreshToken = null);

/// <param name="ExpiresIn">How long the access token is good, in seconds.</param>
public sealed record TokensResponse(string AccessToken, string RefreshToken, string TokenType, int ExpiresIn);

/// <summary>Tokens; or, asked for with <c>session</c>, what belongs to the cookie.</summary>
/// <param name="AntiForgeryToken">Goes into the header <c>X-Anti-Forgery</c> of every write with the cookie.</param>
public sealed record SignedInResponse(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AccessToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? RefreshToken = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? TokenType = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ExpiresIn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Guid? SessionId = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? AntiForgeryToken = null)
{
    internal static SignedInResponse Of(TokensResponse tokens) =>
        new(tokens.AccessToken, tokens.RefreshToken, tokens.TokenType, tokens.ExpiresIn);
}

/// <param name="Current">The one that asks.</param>
/// <param name="Agent">What the browser or program calls itself.</param>
public sealed record SessionResponse(
    Guid Id, SessionKind Kind, bool Current, DateTimeOffset CreatedAt, DateTimeOffset LastUsedAt, DateTimeOffset ExpiresAt,
    string? Address, string? Agent)
{
    internal static SessionResponse Of(SessionSummary session, Guid own) => new(
        session.Id, session.Kind, session.Id == own, session.CreatedAt.ToDateTimeOffset(), session.LastUsedAt.ToDateTimeOffset(),
        session.ExpiresAt.ToDateTimeOffset(), session.Address, session.Agent);
}

public sealed record SessionListResponse(IReadOnlyList<SessionResponse> Items, string? NextCursor, int Total);
