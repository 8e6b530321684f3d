using System.Buffers.Text;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Domain.Push;

namespace Helpdesk.Api.Push;

/// <summary>Which of the signed-in person's browsers are told, at this host.</summary>
internal static class PushEndpoints
{
    public static void MapPush(this RouteGroupBuilder api)
    {
        var push = api.MapGroup("/push").WithTags("Notifications").RequirePerson();
        push.MapGet("/key", Key).Named("ReadPushKey").Answers<PushKeyResponse>();
        push.MapGet("/subscriptions", List).Named("ListPushSubscriptions").Answers<PushSubscriptionListResponse>();
        push.MapPut("/subscriptions", Save).Named("SavePushSubscription").Answers<PushSubscriptionResponse>().Refuses(PushErrors.TooMany);
        push.MapGet("/subscriptions/{id}", Read).Named("ReadPushSubscription").Answers<PushSubscriptionResponse>();
        push.MapDelete("/subscriptions/{id}", Remove).Named("RemovePushSubscription").AnswersNothing();
    }

    private static async Task<IResult> Key(HttpContext context, IPushKeys keys) => Json.Ok(new PushKeyResponse(
        Base64Url.EncodeToString((await keys.Load(context.RequestAborted)).PublicKey)));

    private static async Task<IResult> List(HttpContext context, IPushSubscriptions subscriptions, TimeProvider time) => Json.Ok(
        new PushSubscriptionListResponse([
            .. (await subscriptions.List(context.Tenant().Home, context.Session().Account, time.Now(), context.RequestAborted))
                .Select(one => PushSubscriptionResponse.Of(one, context.Session().Id))]));

    private static async Task<IResult> Save(
        Body<PushSubscriptionRequest> body, HttpContext context, IPushSubscriptions subscriptions, TimeProvider time)
    {
        var (session, now) = (context.Session(), time.Now());
        var wanted = new PushSubscription
        {
            Tenant = context.Tenant().Home,
            Id = context.NewId(),
            Account = session.Account,
            Session = session.Id,
            Target = body.Value.ToDomain(),
            Name = body.Value.Name ?? "",
            CreatedAt = now,
            RenewedAt = now,
        };
        return await subscriptions.Save(wanted, context.RequestAborted) is { } saved
            ? Json.Ok(PushSubscriptionResponse.Of(saved, session.Id)) : Problems.Of(PushErrors.TooMany);
    }

    private static async Task<IResult> Read(string id, HttpContext context, IPushSubscriptions subscriptions, TimeProvider time) =>
        await Find(id, context, subscriptions, time) is { } found
            ? Json.Ok(PushSubscriptionResponse.Of(found, context.Session().Id)) : Problems.Of(AccessErrors.NotFound);

    private static async Task<IResult> Remove(string id, HttpContext context, IPushSubscriptions subscriptions, TimeProvider time)
    {
        if (await Find(id, context, subscriptions, time) is not { } found)
            return Problems.Of(AccessErrors.NotFound);
        await subscriptions.Remove(found.Tenant, found.Id, context.RequestAborted);
        return TypedResults.NoContent();
    }

    // One's own only: of others it is not even said that there are any.
    private static async Task<PushSubscription?> Find(
        string id, HttpContext context, IPushSubscriptions subscriptions, TimeProvider time) =>
        await subscriptions.Find(context.Tenant().Home, Paths.Id(id), time.Now(), context.RequestAborted) is { } found
        && found.Account == context.Session().Account ? found : null;
}
