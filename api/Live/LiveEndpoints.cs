using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Live;
using Helpdesk.Domain.Programs;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace Helpdesk.Api.Live;

/// <summary>What happens, told while it happens.</summary>
internal static class LiveEndpoints
{
    /// <summary>The answer has no end.</summary>
    public const string ContentType = "text/event-stream";

    private const string Meaning =
        "Server-sent events, without end. `event: ready` comes first (`LiveReadyEvent`), then `ticket` (`LiveTicketEvent`) and "
        + "`gone` (`LiveGoneEvent`) as they happen, for staff `presence` (`LivePresenceEvent`), for persons `notification` "
        + "(`LiveNotificationEvent`) and `read` (`LiveReadEvent`), `reset` (`LiveResetEvent`) where the reader must read anew, "
        + "and `end` (`LiveEndEvent`) before a stream that may not go on is closed. The data of each is one line of JSON. After "
        + "as many seconds without a word as `ready` says comes `heartbeat` (`LiveHeartbeatEvent`). Every other block has an "
        + "`id`: sent back as `Last-Event-ID`, the stream goes on behind it, in any process. What is told is decided when it is "
        + "told, by the rights of that moment; a session that ends, a membership or key that is taken away and a tenant that is "
        + "suspended end it within five seconds. Who reads too slowly is hung up and comes again with the last id.";

    public static RouteGroupBuilder MapEvents(this RouteGroupBuilder group)
    {
        group.MapGroup("").RequireMember().AllowKeys(ApiScopes.TicketsRead, write: null).MapGet("/events", Listen).Named("ListenToEvents")
            .WithTags("Live").AnswersStream(ContentType, Meaning)
            .Refuses(LiveErrors.TooManyOfAccount, LiveErrors.TooMany);
        return group;
    }

    private static async Task<IResult> Listen(HttpContext context, LiveListening listening)
    {
        var (tenant, account) = (context.Caller().Tenant, new AccountId(context.Caller().Account!.Value.Value));
        if (listening.Places.Take(tenant, account) is { } refusal)
            return Problems.Of(refusal);
        try
        {
            await listening.Serve(context);
        }
        finally
        {
            listening.Places.Leave(tenant, account);
        }

        return Results.Empty;
    }
}

/// <summary>Begins a stream: where it goes on, and what was missed.</summary>
internal sealed class LiveListening(
    LiveHub hub, LivePlaces places, LiveRights rights, LiveText texts, ILiveFeed feed, IOptions<LiveOptions> options, TimeProvider time)
{
    // More is read anew faster than it is told.
    private const int MostMissed = 1_000;

    public LivePlaces Places => places;

    public async Task Serve(HttpContext context)
    {
        var stream = new LiveStream(context, await rights.Of(context), texts.Of, options.Value, time);
        try
        {
            var from = await hub.Join(stream, context.RequestAborted);
            var first = await Begin(stream, from);
            await Open(context);
            if (!context.WantsHeadersOnly())
                await stream.Run(first);
        }
        finally
        {
            hub.Leave(stream);
        }
    }

    private static async Task Open(HttpContext context)
    {
        var response = context.Response;
        response.ContentType = LiveEndpoints.ContentType;
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();
        await response.StartAsync(context.RequestAborted);
        // Who it is was read long before; for hours of silence its proof is the largest thing that would be kept.
        CredentialMiddleware.Forget(context.Request);
    }

    private async Task<IEnumerable<LiveItem>> Begin(LiveStream stream, FeedPlace from)
    {
        var context = stream.Context;
        var told = context.Request.Headers[TakesLastEventId.Header];
        if (told is [] or [null or ""])
            return [new LiveItem.Ready(from, Resumed: false)];
        if (told is not [{ } id] || await texts.PlaceOf(context, id) is not { } since)
            return [new LiveItem.Reset(from, LiveReset.Unreadable)];
        if (since >= from)
        {
            // Another process was a little ahead of this one; what it told already is not told again.
            stream.BeginAt(since);
            return [new LiveItem.Ready(since, Resumed: true)];
        }

        var missed = await feed.Between([.. stream.Reader.Seats.Keys], since, from, options.Value.CatchUp, context.RequestAborted);
        if (missed is null || missed.Count > MostMissed)
            return [new LiveItem.Reset(from, LiveReset.TooOld)];
        return [new LiveItem.Ready(since, Resumed: true), .. await hub.Acts(missed, context.RequestAborted)];
    }
}
