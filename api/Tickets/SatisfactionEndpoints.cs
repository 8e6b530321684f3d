using System.ComponentModel.DataAnnotations;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>
/// How a closing was: for the requester who is signed in, and for whoever holds the link that came by mail. Reading changes nothing.
/// </summary>
internal static class SatisfactionEndpoints
{
    private static readonly Error[] OfRatings = [TicketErrors.RatingFinal, TicketErrors.NotClosed];

    public static RouteGroupBuilder MapSatisfaction(this RouteGroupBuilder tenant)
    {
        var ticket = tenant.MapGroup("/tickets/{id}/satisfaction").WithTags("Satisfaction");
        ticket.MapGet("", Read).Named("ReadSatisfaction").Answers<SatisfactionResponse>();
        ticket.MapPost("", Rate).Named("RateTicket").Changes<SatisfactionResponse>().Refuses(OfRatings).Refuses(TicketErrors.RequesterOnly);
        return tenant;
    }

    /// <summary>At a tenant's own host only: the link leads there.</summary>
    public static RouteGroupBuilder MapSatisfactionLinks(this RouteGroupBuilder host)
    {
        var link = host.MapGroup("/satisfaction/{token}").WithTags("Satisfaction").AllowAnonymous()
            .Refuses(TicketErrors.RatingLinkExpired, TicketErrors.RatingVoid);
        link.MapGet("", ReadByLink).Named("ReadSatisfactionByLink").Answers<SatisfactionResponse>();
        link.MapPost("", RateByLink).Named("RateTicketByLink").Answers<SatisfactionResponse>().Refuses(OfRatings);
        return host;
    }

    private static Task<IResult> Read(string id, Ask ask) =>
        ask.Shows(ask.Grain<ITicketGrain>(Paths.Id(id)).Satisfaction(ask.Caller, null, ask.Aborted), SatisfactionResponse.Of);

    private static async Task<IResult> Rate(string id, Body<RatingRequest> body, Command command)
    {
        var answer = await command.Grain<ITicketGrain>(Paths.Id(id)).Rate(
            command.Caller, command.Id, null, ScoreOf(body.Value), body.Value.Comment, command.Aborted);
        if (!answer.Refused(out _, out var rated))
        {
            Replay.Mark(command.Context, rated.Replayed);
            command.Context.Response.SetETag(rated.Version);
        }

        return Shown(answer);
    }

    private static async Task<IResult> ReadByLink([PathValue(Example)] string token, HttpContext context, SatisfactionLinks links) =>
        links.Follow(context, token).Refused(out var why, out var followed)
            ? Problems.Of(why)
            : Shown(await followed.Ticket.Satisfaction(followed.Caller, followed.Closing, context.RequestAborted));

    private static async Task<IResult> RateByLink(
        [PathValue(Example)] string token, Body<RatingRequest> body, HttpContext context, SatisfactionLinks links) =>
        links.Follow(context, token).Refused(out var why, out var followed)
            ? Problems.Of(why)
            : Shown(await followed.Rate(ScoreOf(body.Value), body.Value.Comment, context.RequestAborted));

    private static int ScoreOf(RatingRequest request) => Required.Value(request.Rating);

    private static IResult Shown(Result<SatisfactionView> answer) =>
        answer.Refusal is { } refusal ? Problems.Of(refusal) : Json.Ok(SatisfactionResponse.Of(answer.Value));

    private const string Example =
        "AQGYwN56EXAAgAAAAAAAAAEBmMDeehFwAIAAAAAAAAAqAAAAAQAAAABqAbwAx7h1bG0vYxkq3m3J8w0m5m3v9q2w1z0x8y7u6t5s4r3";
}

/// <param name="Rating">1 (worst) to 5 (best).</param>
public sealed record RatingRequest(
    [Required, Between(Satisfaction.Worst, Satisfaction.Best)] int? Rating = null, [Lines(Satisfaction.Comment)] string? Comment = null);

/// <summary>The question that a closing asks, and what was answered.</summary>
/// <param name="Closing">Which closing of the ticket, from 1; 0: it was never closed.</param>
/// <param name="Rating">1 (worst) to 5 (best); <c>null</c>: not rated.</param>
/// <param name="ChangeableUntil">Exclusive; <c>null</c>: not rated.</param>
/// <param name="CanRate">By whoever asks, now.</param>
public sealed record SatisfactionResponse(
    string Number, int Closing, int? Rating, string? Comment, DateTimeOffset? GivenAt, DateTimeOffset? ChangedAt,
    DateTimeOffset? ChangeableUntil,
    bool CanRate)
{
    internal static SatisfactionResponse Of(SatisfactionView view) => new(
        view.Number, view.Closing, view.Rating?.Score, view.Rating?.Comment, view.Rating?.GivenAt.ToDateTimeOffset(),
        view.Rating?.ChangedAt.ToDateTimeOffset(),
        view.ChangeableUntil?.ToDateTimeOffset(), view.CanRate);
}

internal sealed class SatisfactionExamples : IExamples
{
    private static readonly DateTimeOffset Given = new(2026, 11, 20, 9, 30, 0, TimeSpan.Zero);

    public IEnumerable<object> All =>
    [
        new RatingRequest(5, "Schnell und freundlich."),
        new SatisfactionResponse("MUST-000123", 1, 5, "Schnell und freundlich.", Given, Given, Given.AddDays(7), CanRate: true),
    ];
}
