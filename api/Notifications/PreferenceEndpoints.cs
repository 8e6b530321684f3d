using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Notifications;

namespace Helpdesk.Api.Notifications;

/// <summary>
/// What the signed-in person wants of notifications here, besides the kinds by channel and the digest, which their profile says.
/// </summary>
internal static class PreferenceEndpoints
{
    public static RouteGroupBuilder MapNotificationPreferences(this RouteGroupBuilder notifications)
    {
        notifications.MapGet("/preferences", Read).Named("ReadNotificationPreferences").AnswersVersion<NotificationPreferences>();
        notifications.MapPut("/preferences", Replace).Named("ReplaceNotificationPreferences").AnswersVersion<NotificationPreferences>()
            .WithMetadata(new TakesIfMatch(IfMatchUse.Required));
        return notifications;
    }

    private static async Task<IResult> Read(HttpContext context, INotificationWishes wishes) =>
        Shown(context, await wishes.Read(context.Member(), context.RequestAborted));

    private static async Task<IResult> Replace(
        Body<NotificationPreferencesRequest> body, HttpContext context, INotificationWishes wishes, IListsInForce lists,
        ITicketListsStore carried)
    {
        var (member, wanted, cancellation) = (context.Member(), body.Value.ToDomain(), context.RequestAborted);
        var present = await wishes.Read(member, cancellation);
        var listed = (await lists.Of(member.Tenant, cancellation)).Lists;
        bool IsListed(string queue) => listed.Find(ListKind.Queue, queue) is not null;
        // Whoever may mute none is not looked up for.
        var unlisted = member.IsStaff ? wanted.MutedQueues.Except(present.MutedQueues).Where(queue => !IsListed(queue)).ToList() : [];
        var known = await carried.Carried(member.Tenant, ListKind.Queue, unlisted, cancellation);
        if (wanted.Faults(member, present, queue => IsListed(queue) || known.Contains(queue)).ToList() is { Count: > 0 } faults)
            return Problems.Of(Error.Invalid(faults));
        return await wishes.Save(member, wanted, context.RequiredVersion(), cancellation) is { } saved
            ? Shown(context, saved) : Problems.Of(FeedErrors.Stale);
    }

    private static IResult Shown(HttpContext context, NotificationWishes wishes)
    {
        context.Response.SetETag(wishes.Version);
        return Json.Ok(NotificationPreferences.Of(wishes));
    }
}

/// <param name="MutedQueues">
/// Keys of queues, at most 200, that are listed or that some ticket carries: of their tickets only what cannot be switched off is told.
/// For staff; customers cannot set it. Left out: none.
/// </param>
/// <param name="QuietHours">When no mail comes. Left out or null: mails come at any time.</param>
public sealed record NotificationPreferencesRequest(
    IReadOnlyList<string>? MutedQueues = null, QuietHoursBody? QuietHours = null) : IJudged
{
    internal NotificationWishes ToDomain() => new() { MutedQueues = [.. MutedQueues ?? []], Quiet = QuietHours?.ToDomain() };

    IEnumerable<FieldError?> IJudged.Faults(HttpContext context)
    {
        var queues = MutedQueues ?? [];
        if (queues.Count > NotificationWishes.MostQueues)
            yield return FieldError.TooMany("/muted_queues", NotificationWishes.MostQueues);
        for (var at = 0; at < Math.Min(queues.Count, NotificationWishes.MostQueues); at++)
            yield return TicketKeys.Fault(queues[at], FormattableString.Invariant($"/muted_queues/{at}"));
        foreach (var fault in QuietHours?.Faults() ?? [])
            yield return fault;
    }
}

/// <param name="MutedQueues">Of their tickets only what cannot be switched off is told.</param>
/// <param name="QuietHours">Null: mails come at any time.</param>
public sealed record NotificationPreferences(IReadOnlyList<string> MutedQueues, QuietHoursBody? QuietHours)
{
    internal static NotificationPreferences Of(NotificationWishes wishes) =>
        new(wishes.MutedQueues, wishes.Quiet is { } quiet ? QuietHoursBody.Of(quiet) : null);
}
