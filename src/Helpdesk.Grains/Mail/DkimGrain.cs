using System.Text;
using Helpdesk.Contracts.Mail;
using Helpdesk.Domain.Mail;

namespace Helpdesk.Grains.Mail;

/// <summary>Loads a municipality's keys, asks the rules, appends what follows; and asks DNS whether their records are there.</summary>
internal sealed class DkimGrain(
    IDkimKeys store, IOwnMailServers servers, DkimSigning signing, ISeals seals, TimeProvider time, ILogger<DkimGrain> log)
    : AggregateGrain<DkimKeys, DkimEvent>(store, time, log), IDkimGrain
{
    protected override Guid Stream => DkimKeys.StreamOf(Tenant);

    protected override DkimKeys Unbegun => DkimKeys.None;

    public Task<Result<DkimReport>> Read(Caller caller, CancellationToken cancellation) => Ask<DkimReport>(async () =>
    {
        if (DkimRules.Read(caller.ToMember()) is { } refusal)
            return refusal;
        var keys = await Load(cancellation) ?? DkimKeys.None;
        var server = (await servers.Load(Tenant, OwnMailServer.StreamOf(Tenant), cancellation))?.Server;
        var records = await signing.Look(keys, cancellation);
        var signs = DkimRules.Signing(keys, server?.Sender, key => records[keys.Items.IndexOf(key)]);
        return new DkimReport(keys, records, server?.Sender, signs?.Selector);
    });

    public Task<Result<Outcome<DkimKeys>>> Add(
        Caller caller, CommandId id, string domain, DkimPair pair, CancellationToken cancellation) => Ask<Outcome<DkimKeys>>(async () =>
    {
        var secret = Convert.ToBase64String(seals.Seal(DkimSigning.Purpose(Tenant), Encoding.ASCII.GetBytes(pair.PrivateKey)));
        var result = await Execute(caller, id, (present, _) => DkimRules.Add(
            present, domain, DkimRules.SelectorOf(id.Id), pair.PublicKey, secret, caller.ToMember()), cancellation);
        return result.Select(effect => effect.Outcome);
    });

    public Task<Result<Outcome<DkimKeys>>> Remove(
        Caller caller, CommandId id, string selector, int? version, CancellationToken cancellation) => Ask<Outcome<DkimKeys>>(async () =>
    {
        var result = await Execute(caller, id, (present, _) => version.IsStale(present?.Version ?? 0)
            ? FeedErrors.Stale : DkimRules.Remove(present, selector, caller.ToMember()), cancellation);
        return result.Select(effect => effect.Outcome);
    });
}
