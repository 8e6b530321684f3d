using System.Globalization;
using Helpdesk.Api.Tenancy;
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
        QueryParameter.Switch("archived", "`true`: the flags that were archived, instead of those that count."),
        QueryParameter.Limit, QueryParameter.Cursor,
    ];

    private static readonly QueryParameter Days =
        new("days", "For how many days (of 24 hours) a flag must have stood unchanged to count as settled.")
        { Number = (1, 3_650, (int)StaleFlags.UsualAge.TotalDays) };

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
        flags.MapPost("/{key}/preview", FlagPreviewEndpoint.Preview).Named("PreviewFlag")
            .Takes(FlagPreviewEndpoint.Environment).EvenExpired().Answers<FlagPreviewResponse>()
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

    private static async Task<IResult> List(Ask ask, FlagShowing flags, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (limit, archived) = (query.Limit(), query.Switch("archived") == true);
        var list = $"flags?archived={archived}";
        var after = query.Cursor<FlagPlace>(cursors, list)?.Key ?? "";
        query.Done();

        return await ask.Shows(Flags(ask).List(ask.Caller, archived, after, limit, ask.Aborted), page => new FlagListResponse(
            [.. page.Flags.Select(flag => flags.Show(ask, flag))],
            page.Flags.Length == limit ? cursors.Seal(ask.Context, list, new FlagPlace(page.Flags[^1].Key)) : null,
            page.Total));
    }

    private static Task<IResult> Stale(Ask ask, FlagShowing flags)
    {
        var query = new QueryReader(ask.Context.Request);
        var days = ReadDays(query);
        query.Done();

        return ask.Shows(Flags(ask).Stale(ask.Caller, TimeSpan.FromDays(days), ask.Aborted), found => new StaleFlagsResponse(
            [.. found.Select(stale => new StaleFlagResponse(FlagResponse.Of(stale.Flag, flags.Names), stale.Reasons))], found.Length));
    }

    private static Task<IResult> Read([FlagKeyInPath] string key, Ask ask, FlagShowing flags) =>
        ask.Shows(Flags(ask).Read(ask.Caller, key, ask.Aborted), flag => flag.Version, flag => flags.Show(ask, flag));

    private static async Task<IResult> Put(
        [FlagKeyInPath] string key, FlagBody body, Command command, FlagShowing flags, ITenantDirectory directory)
    {
        var read = await flags.Names.Inward(body.Json, directory, command.Aborted);
        if (read.Flag.Refused(out _, out var definition))
            return Problems.Of(await read.Refusal(body.Json, command, key));

        if (FlagHeaders.Refusal(command.Context) is { } header)
            return Problems.Of(await Judged(key, definition, header, command));

        var version = FlagHeaders.IsCreation(command.Context) ? (int?)null : command.Context.RequiredVersion();
        var put = Flags(command).Put(command.Caller, command.Id, new(key, definition, read.Reason, version), command.Aborted);
        if (version is null && (await put).IsOk)
            await flags.Seen(command.Aborted);
        return version is null
            ? await command.Answers(put, made => made.Version, made => flags.Show(command, made), _ => command.Context.Request.Path)
            : await flags.Changed(command, put);
    }

    private static async Task<IResult> Archive([FlagKeyInPath] string key, Command command, FlagShowing flags)
    {
        var answer = await Flags(command).Act(
            command.Caller, command.Id, FlagAct.Archive, new(key, null, command.Version), command.Aborted);
        if (answer.IsOk)
            await flags.Seen(command.Aborted);
        return answer is { IsOk: true, Value.State.IsActive: false }
            ? await command.Removes(Task.FromResult(answer)) : await flags.Changed(command, Task.FromResult(answer));
    }

    private static Task<IResult> History([FlagKeyInPath] string key, Ask ask, FlagShowing flags, Cursors cursors)
    {
        var query = new QueryReader(ask.Context.Request);
        var (limit, list) = (query.Limit(), $"flags/{key}/history");
        var skip = query.Cursor<RevisionPlace>(cursors, list)?.Count ?? 0;
        query.Done();

        return ask.Shows(Flags(ask).History(ask.Caller, key, ask.Aborted), history => new FlagHistoryResponse(
            [.. history.Skip(skip).Take(limit).Select(revision => FlagRevisionResponse.Of(revision, flags.Names))],
            history.Length > skip + limit ? cursors.Seal(ask.Context, list, new RevisionPlace(skip + limit)) : null,
            history.Length));
    }

    private static Task<IResult> Restore(
        [FlagKeyInPath] string key, Body<RestoreFlagRequest> body, Command command, FlagShowing flags)
    {
        var (from, version) = (Required.Value(body.Value.Version), command.Version!.Value);
        return flags.Changed(
            command, Flags(command).Restore(command.Caller, command.Id, key, from, body.Value.Reason, version, command.Aborted));
    }

    private static Task<IResult> Kill([FlagKeyInPath] string key, Body<ActOnFlagRequest> body, Command command, FlagShowing flags) =>
        Act(FlagAct.Kill, key, body.Value, command, flags);

    private static Task<IResult> Revive([FlagKeyInPath] string key, Body<ActOnFlagRequest> body, Command command, FlagShowing flags) =>
        Act(FlagAct.Revive, key, body.Value, command, flags);

    // Who approves must have seen what.
    private static Task<IResult> Approve([FlagKeyInPath] string key, Body<ActOnFlagRequest> body, Command command, FlagShowing flags) =>
        Act(FlagAct.Approve, key, body.Value, command, flags);

    private static Task<IResult> Reject([FlagKeyInPath] string key, Body<ActOnFlagRequest> body, Command command, FlagShowing flags) =>
        Act(FlagAct.Reject, key, body.Value, command, flags);

    private static Task<IResult> Act(FlagAct act, string key, ActOnFlagRequest request, Command command, FlagShowing flags) =>
        flags.Changed(command, Flags(command).Act(
            command.Caller, command.Id, act, new(key, request.Reason, command.Version), command.Aborted));

    internal static IFlagSetGrain Flags(Ask ask) => ask.Grain<IFlagSetGrain>();

    // What other flags and people have against the document is told beside the headers.
    private static async Task<Error> Judged(string key, FlagDefinition definition, Error header, Command command)
    {
        if (FlagAccess.ChangeRefusal(command.Caller.ToMember()) is not null)
            return header;
        var judged = await Flags(command).TryPut(command.Caller, key, definition, command.Aborted);
        return judged.Refusal is { Kind: ErrorKind.Invalid, Fields: [_, ..] fields }
            ? Error.Invalid([.. FlagHeaders.Faults(command.Context), .. fields]) : header;
    }

    private static int ReadDays(QueryReader query)
    {
        if (query.Raw("days") is not { } text)
            return (int)StaleFlags.UsualAge.TotalDays;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is >= 1 and <= 3_650)
            return days;

        query.Fault(FieldError.NotAWholeNumber("days", 1, 3_650));
        return 1;
    }

    private sealed record FlagPlace(string Key);

    private sealed record RevisionPlace(int Count);
}
