using Helpdesk.Api.Pages;
using Helpdesk.Domain.Programs;
using Helpdesk.Domain.SignIn;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace Helpdesk.Api.SignIn.OpenId;

/// <summary>What a person sees who cannot go on: what happened, and what to do now.</summary>
internal static class ErrorPage
{
    /// <summary>On an endpoint of pages: whatever refuses there is answered by this one.</summary>
    public static readonly RefusedByPage ForRefusals =
        new((context, error) => Page(PageLayout.IsGerman(context), error, More(context, error)));

    /// <param name="detail">What is wrong with a program's request, in English, for whoever made it; <c>null</c>: nothing more.</param>
    public static IResult Of(bool german, Error error, string? detail = null)
    {
        var makers = german ? "Für die Entwickler:" : "For its makers:";
        return Page(german, error, detail is null
            ? "" : $"""<p class="hint apart">{makers} <span lang="en">{PageLayout.Text(detail)}</span></p>""");
    }

    private static string More(HttpContext context, Error error) => error.Kind switch
    {
        ErrorKind.Malformed => $"""<p class="hint apart">{PageLayout.Text(error.In(PageLayout.IsGerman(context)))}</p>""",
        ErrorKind.Internal => $"""<p class="hint apart">{PageLayout.Text(Problems.TraceId(context))}</p>""",
        _ => "",
    };

    private static IResult Page(bool german, Error error, string more)
    {
        var (why, advice) = Words(german, error);
        return PageLayout.Page(german, Problems.StatusOf(error.Kind), german ? "Das geht so nicht" : "This cannot be done", $"""
            <p role="alert" data-code="{PageLayout.Text(error.Code)}">{PageLayout.Text(why)}</p>
            <p>{PageLayout.Text(advice)}</p>{more}
            """, isRefusal: true);
    }

    // The catalogue explains a refusal to whoever made a program; the person in front of this page did nothing wrong.
    private static (string Why, string Advice) Words(bool german, Error error) => error.Kind switch
    {
        _ when error.Is(ProgramErrors.InvalidRequest) => german
            ? ("Das Programm, aus dem Sie kommen, hat hier falsch angefragt. An Ihnen liegt es nicht.",
                "Gehen Sie zurück zu dem Programm, aus dem Sie kommen, und sagen Sie dort Bescheid.")
            : ("The program that you come from asked in a wrong way. It is not your mistake.",
                "Go back to the program that you come from, and let its makers know."),
        _ when error.Is(SignInErrors.CrossSite) || error.Is(SignInErrors.AntiForgery) => german
            ? ("Diese Seite passt nicht mehr zu Ihrer Anmeldung. Vielleicht haben Sie sich in einem anderen Fenster an- oder abgemeldet.",
                "Gehen Sie zurück zu dem Programm, aus dem Sie kommen, und beginnen Sie dort noch einmal.")
            : ("This page does not belong to your sign-in any more. Perhaps you signed in or out in another window.",
                "Go back to the program that you come from, and begin there once more."),
        ErrorKind.Throttled => german
            ? ("Gerade kommen zu viele Anfragen.", "Bitte warten Sie einen Moment, und laden Sie die Seite dann neu.")
            : ("Too many requests are coming at the moment.", "Please wait a moment, then load the page again."),
        ErrorKind.Unavailable or ErrorKind.Internal => german
            ? ("Der Helpdesk kann gerade nicht antworten. An Ihnen liegt es nicht.",
                "Bitte warten Sie einen Moment, und laden Sie die Seite dann neu. Bleibt es dabei, sagen Sie der Gemeinde Bescheid.")
            : ("The helpdesk cannot answer at the moment. It is not your mistake.",
                "Please wait a moment, then load the page again. If it stays like this, tell the municipality."),
        ErrorKind.Malformed => german
            ? ("Was Sie gesendet haben, ist hier nicht richtig angekommen.",
                "Gehen Sie zurück, laden Sie die Seite neu, und versuchen Sie es noch einmal.")
            : ("What you sent did not arrive here as it should.", "Go back, load the page again, and try once more."),
        _ => german
            ? (ProblemCatalogue.All[error.Code].De, "Gehen Sie zurück zu dem Programm, aus dem Sie kommen.")
            : (ProblemCatalogue.All[error.Code].En, "Go back to the program that you come from."),
    };
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
        if (context.Transaction.Response is not { Error.Length: > 0 } response ||
            context is ApplyAuthorizationResponseContext { RedirectUri: not null } ||
            context.Transaction.GetHttpContext() is not { } http)
            return;
        var german = PageLayout.IsGerman(http, context.Transaction.Request?.UiLocales);
        await ErrorPage.Of(german, ProgramErrors.InvalidRequest, response.ErrorDescription).ExecuteAsync(http);
        context.HandleRequest();
    }
}
