using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Api.FeatureFlags;

/// <summary>Flags as people see them: tenants by their slugs, and whether the flag has been asked for lately.</summary>
internal sealed class FlagShowing(ICurrentFlags snapshots)
{
    public FlagTenantNames Names => new(snapshots.Current);

    public FlagResponse Show(Ask ask, FeatureFlag flag) =>
        FlagResponse.Of(flag, Names, snapshots.Current.IsSilent(flag.Key, ask.Caller.Tenant));

    /// <summary>What was changed is answered by this process from now on; others follow within a second.</summary>
    public Task Seen(CancellationToken cancellation) => snapshots.CatchUp(cancellation);

    /// <summary>200, or 202 where the change waits for a second person.</summary>
    public async Task<IResult> Changed(Command command, Task<Result<Outcome<FeatureFlag>>> act)
    {
        if ((await act).Refused(out var refusal, out var outcome))
            return Problems.Of(refusal);

        await Seen(command.Aborted);
        var flag = outcome.State;
        Replay.Mark(command.Context, outcome.Replayed);
        command.Context.Response.SetETag(flag.Version);
        return Json.Answer(Show(command, flag), flag.Proposal is null ? StatusCodes.Status200OK : StatusCodes.Status202Accepted);
    }
}
