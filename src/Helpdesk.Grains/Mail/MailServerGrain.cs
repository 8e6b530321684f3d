using System.Security.Cryptography;
using Helpdesk.Contracts.Mail;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.Tenants;

namespace Helpdesk.Grains.Mail;

/// <summary>Loads a tenant's mail server, asks the rules, appends what follows; and tries it out.</summary>
internal sealed class MailServerGrain(
    IOwnMailServers store, TenantMailServers servers, IMailTransport transport, IOutboundTargets targets, ITestLetters letters,
    TimeProvider time, ILogger<MailServerGrain> log) : AggregateGrain<OwnMailServer, OwnMailServerEvent>(store, time, log), IMailServerGrain
{
    private readonly TimeProvider time = time;

    protected override Guid Stream => OwnMailServer.StreamOf(Tenant);

    protected override OwnMailServer Unbegun => OwnMailServer.None;

    public Task<Result<OwnMailServer>> Read(Caller caller, CancellationToken cancellation) => Ask<OwnMailServer>(async () =>
        MailServerRules.Read(caller.ToMember()) is { } refusal ? refusal
            : await Load(cancellation) is { Server: not null } own ? own : MailErrors.NoOwnServer);

    public Task<Result<Outcome<OwnMailServer>>> Choose(
        Caller caller, CommandId id, MailServerChoice choice, int? version, CancellationToken cancellation) =>
        Ask<Outcome<OwnMailServer>>(async () =>
    {
        var result = await Execute(caller, id, (present, _) => version.IsStale(present?.Version ?? 0)
            ? FeedErrors.Stale
            : MailServerRules.Choose(present, choice, caller.ToMember(), password => servers.Seal(Tenant, password), targets),
            cancellation);
        return result.Select(effect => effect.Outcome);
    });

    public Task<Result<Outcome<OwnMailServer>>> Leave(Caller caller, CommandId id, int? version, CancellationToken cancellation) =>
        Ask<Outcome<OwnMailServer>>(async () =>
    {
        var result = await Execute(caller, id, (present, _) => version.IsStale(present?.Version ?? 0)
            ? FeedErrors.Stale : MailServerRules.Leave(present, caller.ToMember()), cancellation);
        return result.Select(effect => effect.Outcome);
    });

    public Task<Result<MailTest>> Test(Caller caller, EmailAddress to, bool german, CancellationToken cancellation) =>
        Ask<MailTest>(async () =>
    {
        if (MailServerRules.Read(caller.ToMember()) is { } refusal)
            return refusal;
        var letter = await letters.Write(Tenant, to, german, Now, cancellation);
        try
        {
            var server = await servers.Signing(Tenant, await servers.Of(Tenant, cancellation), cancellation);
            await using var session = await transport.OpenInTime(server, time, cancellation);
            var delivery = await session.Send(letter, cancellation);
            return new MailTest(delivery.Result, delivery.Words, delivery.Reason);
        }
        catch (MailServerException why)
        {
            return new MailTest(DeliveryResult.Deferred, why.Words, why.Reason);
        }
        catch (Exception unreadable) when (unreadable is UnreadableException or CryptographicException or FormatException)
        {
            return new MailTest(DeliveryResult.Deferred, Words: null, MailReason.ServerUnknown);
        }
    });
}
