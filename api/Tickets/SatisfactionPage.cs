using Helpdesk.Api.Pages;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// Where the link of the mail leads: a page without script that asks, and a form that answers. Whatever follows links by itself (scanners,
/// previews) reads the page and changes nothing.
/// </summary>
internal static class SatisfactionPage
{
    private const int LargestForm = 16_384;

    public static void MapSatisfactionPage(this RouteGroupBuilder host)
    {
        var page = host.MapGroup("/satisfaction/{token}").AllowAnonymous().ExcludeFromDescription();
        page.MapGet("", Ask);
        page.MapPost("", Answer);
    }

    private static async Task<IResult> Ask(string token, HttpContext context, SatisfactionLinks links)
    {
        var german = AskedLanguage.IsGerman(context);
        if (links.Follow(context, token).Refused(out var why, out var followed))
            return Refused(german, why);

        var answer = await followed.Ticket.Satisfaction(followed.Caller, followed.Closing, context.RequestAborted);
        return answer.Refusal is { } refusal ? Refused(german, refusal)
            : Question(german, answer.Value);
    }

    private static async Task<IResult> Answer(string token, HttpContext context, SatisfactionLinks links)
    {
        var german = AskedLanguage.IsGerman(context);
        if (links.Follow(context, token).Refused(out var why, out var followed))
            return Refused(german, why);
        if (await PageForm.Read(context, LargestForm) is not { } form)
            return Refused(german, InputErrors.Invalid);

        var score = int.TryParse(form["rating"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 0;
        var comment = form["comment"].ToString().ReplaceLineEndings("\n").Trim();
        var answer = await followed.Rate(score, comment.Length == 0 ? null : comment, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Refused(german, refusal);

        var thanks = german ? "Vielen Dank, Ihre Bewertung ist gespeichert." : "Thank you, your rating is saved.";
        return Question(german, answer.Value, $"""<p role="status">{thanks}</p>""");
    }

    private static IResult Question(bool german, SatisfactionView view, string said = "")
    {
        var title = german ? $"Wie zufrieden sind Sie mit {view.Number}?" : $"How satisfied are you with {view.Number}?";
        if (!view.CanRate)
        {
            var over = german ? "Dieser Abschluss kann nicht (mehr) bewertet werden." : "This closing cannot be rated (any more).";
            return Page(german, StatusCodes.Status200OK, title, $"{said}<p>{PageLayout.Text(over)}</p>");
        }

        string[] words = german ? ["sehr unzufrieden", "unzufrieden", "teils, teils", "zufrieden", "sehr zufrieden"]
            : ["very dissatisfied", "dissatisfied", "mixed", "satisfied", "very satisfied"];
        var choices = string.Concat(words.Select((word, at) =>
            $"""<label><input type="radio" name="rating" value="{at + 1}" required{(view.Rating?.Score == at + 1 ? " checked" : "")}> {at + 1} – {PageLayout.Text(word)}</label>"""));
        return Page(german, StatusCodes.Status200OK, title, $"""
            {said}<form method="post">
            <fieldset><legend>{(german ? "Ihre Bewertung" : "Your rating")}</legend>{choices}</fieldset>
            <label for="comment">{(german ? "Anmerkung (freiwillig)" : "Comment (optional)")}</label>
            <textarea id="comment" name="comment" rows="4" maxlength="{Satisfaction.Comment}">{PageLayout.Text(view.Rating?.Comment ?? "")}</textarea>
            <button type="submit">{(german ? "Absenden" : "Send")}</button>
            </form>
            """);
    }

    // In the words of the catalogue, as programs get them; but whoever followed a link wants to know what to do about it.
    private static IResult Refused(bool german, Error error)
    {
        var text = error.Kind is ErrorKind.NotFound ? german
                ? "Diesen Link gibt es nicht. Bitte kopieren Sie ihn vollständig aus der E-Mail."
                : "There is no such link. Please copy all of it from the mail."
            : error.Fields.Count > 0 ? string.Join(' ', error.Fields.Select(fault => fault.In(german)).Distinct())
            : error.In(german);
        return Page(german, Http.Problems.StatusOf(error.Kind), error.TitleIn(german),
            $"""<p role="alert" data-code="{error.Code}">{PageLayout.Text(text)}</p>""", isRefusal: true);
    }

    private static IResult Page(bool german, int status, string title, string main, bool isRefusal = false) =>
        PageLayout.Page(german, status, title, main, isRefusal: isRefusal, tellsNoAddress: true);
}
