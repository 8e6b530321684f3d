using System.Globalization;
using System.Text.Json.Nodes;
using Helpdesk.Contracts.FeatureFlags;
using Helpdesk.Domain.FeatureFlags;
using Helpdesk.Domain.Tenants;
using Microsoft.Net.Http.Headers;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>Flags as people manage them: the platform's at the console, a tenant's own at its host.</summary>
internal static class FlagEndpoints
{
    private static readonly QueryParameter[] ListParameters =
    [
        QueryParameter.OneOf("archived", "`true`: the flags that were archived, instead of those that count.", "true", "false"),
        QueryParameter.Limit, QueryParameter.Cursor,
    ];

    private static readonly QueryParameter Days =
        new("days", "For how many days a flag must have stood unchanged to count as settled.")
        { Number = (1, 3_650, (int)StaleFlags.UsualAge.TotalDays) };

    private static readonly QueryParameter Environment =
        QueryParameter.Text(
            "environment",
            "The environment to ask about: 1 to 30 lower-case letters, digits and hyphens. Default: this installation's own.", 30)
            with
        { Example = "production" };

    public static RouteGroupBuilder MapFlags(this RouteGroupBuilder group)
    {
        var flags = group.MapGroup("/flags").WithTags("Feature flags").Refuses(FlagErrors.Forbidden, AccessErrors.OperatorOnly);
        flags.MapGet("", List).Named("ListFlags").Takes(ListParameters).Answers<FlagListResponse>();
        flags.MapGet("/stale", Stale).Named("ListStaleFlags").Takes(Days).Answers<StaleFlagsResponse>();
        flags.MapGet("/{key}", Read).Named("ReadFlag").AnswersVersion<FlagResponse>();
        flags.MapPut("/{key}", Put).Named("PutFlag").Creates<FlagResponse>().ChangesOrProposes()
            .Refuses(HttpErrors.IfMatchRequired, FlagRequestErrors.InvalidIfNoneMatch, FlagErrors.Exists, FlagErrors.TooMany,
                FlagErrors.BelongsToPlatform, FlagErrors.Archived, FlagErrors.ChangePending);
        flags.MapDelete("/{key}", Archive).Named("ArchiveFlag").Removes().ChangesOrProposes()
            .Refuses(FlagErrors.Archived, FlagErrors.Required, FlagErrors.ChangePending);
        flags.MapGet("/{key}/history", History).Named("ReadFlagHistory").Takes(QueryParameter.Limit, QueryParameter.Cursor)
            .Answers<FlagHistoryResponse>();
        flags.MapPost("/{key}/preview", Preview).Named("PreviewFlag").Takes(Environment).Answers<FlagPreviewResponse>()
            .Refuses(FlagErrors.TooMany, FlagErrors.BelongsToPlatform, FlagErrors.Archived, FlagErrors.ChangePending);
        flags.MapPost("/{key}/restore", Restore).Named("RestoreFlag").ChangesOrProposes(IfMatchUse.Required)
            .Refuses(FlagErrors.NoSuchState, FlagErrors.BelongsToPlatform, FlagErrors.ChangePending);
        flags.MapPost("/{key}/kill", Kill).Named("KillFlag").Changes<FlagResponse>(IfMatchUse.Optional)
            .Refuses(FlagErrors.AlreadyKilled, FlagErrors.Archived);
        flags.MapPost("/{key}/revive", Revive).Named("ReviveFlag").ChangesOrProposes()
            .Refuses(FlagErrors.NotKilled, FlagErrors.Archived, FlagErrors.ChangePending);
        flags.MapPost("/{key}/approve", Approve).Named("ApproveFlagChange").Changes<FlagResponse>(IfMatchUse.Required)
            .Refuses(FlagErrors.NothingPending, FlagErrors.SamePerson, FlagErrors.Required, FlagErrors.NotKilled,
                FlagErrors.BelongsToPlatform);
        flags.MapPost("/{key}/reject", Reject).Named("RejectFlagChange").Changes<FlagResponse>(IfMatchUse.Optional)
            .Refuses(FlagErrors.NothingPending);
        return flags;
    }

    // 202: it was recorded, and acts when a second person approves.
    private static RouteHandlerBuilder ChangesOrProposes(
        this RouteHandlerBuilder endpoint, IfMatchUse ifMatch = IfMatchUse.Optional) => endpoint
        .Changes<FlagResponse>(ifMatch)
        .Answers<FlagResponse, RouteHandlerBuilder>(StatusCodes.Status202Accepted, HeaderNames.ETag, Idempotency.ReplayedHeader);

    private static async Task<IResult> List(HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor, archived) = (query.Limit(), query.Raw("cursor"), query.Raw("archived"));
        if (archived is not (null or "true" or "false"))
            query.Fault("archived", "unknown-word", "Must be true or false.");
        query.Done();

        var list = $"flags?archived={archived == "true"}";
        var after = cursors.Open<FlagPlace>(context, list, cursor)?.Key ?? "";
        var answer = await Grain(context, grains).List(context.Caller(), archived == "true", after, limit, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        var (page, names) = (answer.Value, new FlagTenantNames(snapshots.Current));
        return Json.Ok(new FlagListResponse(
            [.. page.Flags.Select(flag => FlagResponse.Of(flag, names, IsSilent(context, snapshots, flag.Key)))],
            page.Flags.Length == limit ? cursors.Seal(context, list, new FlagPlace(page.Flags[^1].Key)) : null,
            page.Total));
    }

    private static async Task<IResult> Stale(HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots)
    {
        var query = new QueryReader(context.Request);
        var days = ReadDays(query);
        query.Done();

        var answer = await Grain(context, grains).Stale(context.Caller(), TimeSpan.FromDays(days), context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        var names = new FlagTenantNames(snapshots.Current);
        var items = answer.Value.Select(stale => new StaleFlagResponse(FlagResponse.Of(stale.Flag, names), stale.Reasons));
        return Json.Ok(new StaleFlagsResponse([.. items], answer.Value.Length));
    }

    private static async Task<IResult> Read([FlagKeyInPath] string key, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots)
    {
        var answer = await Grain(context, grains).Read(context.Caller(), key, context.RequestAborted);
        return answer.Refusal is { } refusal ? Problems.Of(refusal) : Flag(context, snapshots, answer.Value);
    }

    private static async Task<IResult> Put(
        [FlagKeyInPath] string key, FlagBody body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots,
        ITenantDirectory directory)
    {
        var version = IsCreation(context) ? (int?)null : context.RequiredVersion();
        var (flag, reason) = await new FlagTenantNames(snapshots.Current).Inward(body.Json, directory, context.RequestAborted);
        if (flag.Refused(out var faults, out var definition))
            return Problems.Of(FlagAccess.ChangeRefusal(context.Member()) ?? faults);

        var answer = await Grain(context, grains).Put(
            context.Caller(), context.CommandId(), new(key, definition, reason, version), context.RequestAborted);
        return Changed(context, snapshots, answer, created: version is null);
    }

    private static async Task<IResult> Archive(
        [FlagKeyInPath] string key, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots)
    {
        var answer = await Grain(context, grains).Act(
            context.Caller(), context.CommandId(), FlagAct.Archive, new(key, null, context.Version()), context.RequestAborted);
        return answer is { IsOk: true, Value.State.IsActive: false } ? TypedResults.NoContent() : Changed(context, snapshots, answer);
    }

    private static async Task<IResult> History(
        [FlagKeyInPath] string key, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots, Cursors cursors)
    {
        var query = new QueryReader(context.Request);
        var (limit, cursor) = (query.Limit(), query.Raw("cursor"));
        query.Done();

        var list = $"flags/{key}/history";
        var skip = cursors.Open<RevisionPlace>(context, list, cursor)?.Count ?? 0;
        var answer = await Grain(context, grains).History(context.Caller(), key, context.RequestAborted);
        if (answer.Refusal is { } refusal)
            return Problems.Of(refusal);

        var (history, names) = (answer.Value, new FlagTenantNames(snapshots.Current));
        return Json.Ok(new FlagHistoryResponse(
            [.. history.Skip(skip).Take(limit).Select(revision => FlagRevisionResponse.Of(revision, names))],
            history.Length > skip + limit ? cursors.Seal(context, list, new RevisionPlace(skip + limit)) : null,
            history.Length));
    }

    private static async Task<IResult> Preview(
        [FlagKeyInPath] string key, FlagBody body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots,
        ITenantDirectory directory, TimeProvider time)
    {
        var query = new QueryReader(context.Request);
        var environment = query.Raw("environment") ?? snapshots.Environment;
        if (!FlagRules.IsEnvironment(environment))
            query.Fault("environment", "not-a-name", "An environment is 1 to 30 lower-case letters, digits and hyphens.");
        query.Done();

        var (caller, grain, snapshot) = (context.Caller(), Grain(context, grains), snapshots.Current);
        var names = new FlagTenantNames(snapshot);
        var present = await grain.Read(caller, key, context.RequestAborted);
        var wanted = present.Refused(out _, out var flag) ? body.Json : Overlay(names.Outward(flag.Definition), body.Json);
        var (read, _) = await names.Inward(wanted, directory, context.RequestAborted);
        if (read.Refused(out var faults, out var definition))
            return Problems.Of(FlagAccess.ChangeRefusal(context.Member()) ?? faults);

        var complete = await grain.TryPut(caller, key, definition, context.RequestAborted);
        if (complete.Refused(out var refusal, out var saved))
            return Problems.Of(refusal);

        var now = Instant.FromDateTimeOffset(time.GetUtcNow());
        return Json.Ok(FlagPreviewResponse.Of(FlagPreview.Of(snapshot, caller.Tenant, key, saved, environment, now), environment));
    }

    private static async Task<IResult> Restore(
        [FlagKeyInPath] string key, Body<RestoreFlagRequest> body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots) =>
            Changed(
        context, snapshots,
        await Grain(context, grains).Restore(
            context.Caller(), context.CommandId(), key, Required.Value(body.Value.Version, "/version"), body.Value.Reason,
            context.RequiredVersion(),
            context.RequestAborted));

    private static Task<IResult> Kill(
        [FlagKeyInPath] string key, Body<ActOnFlagRequest> body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots) =>
        Act(FlagAct.Kill, key, body.Value.Reason, context.Version(), context, grains, snapshots);

    private static Task<IResult> Revive(
        [FlagKeyInPath] string key, Body<ActOnFlagRequest> body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots) =>
        Act(FlagAct.Revive, key, body.Value.Reason, context.Version(), context, grains, snapshots);

    // Who approves must have seen what.
    private static Task<IResult> Approve(
        [FlagKeyInPath] string key, Body<ActOnFlagRequest> body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots) =>
        Act(FlagAct.Approve, key, body.Value.Reason, context.RequiredVersion(), context, grains, snapshots);

    private static Task<IResult> Reject(
        [FlagKeyInPath] string key, Body<ActOnFlagRequest> body, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots) =>
        Act(FlagAct.Reject, key, body.Value.Reason, context.Version(), context, grains, snapshots);

    private static async Task<IResult> Act(
        FlagAct act, string key, string? reason, int? version, HttpContext context, IGrainFactory grains, IFlagSnapshots snapshots) =>
            Changed(
        context, snapshots,
        await Grain(context, grains).Act(context.Caller(), context.CommandId(), act, new(key, reason, version), context.RequestAborted));

    private static IFlagSetGrain Grain(HttpContext context, IGrainFactory grains) =>
        grains.GetGrain<IFlagSetGrain>(GrainKeys.Of(context.Caller().Tenant));

    private static IResult Changed(HttpContext context, IFlagSnapshots snapshots, Result<Outcome<FeatureFlag>> answer, bool created = false)
    {
        if (answer.Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        var flag = outcome.State;
        Replay.Mark(context, outcome.Replayed);
        if (!created)
            return Flag(context, snapshots, flag, flag.Proposal is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);

        context.Response.SetETag(flag.Version);
        return Json.Created(context.Request.Path, Response(context, snapshots, flag));
    }

    private static IResult Flag(HttpContext context, IFlagSnapshots snapshots, FeatureFlag flag, int status = StatusCodes.Status200OK)
    {
        context.Response.SetETag(flag.Version);
        return Json.Answer(Response(context, snapshots, flag), status);
    }

    private static FlagResponse Response(HttpContext context, IFlagSnapshots snapshots, FeatureFlag flag) =>
        FlagResponse.Of(flag, new(snapshots.Current), IsSilent(context, snapshots, flag.Key));

    private static bool IsSilent(HttpContext context, IFlagSnapshots snapshots, string key) =>
        snapshots.Current.IsSilent(key, context.Caller().Tenant);

    /// <exception cref="RequestRefusedException">400: anything but <c>*</c>, or together with <c>If-Match</c>.</exception>
    private static bool IsCreation(HttpContext context)
    {
        var headers = context.Request.Headers;
        if (headers.IfNoneMatch.Count == 0)
            return false;

        return headers.IfNoneMatch.Count == 1 && headers.IfNoneMatch[0] == "*" && headers.IfMatch.Count == 0
            ? true
            : throw new RequestRefusedException(FlagRequestErrors.InvalidIfNoneMatch);
    }

    private static int ReadDays(QueryReader query)
    {
        if (query.Raw("days") is not { } text)
            return (int)StaleFlags.UsualAge.TotalDays;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3_650)
            return days;

        query.Fault("days", "range", "Must be a whole number from 1 to 3650.");
        return 1;
    }

    // What a preview leaves out is as it is now.
    private static string Overlay(string present, string wanted)
    {
        if (JsonNode.Parse(wanted) is not JsonObject changes)
            return wanted;

        var whole = JsonNode.Parse(present)!.AsObject();
        foreach (var (name, value) in changes)
            whole[name] = value?.DeepClone();
        return whole.ToJsonString();
    }

    private sealed class FlagKeyInPathAttribute : PathValueAttribute
    {
        // As FlagRules.KeyFault.
        public FlagKeyInPathAttribute() : base("new-form") => Pattern = "^[A-Za-z0-9]([A-Za-z0-9._-]{0,98}[A-Za-z0-9])?$";
    }

    private sealed record FlagPlace(string Key);

    private sealed record RevisionPlace(int Count);
}
