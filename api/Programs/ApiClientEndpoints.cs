using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Programs;

/// <summary>
/// Programs that get access tokens (<see cref="Helpdesk.Api.SignIn.OpenId.OpenIdEndpoints"/>), in their own name or in that of people who
/// sign in through them. Made by admins at their tenant's host.
/// </summary>
internal static class ApiClientEndpoints
{
    public static RouteGroupBuilder MapApiClients(this RouteGroupBuilder api)
    {
        var clients = api.MapGroup("/api-clients").WithTags("Access").RequirePerson().RequireRole(Role.Admin);
        clients.MapPost("", Create).Named("CreateApiClient")
            .Answers<CreatedApiClientResponse, RouteHandlerBuilder>(StatusCodes.Status201Created, HeaderNames.Location)
            .Refuses(ProgramErrors.TooManyPrograms, ProgramErrors.ProofRequired, SignInErrors.SecondFactorInvalid, SignInErrors.SignInBusy,
                SignInErrors.TriedTooOften, SignInErrors.WrongPassword);
        clients.MapGet("", List).Named("ListApiClients").Takes(Paging.Parameters).Answers<ApiClientListResponse>();
        clients.MapRedirectUris();
        clients.MapDelete("/{id}", Revoke).Named("RevokeApiClient").AnswersNothing();
        return clients;
    }

    private static async Task<IResult> Create(
        Body<CreateApiClientRequest> body, HttpContext context, IApiClients clients, FreshProof fresh, TimeProvider time)
    {
        var (request, member, now) = (body.Value, context.Member(), time.Now());
        if (await fresh.Refusal(context, request.Scopes ?? [], request.Proof) is { } unproven)
            return Problems.Of(unproven);

        var draft = new ApiClient
        {
            Tenant = member.Tenant,
            Id = context.NewId(),
            Name = request.Name!,
            Scopes = [.. (request.Scopes ?? []).Distinct()],
            Environment = request.Environment,
            CreatedBy = member.Account,
            CreatedAt = now,
            ExpiresAt = request.ExpiresAt is { } expires ? Instant.FromDateTimeOffset(expires) : null,
            RevokedAt = null,
            LastUsedAt = null,
            IsPublic = request.Public,
            RedirectUris = [.. (request.RedirectUris ?? []).Distinct()],
            PostLogoutRedirectUris = [.. (request.PostLogoutRedirectUris ?? []).Distinct()],
        };
        if ((await clients.Create(draft, context.Trace(time), context.RequestAborted)).Refused(out var tooMany, out var made))
            return Problems.Of(tooMany);
        var secret = made.Length > 0 ? made : null;
        return Json.Created(
            $"{context.Request.Path}/{draft.Id:D}", new CreatedApiClientResponse(draft.Id, draft.Id, secret, ApiClientResponse.Of(draft)));
    }

    private static async Task<IResult> List(HttpContext context, IApiClients clients, Cursors cursors)
    {
        var found = await clients.List(context.Member().Tenant, context.RequestAborted);
        var page = Paging.Of(
            context, cursors, "api-clients", [.. found.Select(ApiClientResponse.Of)], client => client.CreatedAt, client => client.Id);
        return Json.Ok(new ApiClientListResponse(page.Items, page.Next, page.Total));
    }

    private static async Task<IResult> Revoke(
        string id, HttpContext context, IApiClients clients, Credentials credentials, TimeProvider time)
    {
        var (tenant, client) = (context.Member().Tenant, Paths.Id(id));
        if (!await clients.Revoke(tenant, client, context.Trace(time), context.RequestAborted))
            return Problems.Of(AccessErrors.NotFound);
        credentials.ForgetClient(tenant, client);
        return TypedResults.NoContent();
    }
}
