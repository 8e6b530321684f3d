using Helpdesk.Contracts.Tenants;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Tenants;

public sealed class OwnDomainGrain(IOwnDomains store, IDnsTexts dns, TimeProvider time, ILogger<OwnDomainGrain> log)
    : AggregateGrain<OwnDomain, OwnDomainEvent>(store, time, log), IOwnDomainGrain
{
    public Task<Result<Outcome<OwnDomain>>> Register(
        Caller caller, CommandId id, string host, string token, CancellationToken cancellation) => Ask<Outcome<OwnDomain>>(async () =>
    {
        var others = (await store.List(Tenant, cancellation)).Count;
        return Answered(await Execute(
            caller, id, (present, _) => OwnDomainRules.Register(present, host, token, others, caller.ToMember()), cancellation));
    });

    public Task<Result<OwnDomain>> Read(Caller caller, CancellationToken cancellation) => Ask<OwnDomain>(async () =>
        await Load(cancellation) is { IsThere: true } domain ? domain : AccessErrors.NotFound);

    public async Task<Result<Outcome<OwnDomain>>> Verify(Caller caller, CommandId id, CancellationToken cancellation)
    {
        try
        {
            if (await Load(cancellation) is not { IsThere: true } domain)
                return AccessErrors.NotFound;
            var texts = await dns.Find(domain.RecordName, cancellation);
            return Answered(await Execute(
                caller, id, (present, _) => present is null
                    ? AccessErrors.NotFound : OwnDomainRules.Verify(present, texts, caller.ToMember()), cancellation));
        }
        catch (StorageException unreachable)
        {
            Forget();
            return FeedErrors.Of(unreachable);
        }
        catch (TimeoutException)
        {
            return TenantErrors.DnsUnreachable;
        }
    }

    public async Task<Result<Outcome<OwnDomain>>> Remove(Caller caller, CommandId id, CancellationToken cancellation) =>
        Answered(await Execute(
            caller, id,
            (present, _) => present is null ? AccessErrors.NotFound : OwnDomainRules.Remove(present, caller.ToMember()), cancellation));

    // While DNS gives no answer nothing is decided: the exception brings the moment back later and later.
    public async Task Look(string kind, CancellationToken cancellation)
    {
        var texts = await Load(cancellation) is { Status: OwnDomainStatus.Verified } domain && Now >= domain.CheckAt
            ? await dns.Find(domain.RecordName, cancellation)
            : [];
        await LookAtDue((present, now) => OwnDomainRules.Look(present, texts, now), cancellation);
    }

    protected override Error Taken(string constraint) => TenantErrors.DomainTaken;

    private static Result<Outcome<OwnDomain>> Answered(Result<Effect<OwnDomain, OwnDomainEvent>> result) =>
        result.Select(effect => effect.Outcome);
}
