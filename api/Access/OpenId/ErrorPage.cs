using Helpdesk.Api.Documentation;
using Helpdesk.Api.Http;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.Access.OpenId;

/// <summary>What a person sees when a program sends them with a request that cannot be answered by sending them back.</summary>
internal static class ErrorPage
{
    /// <param name="detail">Of the protocol, for whoever made the program; in English.</param>
    public static IResult Of(bool german, Error error, string? detail = null)
    {
        var makers = german ? "Für die Entwickler:" : "For its makers:";
        var more = detail is null ? "" : $"""<p class="hint">{makers} <span lang="en">{PageLayout.Text(detail)}</span></p>""";
        var advice = german
            ? "Gehen Sie zurück zu dem Programm, aus dem Sie kommen, und sagen Sie dort Bescheid."
            : "Go back to the program that you come from, and let its makers know.";
        return PageLayout.Page(german, Problems.StatusOf(error.Kind), german ? "Das geht so nicht" : "This cannot be done", $"""
            <p role="alert" data-code="{PageLayout.Text(error.Code)}">{PageLayout.Text(Why(german, error))}</p>
            <p>{PageLayout.Text(advice)}</p>{more}
            """);
    }

    // The catalogue explains a wrong request to whoever made the program; the person in front of it did nothing wrong.
    private static string Why(bool german, Error error)
    {
        if (error.Code == AccessErrors.InvalidTokenRequest("").Code)
        {
            return german
                ? "Das Programm, aus dem Sie kommen, hat hier falsch angefragt. An Ihnen liegt es nicht."
                : "The program that you come from asked in a wrong way. It is not your mistake.";
        }

        var problem = ProblemCatalogue.All[error.Code];
        return german ? problem.De : problem.En;
    }
}

/// <summary>OpenIddict would answer such a request in plain text.</summary>
internal sealed class ErrorPages<TContext> : IOpenIddictServerHandler<TContext> where TContext : BaseRequestContext
{
    /// <param name="order">After OpenIddict has found out whether there is somewhere to send the person back to.</param>
    public static OpenIddictServerHandlerDescriptor At(int order) => OpenIddictServerHandlerDescriptor.CreateBuilder<TContext>()
        .AddFilter<OpenIddictServerAspNetCoreHandlerFilters.RequireHttpRequest>()
        .UseSingletonHandler<ErrorPages<TContext>>().SetOrder(order).SetType(OpenIddictServerHandlerType.Custom).Build();

    public async ValueTask HandleAsync(TContext context)
    {
        if (context.Transaction.Response is not { Error.Length: > 0 } response || context is ApplyAuthorizationResponseContext { RedirectUri: not null } ||
            context.Transaction.GetHttpContext() is not { } http)
            return;
        var german = PageLayout.IsGerman(http, context.Transaction.Request?.UiLocales);
        await ErrorPage.Of(german, AccessErrors.InvalidTokenRequest(""), response.ErrorDescription).ExecuteAsync(http);
        context.HandleRequest();
    }
}
