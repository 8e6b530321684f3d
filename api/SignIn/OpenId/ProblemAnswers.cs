using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>
/// Refusals of the protocol in the house's words: a problem that holds the members of RFC 6749 besides. Everything that is wrong with a
/// client is answered alike, and wrong secrets are counted.
/// </summary>
internal sealed class ProblemAnswers<TContext>(IAccounts accounts, ForeignTokens foreign, TimeProvider time)
    : IOpenIddictServerHandler<TContext>
    where TContext : BaseRequestContext
{
    /// <param name="order">After OpenIddict has made of its errors what the protocol wants, before it writes.</param>
    public static OpenIddictServerHandlerDescriptor At(int order) => OpenIddictServerHandlerDescriptor.CreateBuilder<TContext>()
        .AddFilter<OpenIddictServerAspNetCoreHandlerFilters.RequireHttpRequest>()
        .UseSingletonHandler<ProblemAnswers<TContext>>().SetOrder(order).SetType(OpenIddictServerHandlerType.Custom).Build();

    public async ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.Response?.Error is not { Length: > 0 } || context.Transaction.GetHttpContext() is not { } http)
            return;

        var error = Translate(context.Transaction);
        if (context.Transaction.Request is { } request)
            await LookElsewhere(http, request);
        if (error == ProgramErrors.InvalidClient)
            error = await Count(http, context.Transaction.Request?.ClientId);
        if (error.Kind is ErrorKind.Unauthenticated)
            http.Response.Headers.WWWAuthenticate = Challenge(error, context.Transaction.Response);
        await Problems.OfOAuth(error).ExecuteAsync(http);
        context.HandleRequest();
    }

    private async Task LookElsewhere(HttpContext http, OpenIddictRequest request)
    {
        await foreign.LookAtClient(http, request.ClientId, request.ClientSecret);
        if (request.RefreshToken is { Length: > 0 } token)
            await foreign.LookAtRefresh(http, token);
    }

    // Who sent no token did nothing wrong with one (RFC 6750, 3.1).
    private static string Challenge(Error error, OpenIddictResponse response) =>
        error != SignInErrors.InvalidToken ? "Basic realm=\"helpdesk\", charset=\"UTF-8\""
        : response.Error == Errors.MissingToken ? "Bearer"
        : "Bearer error=\"invalid_token\"";

    // By OpenIddict's own number where its word says less than the RFC asks for: who does not say who they are, and a scope that the client
    // lacks.
    private static Error Translate(OpenIddictServerTransaction transaction)
    {
        var response = transaction.Response!;
        var number = response.ErrorUri?[(response.ErrorUri.LastIndexOf('/') + 1)..];
        return (response.Error, number) switch
        {
            (Errors.InvalidRequest, "ID2057") => ProgramErrors.InvalidClient,
            (Errors.InvalidRequest, "ID2029") when response.ErrorDescription!.Contains("'client_id'", StringComparison.Ordinal) =>
                ProgramErrors.InvalidClient,
            (Errors.InvalidRequest, "ID2051") => ProgramErrors.InvalidScope,
            (Errors.InvalidClient, _) => ProgramErrors.InvalidClient,
            (Errors.InvalidGrant, _) => ProgramErrors.InvalidGrant,
            (Errors.InvalidScope, _) => ProgramErrors.InvalidScope,
            (Errors.UnsupportedGrantType, _) => ProgramErrors.UnsupportedGrantType,
            (Errors.UnauthorizedClient, _) => ProgramErrors.UnauthorizedClient,
            (Errors.InvalidToken or Errors.MissingToken, _) => SignInErrors.InvalidToken,
            _ => ProgramErrors.InvalidTokenRequest(
                ProgramErrors.InvalidRequest.De, response.ErrorDescription ?? "The request cannot be understood."),
        };
    }

    // Only wrong secrets are counted and slowed down: the right one is too long to be guessed, and nobody can lock a client out by
    // guessing.
    private async Task<Error> Count(HttpContext context, string? id)
    {
        if (string.IsNullOrEmpty(id))
            return ProgramErrors.InvalidClient;
        var attempt = new SignInTry(
            context.Tenant().Home, $"client {id}", ClientAddress.NetworkOf(context), Device: null, time.Now(),
            ClientAddress.BlockOf(context));
        var verdict = await accounts.Charge(attempt, context.RequestAborted);
        if (verdict.Wait > Duration.Zero)
            return SignInErrors.TooManyTries(verdict.Wait);
        await accounts.CountFailed(attempt, verdict, context.RequestAborted);
        return ProgramErrors.InvalidClient;
    }
}
