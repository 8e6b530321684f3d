using System.Text.Json.Serialization;
using Helpdesk.Api.Live;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tickets;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Notifications;

/// <summary>What the signed-in person must be told; nobody else's.</summary>
internal static class NotificationEndpoints
{
    private static readonly QueryParameter Unread = QueryParameter.Switch("unread", "Only what was not read yet.");

    public static RouteGroupBuilder MapNotifications(this RouteGroupBuilder tenant)
    {
        var notifications = tenant.MapGroup("/notifications").WithTags("Notifications").RequirePerson();
        notifications.MapGet("/items", List).Named("ListNotificationItems").Takes(Unread, QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<NotificationListResponse>();
        notifications.MapPost("/{id}/read", Read).Named("ReadNotification").Answers<NotificationResponse>();
        notifications.MapPost("/read", ReadAll).Named("ReadAllNotifications").AnswersNothing();
        notifications.MapPost("/tickets/{id}/read", ReadTicket).Named("ReadNotificationsOfTicket").AnswersNothing();
        return notifications.MapNotificationPreferences();
    }

    /// <summary>One entry for each ticket: a tenant's, or at the desk of all that the person serves.</summary>
    public static RouteGroupBuilder MapNotifiedTickets(this RouteGroupBuilder tenant)
    {
        tenant.MapGet("/notifications", Tickets).Named("ListNotifications").WithTags("Notifications").RequirePerson()
            .Takes(Unread, QueryParameter.Limit, QueryParameter.Cursor).Answers<NotifiedTicketListResponse>();
        return tenant;
    }

    private static async Task<IResult> List(HttpContext context, INotifications notifications, Cursors cursors, TimeProvider time)
    {
        var (member, query) = (context.Member(), new QueryReader(context.Request));
        var (unread, limit) = (query.Switch(Unread.Name) == true, query.Limit());
        var list = $"notifications/items?{unread}";
        var after = query.Cursor<PlaceText<Guid>>(cursors, list);
        query.Done();

        var page = await notifications.Find(
            new(member, unread, after is null ? null : new(after.At, after.Entry), limit), time.Now(), context.RequestAborted);
        return Json.Ok(new NotificationListResponse(
            [.. page.Items.Select(NotificationResponse.Of)],
            page.Next is { } next ? cursors.Seal(context, list, PlaceText<Guid>.Of(next.At, next.Id)) : null, page.Total, page.Unread));
    }

    private static async Task<IResult> Tickets(
        HttpContext context, INotifications notifications, IPeopleStore people, Cursors cursors, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var (unread, limit) = (query.Switch(Unread.Name) == true, query.Limit());
        var list = $"notifications?{unread}";
        var after = query.Cursor<PlaceText<Guid>>(cursors, list) is { } place ? new NotificationPlace(place.At, place.Entry) : null;
        query.Done();

        var scope = await TicketScope.Of(context, people);
        IReadOnlyList<Member> readers = scope.Served is null ? [context.Member()]
            : [.. scope.Served.Values.Select(tenant => new Member(tenant.Id, scope.Member.Account, tenant.Role))];
        var pages = await Task.WhenAll(readers.Select(async reader => (reader.Tenant,
            Page: await notifications.Tickets(new(reader, unread, after, limit), time.Now(), context.RequestAborted))));
        var found = pages.SelectMany(page => page.Page.Items, (page, item) => (page.Tenant, Item: item))
            .OrderByDescending(one => one.Item.At).ThenByDescending(one => one.Item.Ticket.Value, PostgresOrder).ToList();
        var items = found.Take(limit).ToList();
        var isMore = found.Count > limit || pages.Any(page => page.Page.Next is not null);
        return Json.Ok(new NotifiedTicketListResponse(
            [.. items.Select(one => NotifiedTicketResponse.Of(one.Item, scope.Served?[one.Tenant]))],
            isMore ? cursors.Seal(context, list, PlaceText<Guid>.Of(items[^1].Item.At, items[^1].Item.Ticket.Value)) : null,
            pages.Sum(page => page.Page.Total), pages.Sum(page => page.Page.Unread)));
    }

    // As the database sorts ids: byte by byte.
    private static readonly IComparer<Guid> PostgresOrder =
        Comparer<Guid>.Create((one, other) => string.CompareOrdinal(one.ToString("N"), other.ToString("N")));

    private static async Task<IResult> ReadTicket(
        string id, HttpContext context, INotifications notifications, ITicketReads reads, LiveHub live, TimeProvider time)
    {
        var (member, ticket) = (context.Member(), Paths.Ticket(id));
        if (!await notifications.ReadTicket(member, ticket, time.Now(), context.RequestAborted))
            return Problems.Of(AccessErrors.NotFound);
        // Whoever is done with what they were told of it is done with the ticket, until something happens again.
        await reads.Read(member, ticket, version: null, context.RequestAborted);
        live.HasRead(member.Tenant, member.Account);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> ReadAll(HttpContext context, INotifications notifications, LiveHub live, TimeProvider time)
    {
        await notifications.ReadAll(context.Member(), time.Now(), context.RequestAborted);
        live.HasRead(context.Member().Tenant, context.Member().Account);
        return TypedResults.NoContent();
    }

    private static async Task<IResult> Read(string id, HttpContext context, INotifications notifications, LiveHub live, TimeProvider time)
    {
        var read = await notifications.Read(context.Member(), Paths.Id(id), time.Now(), context.RequestAborted);
        live.HasRead(context.Member().Tenant, context.Member().Account);
        return read is null ? Problems.Of(AccessErrors.NotFound) : Json.Ok(NotificationResponse.Of(read));
    }
}

/// <param name="Count">
/// How many things it tells, all told at once; <paramref name="Tickets"/> or <paramref name="Notices"/> names the newest 20 of them.
/// </param>
/// <param name="At">When the newest could be told. Later ones of the same kind join while it is unread, for an hour.</param>
public sealed record NotificationResponse(
    Guid Id, NotificationKind Kind, int Count, DateTimeOffset FirstAt, DateTimeOffset At, DateTimeOffset? ReadAt,
    IReadOnlyList<NotificationTicketResponse> Tickets, IReadOnlyList<NoticeResponse> Notices)
{
    internal static NotificationResponse Of(Notification told) => new(
        told.Id, told.Kind, told.Items, told.FirstAt.ToDateTimeOffset(), told.At.ToDateTimeOffset(), told.ReadAt?.ToDateTimeOffset(),
        [.. told.Tickets.Select(
            item => new NotificationTicketResponse(
                item.Ticket, item.Number, item.Target, item.Step, item.MomentAt.ToDateTimeOffset(), item.WithdrawnAt?.ToDateTimeOffset()))],
        [.. told.Events.Select(NoticeResponse.Of)]);
}

/// <param name="Subject">What it happened to: a licence, a set of flags, a stay of an operator.</param>
/// <param name="Event">What happened, such as `licence.expired`.</param>
/// <param name="Details">
/// What the event says: of seats `percent`, `used`, `seats`; of flags `key`, `days`; of operators `reason`, `minutes`, `until`.
/// </param>
public sealed record NoticeResponse(Guid Subject, DateTimeOffset At, string Event, IReadOnlyDictionary<string, JsonElement> Details)
{
    internal static NoticeResponse Of(NotifiedEvent item)
    {
        using var about = JsonDocument.Parse(item.About);
        return new(
            item.Subject, item.At.ToDateTimeOffset(), about.RootElement.GetProperty("kind").GetString()!,
            about.RootElement.GetProperty("data") is { ValueKind: JsonValueKind.Object } data
                ? data.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.Clone()) : []);
    }
}

/// <param name="Step">Key of the policy's step.</param>
/// <param name="Target">Of a warning or breach; null: something else happened to the ticket, which the kind says.</param>
/// <param name="MomentAt">The true moment of the warning or breach, or when it happened.</param>
/// <param name="WithdrawnAt">
/// When what it tells of was taken back: a comment, a request to reopen with its only words, or a merge; or the ticket was deleted. It is
/// still counted; null: it stands.
/// </param>
public sealed record NotificationTicketResponse(
    Guid Ticket, string Number, SlaTarget? Target, string? Step, DateTimeOffset MomentAt, DateTimeOffset? WithdrawnAt);

/// <param name="Items">Newest first.</param>
/// <param name="Unread">How many are unread, whatever the filter.</param>
public sealed record NotificationListResponse(IReadOnlyList<NotificationResponse> Items, string? NextCursor, int Total, int Unread);

/// <summary>All that the person was told of one ticket that they may read now.</summary>
/// <param name="Count">How many things; what was taken back does not count.</param>
/// <param name="Unread">How many of them were not read yet.</param>
/// <param name="At">When the newest could be told.</param>
public sealed record NotifiedTicketResponse(
    Guid Ticket, string Number, string Subject, int Count, int Unread, IReadOnlyList<NotificationKind> Kinds, DateTimeOffset FirstAt,
    DateTimeOffset At)
{
    /// <summary>The person wants to be told nothing more of it.</summary>
    public required bool Muted { get; init; }

    /// <summary>Slug; only over several tenants.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Tenant { get; init; }

    /// <summary>What people call that tenant.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? TenantName { get; init; }

    internal static NotifiedTicketResponse Of(NotifiedOfTicket told, ServedTenant? tenant) => new(
        told.Ticket.Value, told.Number, told.Subject, told.Items, told.Unread, told.Kinds, told.FirstAt.ToDateTimeOffset(),
        told.At.ToDateTimeOffset())
    { Muted = told.IsMuted, Tenant = tenant?.Slug, TenantName = tenant?.Name };
}

/// <param name="Items">Newest first; each ticket once.</param>
/// <param name="Unread">Tickets of which something is unread, whatever the filter.</param>
public sealed record NotifiedTicketListResponse(IReadOnlyList<NotifiedTicketResponse> Items, string? NextCursor, int Total, int Unread);

internal sealed class NotificationExamples : IExamples
{
    private static readonly DateTimeOffset Missed = new(2026, 11, 18, 12, 12, 5, TimeSpan.Zero);

    private static readonly NotificationResponse Example = new(
        new("0198c0de-7a11-7000-8000-0000000000e1"), NotificationKind.SlaBreach, 1, Missed, Missed, null,
        [new(new("0198c0de-7a11-7000-8000-00000000002a"), "MUST-000123", SlaTarget.Resolution, "due", Missed, null)],
        [new(new("00000000-0000-7000-8000-00000011ce5e"), Missed, "licence.grace_began", new Dictionary<string, JsonElement>
            { ["until"] = JsonSerializer.SerializeToElement(Missed.AddDays(14)) })]);

    private static readonly NotifiedTicketResponse OfTicket = new(
        new("0198c0de-7a11-7000-8000-00000000002a"), "MUST-000123", "VPN-Problem", 3, 2,
        [NotificationKind.SlaBreach, NotificationKind.CustomerCommented], Missed, Missed.AddHours(1))
    { Muted = false };

    public IEnumerable<object> All =>
    [
        Example, new NotificationListResponse([Example], null, 1, 1), OfTicket, new NotifiedTicketListResponse([OfTicket], null, 1, 1),
        new NotificationPreferencesRequest(["bauhof"], new("22:00", "06:00", false, true)),
        new NotificationPreferences(["bauhof"], new("22:00", "06:00", false, true)),
    ];
}
