using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Programs;

/// <summary>
/// Keys of programs. Made by admins at their tenant's host, by operators at the console; each is worth something only there.
/// </summary>
internal static class ApiKeyEndpoints
{
    public static RouteGroupBuilder MapApiKeys(this RouteGroupBuilder api)
    {
        var keys = api.MapGroup("/api-keys").WithTags("Access").RequirePerson().RequireRole(Role.Admin);
        keys.MapPost("", Create).Named("CreateApiKey").Answers<CreatedApiKeyResponse, RouteHandlerBuilder>(
            StatusCodes.Status201Created, HeaderNames.Location)
            .Refuses(ProgramErrors.TooManyPrograms, ProgramErrors.ProofRequired, SignInErrors.SecondFactorInvalid, SignInErrors.SignInBusy,
                SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        keys.MapGet("", List).Named("ListApiKeys").Takes(Paging.Parameters).Answers<ApiKeyListResponse>();
        keys.MapDelete("/{id}", Revoke).Named("RevokeApiKey").AnswersNothing();
        return keys;
    }

    private static async Task<IResult> Create(
        Body<CreateApiKeyRequest> body, HttpContext context, IApiKeys keys, FreshProof fresh, TimeProvider time)
    {
        var (request, member, now) = (body.Value, context.Member(), time.Now());
        if (await fresh.Refusal(context, request.Scopes!, request.Proof) is { } unproven)
            return Problems.Of(unproven);

        var draft = new ApiKey
        {
            Tenant = member.Tenant,
            Id = context.NewId(),
            Prefix = "",
            Name = request.Name!,
            Scopes = [.. request.Scopes!.Distinct()],
            Environment = request.Environment,
            CreatedBy = member.Account,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt is { } expires ? Instant.FromDateTimeOffset(expires) : null,
            RevokedAt = null,
            LastUsedAt = null,
        };
        if ((await keys.Create(draft, context.Trace(time), context.RequestAborted)).Refused(out var tooMany, out var text))
            return Problems.Of(tooMany);
        var made = ApiKeyResponse.Of(draft with { Prefix = text.Prefix });
        return Json.Created($"{context.Request.Path}/{draft.Id:D}", new CreatedApiKeyResponse(draft.Id, text.ToString(), made));
    }

    private static async Task<IResult> List(HttpContext context, IApiKeys keys, Cursors cursors)
    {
        var found = await keys.List(context.Member().Tenant, context.RequestAborted);
        var page = Paging.Of(context, cursors, "api-keys", [.. found.Select(ApiKeyResponse.Of)], key => key.CreatedAt, key => key.Id);
        return Json.Ok(new ApiKeyListResponse(page.Items, page.Next, page.Total));
    }

    private static async Task<IResult> Revoke(string id, HttpContext context, IApiKeys keys, Credentials credentials, TimeProvider time)
    {
        var (tenant, key) = (context.Member().Tenant, Paths.Id(id));
        var known = (await keys.List(tenant, context.RequestAborted)).FirstOrDefault(each => each.Id == key);
        if (known is null || !await keys.Revoke(tenant, key, context.Trace(time), context.RequestAborted))
            return Problems.Of(AccessErrors.NotFound);
        credentials.ForgetKey(tenant, known.Prefix);
        return TypedResults.NoContent();
    }
}

/// <param name="Name">What the key is for; at most 100 characters.</param>
/// <param name="Scopes">What it may do, such as <c>tickets:read</c>, <c>flags:evaluate</c>.</param>
/// <param name="Environment">For flags: whose it reads.</param>
/// <param name="ExpiresAt">Left out: until it is revoked.</param>
/// <param name="Proof">Needed with <c>staff:write</c>: who makes it shows again who they are.</param>
public sealed record CreateApiKeyRequest(
    [Required, OneLine(ApiKey.MostNameLength)] string? Name = null, [Required] IReadOnlyList<string>? Scopes = null,
    string? Environment = null, DateTimeOffset? ExpiresAt = null, ProofRequest? Proof = null) : IJudged
{
    IEnumerable<FieldError?> IJudged.Faults(HttpContext context) =>
        ProgramFaults.Of(Scopes, Environment, ExpiresAt, context.Member(), context.Now());
}

/// <param name="Key">The whole key. Shown this once.</param>
public sealed record CreatedApiKeyResponse(Guid Id, string Key, ApiKeyResponse ApiKey);

public sealed record ApiKeyResponse
{
    public required Guid Id { get; init; }

    /// <summary>How the key begins, so that it can be recognised.</summary>
    public required string Prefix { get; init; }
    public required string Name { get; init; }
    public required IReadOnlyList<string> Scopes { get; init; }
    public required string? Environment { get; init; }
    public required Guid CreatedBy { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset? ExpiresAt { get; init; }
    public required DateTimeOffset? LastUsedAt { get; init; }

    internal static ApiKeyResponse Of(ApiKey key) => new()
    {
        Id = key.Id,
        Prefix = $"{ApiKeyText.Mark}{key.Prefix}",
        Name = key.Name,
        Scopes = key.Scopes,
        Environment = key.Environment,
        CreatedBy = key.CreatedBy.Value,
        CreatedAt = key.CreatedAt.ToDateTimeOffset(),
        ExpiresAt = key.ExpiresAt?.ToDateTimeOffset(),
        LastUsedAt = key.LastUsedAt?.ToDateTimeOffset(),
    };
}

public sealed record ApiKeyListResponse(IReadOnlyList<ApiKeyResponse> Items, string? NextCursor, int Total);
