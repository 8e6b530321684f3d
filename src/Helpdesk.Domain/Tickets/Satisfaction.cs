namespace Helpdesk.Domain.Tickets;

/// <summary>What a customer thought of one closing.</summary>
/// <param name="Closing">Which closing of the ticket, from 1: each has one rating.</param>
/// <param name="Score">1 (worst) to 5 (best).</param>
/// <param name="Comment"><c>null</c>: none.</param>
/// <param name="GivenAt">When this closing was first rated; a change keeps it.</param>
public sealed record SatisfactionRating(int Closing, int Score, string? Comment, Instant GivenAt, Instant ChangedAt);

/// <summary>The question that a closing asks. Comes with the signed link; reading it changes nothing.</summary>
/// <param name="Closing">The one that the link was made for.</param>
/// <param name="Closings">How often the ticket has been closed by now.</param>
/// <param name="IsClosed">It is closed now.</param>
/// <param name="Rating">What was answered to this closing, if anything.</param>
public sealed record SatisfactionQuestion(int Closing, int Closings, bool IsClosed, SatisfactionRating? Rating);

/// <summary>One rating per closing, which can be changed for a week.</summary>
public static class Satisfaction
{
    public static readonly Duration ChangeableFor = Duration.FromDays(7);

    public const int Worst = 1;
    public const int Best = 5;
    public const int Comment = 2000;

    /// <summary>The rating to be stored in place of what was there. Answering the same again is no change of mind, but allowed.</summary>
    public static Result<SatisfactionRating> Rate(SatisfactionQuestion question, int score, string? comment, Instant now)
    {
        if (question.Closing != question.Closings)
            return TicketErrors.RatingVoid;
        if (!question.IsClosed)
            return TicketErrors.NotClosed;
        if (question.Rating is { } given && now >= given.GivenAt + ChangeableFor)
            return TicketErrors.RatingFinal;
        if (Faults(score, comment).ToList() is { Count: > 0 } faults)
            return Error.Invalid(faults);

        return new SatisfactionRating(question.Closing, score, comment, question.Rating?.GivenAt ?? now, now);
    }

    private static IEnumerable<FieldError> Faults(int score, string? comment)
    {
        if (score is < Worst or > Best)
            yield return TicketErrors.BadScore("/rating");
        if (comment is not null && Text.Body(comment, "/comment", Comment) is { } fault)
            yield return fault;
    }
}
