using Helpdesk.Contracts.Audit;
using Helpdesk.Domain.Audit;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Audit;

public sealed class AuditGrain(
    IAuditLogStore store, IAuditTrail trail, ITenantDirectory tenants, TimeProvider time, ILogger<AuditGrain> log)
    : AggregateGrain<AuditLog, AuditEvent>(store, time, log), IAuditGrain
{
    protected override Guid Stream => AuditLog.Stream;

    public async Task Begin(CancellationToken cancellation)
    {
        if (await Load(cancellation) is not null)
            return;
        var platform = new Caller(Tenant, Account: null, Role.Admin, Origin: "feed");
        var begun = await Execute(
            platform, Commands.Aside("audit"),
            (present, _) => present is null ? new AuditEvent.Begun() : Decision<AuditEvent>.Nothing, cancellation);
        if (begun.Refused(out var why, out _))
            throw new TimeoutException(why.Message); // the consumer of the feed comes again
    }

    public async Task<Result<bool>> NoteExport(
        Caller caller, CommandId id, string format, Dictionary<string, string> filters, CancellationToken cancellation)
    {
        if (AuditAccess.ExportRefusal(caller.ToMember()) is { } refusal)
            return refusal;
        return (await Execute(caller, id, (_, _) => new AuditEvent.Exported(format, filters), cancellation)).Select(_ => true);
    }

    // Removed first, then noted in the history: what fails in between is done again, and until then the verification tells of it.
    public async Task Look(string kind, CancellationToken cancellation)
    {
        if (await Load(cancellation) is not { } present || Now < present.LookAt)
        {
            await LookAtDue((_, _) => Decision<AuditEvent>.Nothing, cancellation);
            return;
        }

        var settings = (await tenants.Find(Tenant, cancellation))?.Tenant.Settings ?? new TenantSettings();
        var before = AuditRetention.Before(settings.Retention.AuditMonths, settings.Zone, Now);
        var forgotten = await trail.Forget(Tenant, before, cancellation);
        await LookAtDue(
            (state, now) => now < state.LookAt ? Decision<AuditEvent>.Nothing : new AuditEvent.Forgotten(before, forgotten), cancellation);
    }
}
