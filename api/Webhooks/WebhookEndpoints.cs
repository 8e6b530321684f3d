using System.Security.Cryptography;
using Helpdesk.Api.SignIn;
using Helpdesk.Api.Tenancy;
using Helpdesk.Contracts.Webhooks;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Webhooks;

namespace Helpdesk.Api.Webhooks;

/// <summary>Programs of the municipality's that are told of what happens to tickets.</summary>
internal static class WebhookEndpoints
{
    private static readonly QueryParameter State = QueryParameter.AnyOf<DeliveryState>(
        "state", "Only deliveries in one of these states, by commas. Default: all.");

    public static RouteGroupBuilder MapWebhooks(this RouteGroupBuilder tenant)
    {
        var hooks = tenant.MapGroup("/webhooks").WithTags("Webhooks").RequireRole(Role.Admin);
        hooks.MapGet("", List).Named("ListWebhooks").Answers<WebhookListResponse>();
        hooks.MapPost("", Add).Named("AddWebhook").Creates<WebhookWithSecretResponse>().Refuses(WebhookErrors.TooMany);
        hooks.MapGet("/{id}", Read).Named("ReadWebhook").AnswersVersion<WebhookResponse>();
        hooks.MapPut("/{id}", Change).Named("ChangeWebhook").Changes<WebhookResponse>(IfMatchUse.Required);
        hooks.MapDelete("/{id}", Remove).Named("RemoveWebhook").Removes(IfMatchUse.Optional);
        hooks.MapPost("/{id}/secret", Rotate).Named("RotateWebhookSecret").Changes<WebhookWithSecretResponse>(IfMatchUse.Optional);
        hooks.MapPost("/{id}/test", Test).Named("TestWebhook").Heavy().Answers<WebhookDeliveryResponse>(StatusCodes.Status202Accepted)
            .Refuses(WebhookErrors.Stopped);

        var deliveries = hooks.MapGroup("/{id}/deliveries");
        deliveries.MapGet("", Deliveries).Named("ListWebhookDeliveries").Takes(QueryParameter.Limit, QueryParameter.Cursor, State)
            .Answers<WebhookDeliveryListResponse>();
        deliveries.MapGet("/{delivery}", Delivery).Named("ReadWebhookDelivery").Answers<WholeDeliveryResponse>();
        deliveries.MapPost("/{delivery}/replay", Replay).Named("ReplayWebhookDelivery")
            .Answers<WebhookDeliveryResponse>(StatusCodes.Status202Accepted)
            .Refuses(WebhookErrors.Stopped, WebhookErrors.Underway, WebhookErrors.NothingLeft);
        return tenant;
    }

    private static Task<IResult> List(Ask ask) => ask.Shows(
        Hooks(ask).List(ask.Caller, ask.Aborted), list => new WebhookListResponse([.. list.Items.Select(WebhookResponse.Of)]));

    private static Task<IResult> Read(string id, Ask ask) =>
        ask.Shows(Hooks(ask).Read(ask.Caller, Paths.Id(id), ask.Aborted), webhook => webhook.Version, WebhookResponse.Of);

    private static Task<IResult> Add(Body<WebhookRequest> body, Command command) => command.Answers(
        Hooks(command).Add(command.Caller, command.Id, body.Value.ToDomain(), NewSecret(), command.Aborted), made => made.Webhook.Version,
        WebhookWithSecretResponse.Of, made => command.Below(made.Webhook.Id.ToString("D")));

    private static Task<IResult> Change(string id, Body<WebhookRequest> body, Command command) => command.Answers(
        Hooks(command).Change(
            command.Caller, command.Id, Paths.Id(id), body.Value.ToDomain(), command.Version, command.Aborted),
        webhook => webhook.Version, WebhookResponse.Of);

    private static Task<IResult> Remove(string id, Command command) => command.Removes(
        Hooks(command).Remove(command.Caller, command.Id, Paths.Id(id), command.Version, command.Aborted));

    private static Task<IResult> Rotate(string id, Body<RotateWebhookSecretRequest> body, Command command) => command.Answers(
        Hooks(command).Rotate(
            command.Caller, command.Id, Paths.Id(id), NewSecret(), body.Value.OverlapHours ?? WebhookRules.UsualOverlap, command.Version,
            command.Aborted),
        made => made.Webhook.Version, WebhookWithSecretResponse.Of);

    private static async Task<IResult> Test(string id, Ask ask, IWebhookDeliveries deliveries, TimeProvider time)
    {
        if ((await Hooks(ask).Read(ask.Caller, Paths.Id(id), ask.Aborted)).Refused(out var why, out var webhook))
            return Problems.Of(why);
        if (!webhook.IsActive)
            return Problems.Of(WebhookErrors.Stopped);
        var test = WebhookDelivery.Test(
            ask.Caller.Tenant, webhook.Id, ask.Context.NewId(), ask.Context.Tenant().Slug, ask.Caller.Account, time.Now());
        await deliveries.Queue([test], ask.Aborted);
        return Json.Answer(WebhookDeliveryResponse.Of(test), StatusCodes.Status202Accepted);
    }

    private static async Task<IResult> Deliveries(string id, Ask ask, IWebhookDeliveries deliveries, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (webhook, limit, states) = (Paths.Id(id), query.Limit(), query.Words<DeliveryState>("state"));
        var list = $"deliveries of {webhook:D}|{string.Join(',', states)}";
        var place = query.Cursor<PlaceText<Guid>>(cursors, list);
        query.Done();

        if ((await Hooks(ask).Read(ask.Caller, webhook, ask.Aborted)).Refused(out var why, out _))
            return Problems.Of(why);
        var found = await deliveries.List(
            ask.Caller.Tenant, webhook, states, place is null ? null : new(place.At, place.Entry), limit + 1, ask.Aborted);
        var page = found.Take(limit).ToList();
        return Json.Ok(new WebhookDeliveryListResponse([.. page.Select(WebhookDeliveryResponse.Of)],
            found.Count > limit ? cursors.Seal(ask.Context, list, PlaceText<Guid>.Of(page[^1].CreatedAt, page[^1].Id)) : null));
    }

    private static async Task<IResult> Delivery(string id, string delivery, Ask ask, IWebhookDeliveries deliveries) =>
        await deliveries.Find(ask.Caller.Tenant, Paths.Id(id), Paths.Id(delivery), ask.Aborted) is { } found
            ? Json.Ok(WholeDeliveryResponse.Of(found)) : Problems.Of(AccessErrors.NotFound);

    private static async Task<IResult> Replay(
        string id, string delivery, Ask ask, IWebhookDeliveries deliveries, TimeProvider time)
    {
        if ((await Hooks(ask).Read(ask.Caller, Paths.Id(id), ask.Aborted)).Refused(out var why, out var webhook))
            return Problems.Of(why);
        if (await deliveries.Find(ask.Caller.Tenant, webhook.Id, Paths.Id(delivery), ask.Aborted) is not { } found)
            return Problems.Of(AccessErrors.NotFound);
        if (found.Replay(webhook, time.Now()).Refused(out var refusal, out var again))
            return Problems.Of(refusal);
        await deliveries.Replay(
            again, new(webhook.Id, found.Event, found.State), ask.Context.Trace(time), ask.Aborted);
        return Json.Answer(WebhookDeliveryResponse.Of(again), StatusCodes.Status202Accepted);
    }

    private static string NewSecret() => WebhookSecret.Of(RandomNumberGenerator.GetBytes(WebhookSecret.Bytes));

    private static IWebhooksGrain Hooks(Ask ask) => ask.Grain<IWebhooksGrain>();
}
