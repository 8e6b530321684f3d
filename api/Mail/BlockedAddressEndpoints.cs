using Helpdesk.Api.SignIn;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Api.Mail;

/// <summary>
/// Addresses that a mail server refused for good: staff see them in the server's words, and clear those that are good again.
/// </summary>
internal static class BlockedAddressEndpoints
{
    public static RouteGroupBuilder MapBlockedAddresses(this RouteGroupBuilder tenant)
    {
        var blocked = tenant.MapGroup("/mail/blocked-addresses").WithTags("Mail").RequireStaff();
        blocked.MapGet("", List).Named("ListBlockedAddresses").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<BlockedAddressListResponse>();
        blocked.MapDelete("/{id}", Clear).Named("ClearBlockedAddress").AnswersNothing();
        return tenant;
    }

    private static async Task<IResult> List(HttpContext context, IMailBlocks blocks, Cursors cursors, TimeProvider time)
    {
        const string Name = "blocked addresses";
        var query = new QueryReader(context.Request);
        var limit = query.Limit();
        var after = query.Cursor<AddressPlace>(cursors, Name)?.Address;
        query.Done();

        var found = await blocks.List(context.Member().Tenant, after, limit + 1, time.Now(), context.RequestAborted);
        var page = found.Take(limit).ToList();
        return Json.Ok(new BlockedAddressListResponse(
            [.. page.Select(BlockedAddressResponse.Of)],
            found.Count > limit ? cursors.Seal(context, Name, new AddressPlace(page[^1].Address)) : null));
    }

    private static async Task<IResult> Clear(string id, HttpContext context, IMailBlocks blocks, TimeProvider time) =>
        await blocks.Clear(context.Member().Tenant, Paths.Id(id), context.Trace(time), context.RequestAborted)
            ? TypedResults.NoContent() : Problems.Of(AccessErrors.NotFound);

    private sealed record AddressPlace(string Address);
}

/// <param name="Address">In small letters.</param>
/// <param name="Words">What the mail server said, at most 500 characters.</param>
/// <param name="Until">Exclusive: 60 days after the last refusal. A mail about access that is accepted there ends it sooner.</param>
public sealed record BlockedAddressResponse(Guid Id, string Address, string Words, DateTimeOffset BlockedAt, DateTimeOffset Until)
{
    internal static BlockedAddressResponse Of(MailBlock block) => new(
        block.Id, EmailAddress.ForPeople(block.Address), block.Words, block.At.ToDateTimeOffset(), block.Until.ToDateTimeOffset());
}

/// <param name="Items">By address.</param>
public sealed record BlockedAddressListResponse(IReadOnlyList<BlockedAddressResponse> Items, string? NextCursor);

internal sealed class BlockedAddressExamples : IExamples
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 12, 12, 5, TimeSpan.Zero);

    private static readonly BlockedAddressResponse Example = new(
        new("0198c0de-7a11-7000-8000-0000000000f4"), "weg@musterstadt.example", "550 5.1.1 No such user", At, At.AddDays(60));

    public IEnumerable<object> All => [Example, new BlockedAddressListResponse([Example], null)];
}
