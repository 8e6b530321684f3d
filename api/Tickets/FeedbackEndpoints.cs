using System.ComponentModel.DataAnnotations;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.SignIn;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Tickets;

/// <summary>Reports of barriers: a ticket, whoever sends it.</summary>
internal static class FeedbackEndpoints
{
    public static void MapFeedback(this RouteGroupBuilder tenant) => tenant.MapPost("/accessibility-feedback", Report)
        .WithTags("Texts").Named("ReportBarrier").AllowAnonymous()
        .Answers<FeedbackResponse, RouteHandlerBuilder>(StatusCodes.Status201Created).Refuses(SignInErrors.CrossSite);

    private static async Task<IResult> Report(
        Body<FeedbackRequest> body, HttpContext context, IGrainFactory grains, FeedbackLimits limits, TenantPasses passes)
    {
        if (SameOrigin.RefusalOfForeignPage(context) is { } foreign)
            return Problems.Of(foreign);
        var (at, caller) = (context.Tenant(), Signed(context));
        if (caller is null && !limits.Allows(context))
            return Problems.Of(HttpErrors.RateLimited);

        // Nobody need be signed in; the ticket is of this host's municipality and of no other.
        passes.Enter(at.Tenant);
        var language = at.Settings.Languages[0];
        var stranger = caller is null ? AccessibilityFeedback.Stranger(at.Tenant, at.Slug, language) : null;
        caller ??= new(at.Tenant, null, Role.Admin, AuditOrigin.Text(ClientAddress.Of(context), "feedback", null));
        var opened = await Open(at.Appearance.FeedbackCategory);
        // A category that is gone must not keep anybody from reporting.
        if (opened.Refusal is { Kind: ErrorKind.Invalid } && at.Appearance.FeedbackCategory is not null)
            opened = await Open(category: null);
        return opened.Refused(out var why, out var ticket) ? Problems.Of(why)
            : Json.Answer(new FeedbackResponse(ticket.View.Ticket.Number), StatusCodes.Status201Created);

        Task<Result<TicketOutcome>> Open(string? category) => grains.GetGrain<ITicketIntakeGrain>(GrainKeys.Of(at.Tenant)).Open(
            caller, new(context.NewId(), "feedback", FromKey: false), new(context.NewId()),
            AccessibilityFeedback.Opening(body.Value.ToDomain(), category, stranger, language == "de"), context.RequestAborted);
    }

    // Programs and operators who look in are nobody who found a barrier.
    private static Caller? Signed(HttpContext context) =>
        context.FindCredential() is { Session: not null, Program: null } credential && credential.In(context.Tenant()) is { } member
            && member.Role is not Role.Operator
            ? new(member.Tenant, member.Account, member.Role, AuditOrigin.Text(ClientAddress.Of(context), credential.Door, null),
                credential.GroupIn(member.Tenant))
            : null;
}

/// <param name="Message">What the barrier is; at most 10,000 characters.</param>
/// <param name="Page">Where it is: a path or words, at most 300 characters. null: not told.</param>
/// <param name="Email">
/// Where an answer is wanted. It stands in the ticket for whoever answers; no mail goes there by itself. null: no answer is wanted. Ignored of
/// those who are signed in.
/// </param>
public sealed record FeedbackRequest(
    [Required, Lines(AccessibilityFeedback.LongestMessage)] string? Message = null,
    [OneLine(AccessibilityFeedback.LongestPage)] string? Page = null, [Email] string? Email = null)
{
    internal BarrierReport ToDomain() => new(
        Message ?? "", Page, Email is { } told && EmailAddress.Parse(told) is { IsOk: true } parsed ? parsed.Value : null);
}

/// <param name="Number">Of the ticket that it became: to refer to, also on the telephone.</param>
public sealed record FeedbackResponse(string Number);

internal sealed class FeedbackExamples : IExamples
{
    public IEnumerable<object> All =>
    [
        new FeedbackRequest("Der Knopf „Absenden“ ist mit der Tastatur nicht zu erreichen.", "/tickets/new", "erika@example.org"),
        new FeedbackResponse("MUST-000123"),
    ];
}
