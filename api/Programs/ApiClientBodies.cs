using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Programs;

namespace Helpdesk.Api.Programs;

/// <param name="Name">What the client is for; at most 100 characters.</param>
/// <param name="Scopes">
/// What its tokens may do, such as <c>tickets:read</c>. May be empty if people sign in through it only to say who they are.
/// </param>
/// <param name="Environment">For flags: whose it reads.</param>
/// <param name="ExpiresAt">Left out: until it is revoked.</param>
/// <param name="RedirectUris">
/// Where people are sent back to after signing in (authorization code with PKCE). Left out: the program acts in its own name only.
/// </param>
/// <param name="PostLogoutRedirectUris">Where people may be sent after signing out.</param>
/// <param name="Proof">
/// Needed with <c>staff:write</c>: who makes it shows again who they are. Such a client's addresses are not replaced afterwards.
/// </param>
/// <param name="Public">It can keep no secret and gets none: a phone, a program on a desk, a page.</param>
public sealed record CreateApiClientRequest(
    [Required, OneLine(ApiKey.MostNameLength)] string? Name = null, IReadOnlyList<string>? Scopes = null, string? Environment = null,
    DateTimeOffset? ExpiresAt = null,
    IReadOnlyList<string>? RedirectUris = null, IReadOnlyList<string>? PostLogoutRedirectUris = null, bool Public = false,
    ProofRequest? Proof = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) =>
    [
        .. ProgramFaults.Of(
            Scopes, Environment, ExpiresAt, context.Member(), context.Now(), scopesNeeded: RedirectUris is not { Count: > 0 }),
        .. ProgramFaults.OfRedirects(RedirectUris, PostLogoutRedirectUris, Public),
    ];
}

/// <summary>What is read is what is sent to replace it.</summary>
/// <param name="RedirectUris">Where people are sent back to after signing in: all of them.</param>
/// <param name="PostLogoutRedirectUris">Where people may be sent after signing out: all of them; left out: none.</param>
public sealed record RedirectUrisDocument(
    [Required] IReadOnlyList<string>? RedirectUris = null, IReadOnlyList<string>? PostLogoutRedirectUris = null) : IJudged
{
    // As for a public client, which may have the most: what this one may have is judged when it is known.
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) =>
        ProgramFaults.OfRedirects(RedirectUris, PostLogoutRedirectUris, isPublic: true, needed: false);
}

/// <param name="ClientSecret">Shown this once; <c>null</c> for a public client, which has none.</param>
public sealed record CreatedApiClientResponse(Guid Id, Guid ClientId, string? ClientSecret, ApiClientResponse ApiClient);

public sealed record ApiClientResponse
{
    /// <summary>Also the <c>client_id</c>.</summary>
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required string? Environment { get; init; }
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }
    public required DateTimeOffset? LastUsedAt { get; init; }
    public required bool Public { get; init; }
    public required IReadOnlyList<string> RedirectUris { get; init; }
    public required IReadOnlyList<string> PostLogoutRedirectUris { get; init; }

    /// <summary>The version of both lists of addresses: what <c>If-Match</c> names to replace them.</summary>
    public required int Version { get; init; }

    internal static ApiClientResponse Of(ApiClient client) => new()
    {
        Id = client.Id,
        Name = client.Name,
        Scopes = client.Scopes,
        Environment = client.Environment,
        CreatedBy = client.CreatedBy.Value,
        CreatedAt = client.CreatedAt.ToDateTimeOffset(),
        ExpiresAt = client.ExpiresAt?.ToDateTimeOffset(),
        LastUsedAt = client.LastUsedAt?.ToDateTimeOffset(),
        Public = client.IsPublic,
        RedirectUris = client.RedirectUris,
        PostLogoutRedirectUris = client.PostLogoutRedirectUris,
        Version = client.Version,
    };
}

public sealed record ApiClientListResponse(IReadOnlyList<ApiClientResponse> Items, string? NextCursor, int Total);
