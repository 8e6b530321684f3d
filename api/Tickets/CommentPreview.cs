using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Notifications;
using Helpdesk.Domain.Sla;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Api.Tickets;

/// <summary>Who would be told of a comment before it is written. For staff: customers do not learn who works on their ticket.</summary>
internal sealed class CommentPreview(ITicketStore tickets, IRecipients recipients, ICalendarStore calendars, TimeProvider time)
{
    public static readonly QueryParameter Parameter = QueryParameter.OneOf(
        "preview", "`recipients`: write nothing, and answer with 200 who would be told of the comment and how. For staff. Such a request "
            + "does not use up its Idempotency-Key.", "recipients");

    public async Task<IResult> Show(HttpContext context, Caller caller, TicketId id, Visibility visibility)
    {
        var (member, now) = (caller.ToMember(), time.Now());
        if (!member.IsStaff)
            return Problems.Of(AccessErrors.StaffOnly);
        if (await tickets.Load(caller.Tenant, id.Value, context.RequestAborted) is not { } ticket)
            return Problems.Of(AccessErrors.NotFound);

        var told = CommentAudience.Of(ticket, member.Account, visibility, context.NewId(), now);
        if (told.To is not { } to || await recipients.Find(caller.Tenant, to, id, now, context.RequestAborted) is not { } person)
            return Json.Ok(new RecipientsResponse(told.Kind, told.Nobody ?? NobodyTold.OwnAct, []));
        var author = await recipients.Find(caller.Tenant, member.Account, about: null, now, context.RequestAborted);
        var hold = author?.Reader.Mails.HoldSeconds ?? 0;
        var held = MailWishes.HeldUntil(now, Duration.FromSeconds(hold), ticket.Plan.DueAt);
        var hours = person.Reader.Quiet is { ByCalendar: true }
            ? OpenHours.Of((await calendars.All(caller.Tenant, context.RequestAborted)).Values) : null;
        var german = AskedLanguage.IsGerman(context);
        return Json.Ok(new RecipientsResponse(told.Kind, null, [
            .. RecipientPreview.Of(told.Kind!.Value, person, context.Tenant().Settings.Zone, hours, held, now)
                .Select(telling => RecipientResponse.Of(telling, german))]));
    }
}

/// <param name="Kind">What they would be told as; null: nothing is told.</param>
/// <param name="Nobody">
/// Why `items` is empty: `internal`: a note among staff; `own_act`: whoever would be told is the one who writes; `team`: staff wrote about
/// a ticket of their own that has no assignee, and its team, else the managers, are told. null: it is not empty.
/// </param>
/// <param name="Items">One for each person and channel.</param>
public sealed record RecipientsResponse(NotificationKind? Kind, NobodyTold? Nobody, IReadOnlyList<RecipientResponse> Items);

public sealed record RecipientResponse
{
    public required Guid Account { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary>`de` or `en`: the language of what they get.</summary>
    public required string Language { get; init; }
    public required TellChannel Channel { get; init; }

    /// <summary>Whether they are told by this channel.</summary>
    public required bool Told { get; init; }

    /// <summary>
    /// When at the earliest: after the writer's hold, or when their digest comes; null: not at all. Limits may put it off.
    /// </summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>Why they are not told; null: they are.</summary>
    public required NotTold? Reason { get; init; }

    /// <summary>The reason in a sentence, in the language that the reader asks for; null: there is none.</summary>
    public required string? ReasonText { get; init; }

    internal static RecipientResponse Of(PreviewedTelling told, bool german) => new()
    {
        Account = told.To.Reader.Account.Value,
        Name = told.To.Name,
        Email = told.To.Reader.Email.Shown,
        Language = told.To.Reader.Language,
        Channel = told.Channel,
        Told = told.Why is null,
        At = told.At?.ToDateTimeOffset(),
        Reason = told.Why,
        ReasonText = told.Why is { } why ? NotToldReasons.Text(why, german) : null,
    };
}

internal sealed class RecipientExamples : IExamples
{
    private static readonly RecipientResponse Example = new()
    {
        Account = new("0198c0de-7a11-7000-8000-0000000000a1"),
        Name = "Erika Mustermann",
        Email = "erika.mustermann@musterstadt.example",
        Language = "de",
        Channel = TellChannel.Mail,
        Told = true,
        At = new(2026, 11, 18, 12, 12, 15, TimeSpan.Zero),
        Reason = null,
        ReasonText = null,
    };

    public IEnumerable<object> All => [Example, new RecipientsResponse(NotificationKind.TicketAnswered, null, [Example])];
}
