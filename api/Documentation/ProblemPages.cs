using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Tickets;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.Documentation;

/// <summary>The pages behind the <c>type</c> of a problem: HTML in German or English for people, JSON for programs.</summary>
internal static class ProblemPages
{
    private static readonly QueryParameter Language = QueryParameter.OneOf(
        "lang", "Of the HTML page; else as the browser asks, else the municipality's first language.", "de", "en");

    public static void MapProblemPages(this IEndpointRouteBuilder app)
    {
        var problems = app.MapGroup("/problems").WithMetadata(new AtAnyHost()).WithTags("Problems").AllowAnonymous().Takes(Language);
        problems.MapGet("", List).Named("ListProblems").Answers<ProblemListResponse>();
        problems.MapGet("/{code}", Read).Named("ReadProblem").Answers<ProblemResponse>();
        problems.MapGet("/fields", ListFields).Named("ListFieldProblems").Answers<FieldProblemListResponse>();
        problems.MapGet("/fields/{code}", ReadField).Named("ReadFieldProblem").Answers<FieldProblemResponse>();
    }

    private static IResult List(HttpContext context)
    {
        var german = ReadLanguage(context);
        var all = ProblemCatalogue.All.Values.OrderBy(problem => problem.Code, StringComparer.Ordinal);
        return WantsHtml(context.Request)
            ? ProblemHtml.List(all, german)
            : Json.Ok(new ProblemListResponse([.. all.Select(ProblemResponse.Of)]));
    }

    private static IResult Read([PathValue("ticket-closed", Pattern = "^[a-z][a-z0-9-]*$")] string code, HttpContext context)
    {
        var german = ReadLanguage(context);
        if (!ProblemCatalogue.All.TryGetValue(code, out var problem))
            return Problems.Of(AccessErrors.NotFound);

        return WantsHtml(context.Request) ? ProblemHtml.Page(problem, german) : Json.Ok(ProblemResponse.Of(problem));
    }

    private static IResult ListFields(HttpContext context)
    {
        var german = ReadLanguage(context);
        return WantsHtml(context.Request)
            ? ProblemHtml.Fields(FieldCode.All, german)
            : Json.Ok(new FieldProblemListResponse([.. FieldCode.All.Select(FieldProblemResponse.Of)]));
    }

    // A line of a file that is refused as a person alone would be says the code of that problem.
    private static IResult ReadField([PathValue("too-long", Pattern = "^[a-z][a-z0-9-]*$")] string code, HttpContext context)
    {
        var german = ReadLanguage(context);
        var known = FieldCode.All.FirstOrDefault(one => one.Code == code) is { } field ? FieldProblemResponse.Of(field)
            : ProblemCatalogue.All.TryGetValue(code, out var problem) ? FieldProblemResponse.Of(problem) : null;
        if (known is null)
            return Problems.Of(AccessErrors.NotFound);

        return WantsHtml(context.Request) ? ProblemHtml.Field(known, german) : Json.Ok(known);
    }

    private static bool ReadLanguage(HttpContext context)
    {
        var query = new QueryReader(context.Request);
        var chosen = query.Raw(Language.Name);
        if (chosen is not null && !Language.Words.Contains(chosen))
            query.Fault(FieldError.UnknownWord(Language.Name, Language.Words));
        query.Done();

        context.Response.Headers.Vary = $"{HeaderNames.Accept}, {HeaderNames.AcceptLanguage}";
        return AskedLanguage.IsGerman(context, chosen is null ? [] : [chosen]);
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

/// <summary>A code of <c>errors</c>.</summary>
/// <param name="Means">What is wrong with the member; an occurrence may say more.</param>
internal sealed record FieldProblemResponse(string Code, ProblemText Title, ProblemText Means)
{
    public static FieldProblemResponse Of(FieldCode field) =>
        new(field.Code, new(field.Title, field.EnglishTitle), new(field.De, field.En));

    public static FieldProblemResponse Of(Error problem) =>
        new(problem.Code, new(problem.Title, problem.EnglishTitle), new(problem.De, problem.En));
}

internal sealed record FieldProblemListResponse(IReadOnlyList<FieldProblemResponse> Items);

internal sealed class ProblemExamples : IExamples
{
    private static ProblemResponse Closed => ProblemResponse.Of(TicketErrors.Closed);

    private static FieldProblemResponse TooLong => FieldProblemResponse.Of(FieldCode.TooLong);

    public IEnumerable<object> All =>
        [Closed, new ProblemListResponse([Closed]), TooLong, new FieldProblemListResponse([TooLong])];
}
