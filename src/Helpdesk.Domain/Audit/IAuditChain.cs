namespace Helpdesk.Domain.Audit;

/// <summary>Stores the chains. Links are added and never changed or removed, by whichever role of the product.</summary>
public interface IAuditChain
{
    /// <summary>Links events in their order, each to the chain of its tenant. What is linked already is left alone.</summary>
    Task Link(IReadOnlyList<FeedEvent> events, CancellationToken cancellation);

    /// <param name="after">Number of the last link of the stretch before; 0: from the first.</param>
    Task<AuditStretch> Read(TenantId tenant, long after, int limit, CancellationToken cancellation);

    /// <summary>Events that should have a link by now and have none, at most <paramref name="limit"/>.</summary>
    Task<IReadOnlyList<LinkedEvent>> Unlinked(TenantId tenant, int limit, CancellationToken cancellation);

    /// <summary>What was removed by right, as the tenant's own history tells.</summary>
    Task<AuditGaps> Gaps(TenantId tenant, CancellationToken cancellation);
}

/// <param name="Before">Hash of the link before the first one here; <see cref="AuditChain.Start"/> where there is none.</param>
/// <param name="Links">Each with its event; <c>null</c>: there is no such event.</param>
public sealed record AuditStretch(byte[] Before, IReadOnlyList<(AuditLink Link, FeedEvent? Event)> Links);

public sealed record LinkedEvent(Guid Stream, int Version, Instant At, string Kind);

/// <param name="ForgottenBefore">Entries that only the log had may be missing before it; <c>null</c>: none were removed.</param>
/// <param name="IsErased">The tenant was deleted: only its own history is left.</param>
public sealed record AuditGaps(Instant? ForgottenBefore, bool IsErased)
{
    public bool Covers(TenantId tenant, AuditLink missing) =>
        (IsErased && missing.Stream != tenant.Value) || (missing.At < ForgottenBefore && AuditRetention.IsForgettable(missing.Kind));
}

/// <summary>What is wrong with a chain.</summary>
public enum AuditFaultKind
{
    /// <summary>The event is not what it was when it was linked.</summary>
    EventChanged,
    /// <summary>The event is gone, and neither retention nor erasure took it.</summary>
    EventMissing,
    /// <summary>The link does not follow from the one before.</summary>
    LinkChanged,
    /// <summary>One or more links before this one are gone.</summary>
    LinkMissing,
    /// <summary>The event was slipped in: those around it are linked, it is not.</summary>
    EventUnlinked,
    /// <summary>The hash that was noted down is not that of the link.</summary>
    HeadDiffers,
}

/// <param name="Number">The number of the link where the fault shows; <c>null</c>: the event has no link.</param>
public sealed record AuditFault(AuditFaultKind Kind, long? Number, Guid Stream, int Version, string EventKind);

/// <param name="Checked">How many links were checked.</param>
/// <param name="Forgotten">How many of the checked links have lost their event by right: to retention or erasure.</param>
/// <param name="Head">The last link that was looked at; <c>null</c>: there is none.</param>
/// <param name="IsWhole">The end of the chain was reached.</param>
/// <param name="Faults">At most <see cref="AuditVerification.MostFaults"/>.</param>
public sealed record AuditReport(long Checked, long Forgotten, AuditLink? Head, bool IsWhole, IReadOnlyList<AuditFault> Faults);

/// <summary>Follows a chain from link to link.</summary>
public static class AuditVerification
{
    public const int MostFaults = 100;

    private const int Stretch = 5_000;

    /// <param name="after">Number of the link to begin behind; 0: from the first.</param>
    /// <param name="most">How many links at most.</param>
    /// <param name="noted">A head from before, which must be in the chain still.</param>
    public static async Task<AuditReport> Verify(
        IAuditChain chain, TenantId tenant, long after, long most, (long Number, byte[] Hash)? noted, CancellationToken cancellation)
    {
        var gaps = await chain.Gaps(tenant, cancellation);
        var (faults, forgotten, looked) = (new List<AuditFault>(), 0L, 0L);
        AuditLink? last = null;
        while (looked < most && faults.Count < MostFaults)
        {
            var limit = (int)Math.Min(Stretch, most - looked);
            var stretch = await chain.Read(tenant, last?.Number ?? after, limit, cancellation);
            foreach (var (link, happened) in stretch.Links)
            {
                faults.AddRange(Faults(tenant, link, happened, last?.Hash ?? stretch.Before, last?.Number ?? after, gaps, noted));
                (last, looked, forgotten) = (link, looked + 1, forgotten + (happened is null && gaps.Covers(tenant, link) ? 1 : 0));
            }

            if (stretch.Links.Count < limit)
            {
                foreach (var slipped in await chain.Unlinked(tenant, MostFaults, cancellation))
                    faults.Add(new(AuditFaultKind.EventUnlinked, null, slipped.Stream, slipped.Version, slipped.Kind));
                if (noted is var (number, _) && number > (last?.Number ?? after))
                    faults.Add(new(AuditFaultKind.LinkMissing, number, Guid.Empty, 0, ""));
                return new(looked, forgotten, last, IsWhole: true, [.. faults.Take(MostFaults)]);
            }
        }

        return new(looked, forgotten, last, IsWhole: false, [.. faults.Take(MostFaults)]);
    }

    private static IEnumerable<AuditFault> Faults(
        TenantId tenant, AuditLink link, FeedEvent? happened, byte[] before, long previous, AuditGaps gaps,
        (long Number, byte[] Hash)? noted)
    {
        if (link.Number != previous + 1)
            yield return Fault(AuditFaultKind.LinkMissing);
        else if (!AuditChain.HashOf(before, tenant, link).AsSpan().SequenceEqual(link.Hash))
            yield return Fault(AuditFaultKind.LinkChanged);
        if (happened is null && !gaps.Covers(tenant, link))
            yield return Fault(AuditFaultKind.EventMissing);
        if (happened is not null && !AuditChain.ContentOf(happened).AsSpan().SequenceEqual(link.Content))
            yield return Fault(AuditFaultKind.EventChanged);
        if (noted is var (number, hash) && number == link.Number && !hash.AsSpan().SequenceEqual(link.Hash))
            yield return Fault(AuditFaultKind.HeadDiffers);

        AuditFault Fault(AuditFaultKind kind) => new(kind, link.Number, link.Stream, link.Version, link.Kind);
    }
}
