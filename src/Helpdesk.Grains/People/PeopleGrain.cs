using Helpdesk.Contracts.People;
using Helpdesk.Domain.Categories;
using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Tenants;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.People;

/// <summary>
/// Loads what a decision about a member needs, asks the rules, appends. Keeps nothing in memory: the database is asked each time, and what
/// was decided on is checked again when it is written.
/// </summary>
public sealed partial class PeopleGrain(
    IPeopleStore store, IListsInForce lists, ITenantStore tenants, IProviderGrants grants, ISteppedCommands commands, TimeProvider time,
    ILogger<PeopleGrain> log)
    : Grain, IPeopleGrain
{
    private readonly IPeopleStore store = store;
    private readonly ProviderConsents consents = new(store, tenants, grants, time);

    private TenantId Tenant => GrainKeys.TenantOf(this.GetPrimaryKeyString());

    public Task<Result<Outcome<Membership>>> Invite(
        Caller caller, CommandId id, Invitation person, CancellationToken cancellation) => Execute(
        caller, id, actor => store.Load(Tenant, person.Email, actor, cancellation),
        (by, found, now) => PeopleRules.Invite(by, found.People, found.Target, person, now).Select(WithInvitation), cancellation,
        person.Email);

    public Task<Result<Outcome<Membership>>> Remind(
        Caller caller, CommandId id, AccountId person, CancellationToken cancellation) => OnMember(
        caller, id, person, null, (by, found, target, now) =>
            PeopleRules.Remind(by, found.People, target, now).Select(WithInvitation), cancellation);

    public Task<Result<Outcome<Membership>>> NoteContact(
        Caller caller, CommandId id, Invitation person, CancellationToken cancellation) => Execute(
        caller, id, actor => store.Load(Tenant, person.Email, actor, cancellation),
        (by, found, now) => ContactRules.Note(by, found.Target, person, now)
            .Select(change => new PeopleDraft(change) { Registered = RegisteredBy.FirstContact }), cancellation);

    public async Task<Result<Outcome<Membership>>> Serve(
        Caller caller, CommandId id, EmailAddress email, Role role, CancellationToken cancellation)
    {
        var home = (await store.Load(TenantId.Platform, email, null, cancellation)).Target;
        return await Execute(
            caller, id, actor => store.Load(Tenant, email, actor, cancellation),
            (by, found, now) => home is null
                ? Error.Together(PeopleErrors.UnknownServiceAccount("/email"), ServingRules.RoleRefusal(Tenant, role))!
                : ServingRules.Serve(by, found.People, found.Target, home, role, now).Select(Plain), cancellation, email);
    }

    public async Task<Result<Outcome<Membership>>> Revise(
        Caller caller, CommandId id, AccountId person, MembershipRevision revision, int? version, CancellationToken cancellation)
    {
        var unfit = await CannotTakeOver(revision.HandOver, cancellation);
        return await OnMember(
            caller, id, person, version, (by, found, target, now) => unfit is { Kind: not ErrorKind.Invalid }
                ? unfit
                : PeopleRules.Revise(by, found.People, target, revision, now) is var revised && unfit is not null
                    ? Error.Together(unfit, revised.Refusal)!
                    : revised.Select(Plain),
            cancellation);
    }

    public async Task<Result<Outcome<Membership>>> End(
        Caller caller, CommandId id, AccountId person, int? version, Successor? handOver, CancellationToken cancellation)
    {
        var refusal = await CannotTakeOver(handOver, cancellation);
        return await OnMember(
            caller, id, person, version, (by, found, target, now) =>
                refusal ?? PeopleRules.End(by, found.People, target, now, handOver).Select(Plain), cancellation);
    }

    public Task<Result<Outcome<Membership>>> Accept(
        Caller caller, CommandId id, AccountId person, FollowedLink link, CancellationToken cancellation) => Execute(
        caller, id, _ => store.Load(Tenant, person, null, cancellation),
        (_, found, now) => found.Target is { } target
            ? PeopleRules.Accept(found.People, target, link.Name, now).Select(Following(link)) : PeopleErrors.LinkVoid,
        cancellation);

    public async Task<Result<bool>> ExpireInvitation(Caller caller, AccountId person, CancellationToken cancellation)
    {
        if (caller.Account is not null)
            return AccessErrors.RoleRequired;

        var expired = false;
        var answer = await Execute(
            caller, Commands.Aside("expire"), _ => store.Load(Tenant, person, null, cancellation),
            (_, found, now) =>
            {
                if (found.Target is not { Exists: true } target)
                    return AccessErrors.NotFound;
                var change = PeopleRules.Expire(target, now);
                expired = !change.IsNone;
                return new PeopleDraft(change);
            }, cancellation);
        return answer.Refusal is { Kind: not ErrorKind.NotFound } refusal ? refusal : expired;
    }

    public Task<Result<Outcome<Membership>>> Register(
        Caller caller, CommandId id, Invitation person, FollowedLink link, CancellationToken cancellation) => Execute(
        caller, id, _ => store.Load(Tenant, person.Email, null, cancellation),
        (_, found, now) => PeopleRules.Register(Tenant, found.Target, person with { Name = link.Name ?? person.Name }, now)
            .Select(Following(link)), cancellation);

    public async Task<Result<Outcome<Membership>>> ChangeEmail(
        Caller caller, CommandId id, AccountId person, EmailAddress email, FollowedLink link, CancellationToken cancellation)
    {
        var isTaken = (await store.Load(Tenant, email, null, cancellation)).Target is { } holder && holder.Account != person;
        return await Execute(
            caller, id, _ => store.Load(Tenant, person, null, cancellation),
            (_, found, now) => isTaken ? PeopleErrors.EmailTaken
                : found.Target is { } target ? PeopleRules.ChangeEmail(target, email, now).Select(Following(link)) : PeopleErrors.LinkVoid,
            cancellation);
    }

    public async Task<Result<Outcome<Membership>>> Enrol(
        Caller caller, CommandId id, Invitation person, string passwordHash, CancellationToken cancellation)
    {
        if (caller.Account is not null)
            return AccessErrors.RoleRequired;

        return await Execute(
            caller, id, _ => store.Load(Tenant, person.Email, null, cancellation),
            (_, found, now) => PeopleRules.Enrol(Tenant, found.Target, person, now)
                .Select(change => new PeopleDraft(change) { PasswordHash = passwordHash, Registered = RegisteredBy.Demo }),
            cancellation);
    }

    // Whoever takes over must be able to, and a team must be one. That they still can is asked again when the tickets go. What is wrong is
    // told where the command is decided: it may be the repetition of one that was right at its time.
    private async Task<Error?> CannotTakeOver(Successor? handOver, CancellationToken cancellation)
    {
        if (handOver is null)
            return null;
        try
        {
            var nobody = handOver.To is { } to && (await store.Load(Tenant, to, null, cancellation)).Target is not { Serves: true }
                ? PeopleErrors.CannotTakeOver : null;
            return Error.Together(nobody, await NoTeam(handOver.Team, cancellation) is { } fault ? Error.Invalid(fault) : null);
        }
        catch (StorageException unreachable)
        {
            return FeedErrors.Of(unreachable);
        }
    }

    private async Task<FieldError?> NoTeam(string? word, CancellationToken cancellation)
    {
        const string Place = "/hand_over_team";
        if (word is null || TicketKeys.Fault(word, Place) is { } fault)
            return word is null ? null : TicketKeys.Fault(word, Place);
        return (await lists.Of(Tenant, cancellation)).Lists.Offered(ListKind.Team, word) is null
            ? CategoryErrors.Unknown(ListKind.Team, Place) : null;
    }

    private Task<Result<Outcome<Membership>>> OnMember(
        Caller caller, CommandId id, AccountId person, int? version,
        Func<Member, PeopleSnapshot, Membership, Instant, Result<PeopleDraft>> decide,
        CancellationToken cancellation) => Execute(
        caller, id, actor => store.Load(Tenant, person, actor, cancellation),
        (by, found, now) =>
            found.Target is not { Exists: true } target || !PeopleRules.Reaches(by, found.People, target) ? AccessErrors.NotFound
            : version.IsStale(target.Version) ? FeedErrors.Stale
            : decide(by, found, target, now),
        cancellation);

    private Task<Result<Outcome<Membership>>> Execute(
        Caller caller, CommandId id, Func<AccountId?, Task<PeopleSnapshot>> load,
        Func<Member, PeopleSnapshot, Instant, Result<PeopleDraft>> decide, CancellationToken cancellation, EmailAddress? named = null) =>
        CommandPath.Execute(
            new PeopleCommand(
                store, Tenant, caller, id,
                async actor => await consents.Weigh(Tenant, caller, await load(actor), named, cancellation), decide),
            id, time, log, cancellation);

    private static PeopleDraft Plain(PeopleChange change) => new(change);

    private static PeopleDraft WithInvitation(PeopleChange change)
    {
        var after = change.After;
        return new(change) { Mail = after.MailWithLink(LinkPurpose.AcceptInvitation) };
    }

    private static Func<PeopleChange, PeopleDraft> Following(FollowedLink link) => change => new(change)
    {
        PasswordHash = link.PasswordHash,
        UsesLink = link.TokenHash,
        Registered = RegisteredBy.Themselves,
    };

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached for the people of {TenantId}.")]
    private static partial void LogUnreachable(ILogger log, Guid tenantId, Exception exception);
}
