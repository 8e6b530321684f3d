using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.Tickets;
using Helpdesk.Grains.Feed;
using Helpdesk.Grains.Hosting.Calls;

namespace Helpdesk.Api.Tickets;

/// <summary>Checks a link that asks for a rating. One that is made up, changed or of another municipality is simply not there.</summary>
internal sealed class SatisfactionLinks(IGrainFactory grains, TenantPasses passes, ISeals seals, TimeProvider time)
{
    public Result<FollowedSatisfactionLink> Follow(HttpContext context, string token)
    {
        var tenant = context.Tenant().Tenant;
        if (SatisfactionLink.Open(token, tenant, seals) is not { } link)
            return AccessErrors.NotFound;
        if (time.Now() >= link.ExpiresAt)
            return TicketErrors.RatingLinkExpired;

        passes.Enter(tenant);
        var caller = new Caller(tenant, null, Role.Customer, $"{ClientAddress.Of(context)} link");
        return new FollowedSatisfactionLink(grains.GetGrain<ITicketGrain>(GrainKeys.Of(tenant, link.Ticket.Value)), caller, link.Closing);
    }
}

internal sealed record FollowedSatisfactionLink(ITicketGrain Ticket, Caller Caller, int Closing)
{
    // To say the same again changes nothing, so a retry needs no key.
    public Task<Result<SatisfactionView>> Rate(int score, string? comment, CancellationToken cancellation) =>
        Ticket.Rate(Caller, new(Guid.CreateVersion7(), "", FromKey: false), Closing, score, comment, cancellation);
}
