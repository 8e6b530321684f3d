using Helpdesk.Domain.FeatureFlags;

namespace Helpdesk.Postgres.Tests.FeatureFlags;

/// <summary>Appends to the flag set of one tenant.</summary>
internal sealed class FlagSetHistory(IFlagSetStore store, TenantId tenant)
{
    public FlagSet? State { get; private set; }

    public async Task Append(params FlagSetEvent[] events)
    {
        var before = State;
        var recorded = new List<Recorded<FlagSetEvent>>();
        foreach (var what in events)
        {
            recorded.Add(new((State?.Version ?? 0) + 1, Some.Moment(), Some.Account(), what));
            State = FlagSet.Apply(State, recorded[^1]);
        }

        var append = new Append<FlagSet, FlagSetEvent>(
            tenant, FlagSet.Stream, before, State!, recorded, new(Guid.CreateVersion7(), "test"), Origin: null);
        (await store.Append(append, default)).ShouldBeOfType<AppendOutcome.Done>();
    }
}
