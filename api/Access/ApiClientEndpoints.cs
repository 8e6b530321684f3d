using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Api.Tenants;
using Helpdesk.Domain.Access;
using Microsoft.Net.Http.Headers;
using NodaTime;

namespace Helpdesk.Api.Access;

/// <summary>Programs that exchange a secret for access tokens (<see cref="TokenEndpoint"/>). Made by admins at their tenant's host.</summary>
internal static class ApiClientEndpoints
{
    public static RouteGroupBuilder MapApiClients(this RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/api-clients").WithTags("Access").RequirePerson().RequireRole(Role.Admin);
        clients.MapPost("", Create).Named("CreateApiClient")
            .Answers<CreatedApiClientResponse, RouteHandlerBuilder>(StatusCodes.Status201Created, HeaderNames.Location);
        clients.MapGet("", List).Named("ListApiClients").Answers<ApiClientListResponse>();
        clients.MapDelete("/{id}", Revoke).Named("RevokeApiClient").AnswersNothing();
        return clients;
    }

    private static async Task<IResult> Create(Body<CreateApiClientRequest> body, HttpContext context, IApiClients clients, TimeProvider time)
    {
        var (request, member, now) = (body.Value, context.Member(), time.Now());
        if (ProgramFaults.Of(request.Name, request.Scopes, request.Environment, request.ExpiresAt, member, now) is { } faults)
            return Problems.Of(faults);

        var draft = new ApiClient(
            member.Tenant, Guid.CreateVersion7(), request.Name!, [.. request.Scopes!.Distinct()], request.Environment, member.Account, now,
            request.ExpiresAt is { } expires ? Instant.FromDateTimeOffset(expires) : null, null, null);
        var secret = await clients.Create(draft, context.Trace(time), context.RequestAborted);
        return Json.Created($"{context.Request.Path}/{draft.Id:D}", new CreatedApiClientResponse(draft.Id, draft.Id, secret, ApiClientResponse.Of(draft)));
    }

    private static async Task<IResult> List(HttpContext context, IApiClients clients)
    {
        var found = await clients.List(context.Member().Tenant, context.RequestAborted);
        return Json.Ok(new ApiClientListResponse([.. found.Select(ApiClientResponse.Of)], null, found.Count));
    }

    private static async Task<IResult> Revoke(string id, HttpContext context, IApiClients clients, Credentials credentials, TimeProvider time)
    {
        var (tenant, client) = (context.Member().Tenant, Paths.Id(id));
        if (!await clients.Revoke(tenant, client, context.Trace(time), context.RequestAborted))
            return Problems.Of(AccessErrors.NotFound);
        credentials.ForgetClient(tenant, client);
        return TypedResults.NoContent();
    }
}

/// <param name="Name">What the client is for; at most 100 characters.</param>
/// <param name="Scopes">What its tokens may do, such as <c>tickets:read</c>.</param>
/// <param name="Environment">For flags: whose it reads.</param>
/// <param name="ExpiresAt">Left out: until it is revoked.</param>
public sealed record CreateApiClientRequest(
    [Required, MaxLength(ApiKey.MostNameLength)] string? Name = null, [Required] IReadOnlyList<string>? Scopes = null, string? Environment = null, DateTimeOffset? ExpiresAt = null);

/// <param name="ClientSecret">Shown this once.</param>
public sealed record CreatedApiClientResponse(Guid Id, Guid ClientId, string ClientSecret, ApiClientResponse ApiClient);

/// <param name="Id">Also the <c>client_id</c>.</param>
public sealed record ApiClientResponse(
    Guid Id, string Name, IReadOnlyList<string> Scopes, string? Environment, Guid CreatedBy, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt,
    DateTimeOffset? LastUsedAt)
{
    internal static ApiClientResponse Of(ApiClient client) => new(
        client.Id, client.Name, client.Scopes, client.Environment, client.CreatedBy.Value, client.CreatedAt.ToDateTimeOffset(),
        client.ExpiresAt?.ToDateTimeOffset(), client.LastUsedAt?.ToDateTimeOffset());
}

public sealed record ApiClientListResponse(IReadOnlyList<ApiClientResponse> Items, string? NextCursor, int Total);
