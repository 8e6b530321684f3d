using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tickets;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Documentation;

/// <summary>The pages behind the <c>type</c> of a problem: HTML in German or English for people, JSON for programs.</summary>
internal static class ProblemPages
{
    private static readonly QueryParameter Language = QueryParameter.OneOf(
        "lang", "Of the HTML page; else as the browser asks, German if it asks for neither.", "de", "en");

    public static void MapProblemPages(this IEndpointRouteBuilder app)
    {
        var problems = app.MapGroup("/problems").WithMetadata(new AtAnyHost()).WithTags("Problems").AllowAnonymous().Takes(Language);
        problems.MapGet("", List).Named("ListProblems").Answers<ProblemListResponse>();
        problems.MapGet("/{code}", Read).Named("ReadProblem").Answers<ProblemResponse>();
    }

    private static IResult List(HttpContext context)
    {
        var language = ReadLanguage(context);
        var all = ProblemCatalogue.All.Values.OrderBy(problem => problem.Code, StringComparer.Ordinal);
        return WantsHtml(context.Request)
            ? ProblemHtml.List(all, language)
            : Json.Ok(new ProblemListResponse([.. all.Select(ProblemResponse.Of)]));
    }

    private static IResult Read([PathValue("ticket-closed", Pattern = "^[a-z][a-z0-9-]*$")] string code, HttpContext context)
    {
        var language = ReadLanguage(context);
        if (!ProblemCatalogue.All.TryGetValue(code, out var problem))
            return Problems.Of(AccessErrors.NotFound);

        return WantsHtml(context.Request) ? ProblemHtml.Page(problem, language) : Json.Ok(ProblemResponse.Of(problem));
    }

    // German is the language of the house.
    private static string ReadLanguage(HttpContext context)
    {
        var query = new QueryReader(context.Request);
        var chosen = query.Raw(Language.Name);
        if (chosen is not null && !Language.Words.Contains(chosen))
            query.Fault(Language.Name, "unknown-word", $"Must be one of: {string.Join(", ", Language.Words)}.");
        query.Done();

        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}";
        return chosen ?? context.Request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(language => language.Quality ?? 1)
            .Select(language => language.Value.ToString().Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(Language.Words.Contains) ?? "de";
    }

    private static bool WantsHtml(HttpRequest request) =>
        request.GetTypedHeaders().Accept.OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault()?.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) ?? false;
}

/// <param name="Means">What happened and what to do about it.</param>
internal sealed record ProblemResponse(string Code, int Status, ProblemText Title, ProblemText Means)
{
    public static ProblemResponse Of(Error problem) =>
        new(problem.Code, Problems.StatusOf(problem.Kind), new(problem.Title, problem.EnglishTitle), new(problem.De, problem.En));
}

internal sealed record ProblemText(string De, string En);

internal sealed record ProblemListResponse(IReadOnlyList<ProblemResponse> Items);

internal sealed class ProblemExamples : IExamples
{
    private static ProblemResponse Closed => ProblemResponse.Of(TicketErrors.Closed);

    public IEnumerable<object> All => [Closed, new ProblemListResponse([Closed])];
}
