using System.Collections.Immutable;
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
    IPeopleStore store, IListsInForce lists, ITenantStore tenants, IProviderGrants grants, TimeProvider time, ILogger<PeopleGrain> log)
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

    public async Task<Result<ImmutableArray<ImportItem>>> Import(
        Caller caller, CommandId id, ImportPeople command, CancellationToken cancellation)
    {
        try
        {
            var planned = await Plan(caller, id, command.Lines, command.Language, cancellation);
            if (planned.Refused(out var why, out var steps))
                return why;

            foreach (var step in command.IsDryRun ? [] : steps)
            {
                if (await Carry(caller, id, step, cancellation) is { } refusal)
                    return refusal;
            }

            return steps.Select(step => step.Item).ToImmutableArray();
        }
        catch (StorageException unreachable)
        {
            LogUnreachable(log, Tenant.Value, unreachable);
            return FeedErrors.Of(unreachable);
        }
    }

    private async Task<Result<IReadOnlyList<ImportStep>>> Plan(
        Caller caller, CommandId id, IReadOnlyList<ImportedPerson> lines, string language, CancellationToken cancellation)
    {
        var keys = lines.Select(line => EmailAddress.Parse(line.Email)).Where(email => email.IsOk)
            .Select(email => email.Value.Key).ToHashSet();
        var externalIds = lines.Select(line => line.ExternalId).OfType<string>().ToHashSet();
        var crowd = await store.LoadMany(Tenant, keys, externalIds, caller.Account, cancellation);
        return PeopleCommand.MemberNow(Tenant, caller, crowd.Actor).Then(by => PeopleImport.Plan(
            by, crowd.People, crowd.Found, lines, language, key => new(CommandId.Derive($"{Tenant}|{id.Id}|{key}")), time.Now()));
    }

    // Each line is a command of its own, with an id that follows from the file's: what was done is not done again. Null: done.
    private async Task<Error?> Carry(Caller caller, CommandId id, ImportStep step, CancellationToken cancellation) => step switch
    {
        ImportStep.Invite { Invitation: var who } => (await Execute(
            caller, id.Step($"invite {who.Email.Key}"), actor => store.Load(Tenant, who.Email, actor, cancellation),
            (by, found, now) => PeopleRules.Invite(by, found.People, found.Target, who, now).Select(WithInvitation), cancellation)).Refusal,
        ImportStep.Update { Revision: var revision } => (await OnMember(
            caller, id.Step($"update {step.Account}"), step.Account, null,
            (by, found, target, now) => PeopleRules.Revise(by, found.People, target, revision, now).Select(Plain), cancellation)).Refusal,
        _ => null,
    };

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
        if ((await store.Load(TenantId.Platform, email, null, cancellation)).Target is not { } home)
            return Error.Together(PeopleErrors.UnknownServiceAccount("/email"), ServingRules.RoleRefusal(Tenant, role))!;

        return await Execute(
            caller, id, actor => store.Load(Tenant, email, actor, cancellation),
            (by, found, now) => ServingRules.Serve(by, found.People, found.Target, home, role, now).Select(Plain), cancellation, email);
    }

    public async Task<Result<Outcome<Membership>>> Revise(
        Caller caller, CommandId id, AccountId person, MembershipRevision revision, int? version, CancellationToken cancellation) =>
        await CannotTakeOver(revision.HandOver, cancellation) is var unfit && unfit is { Kind: not ErrorKind.Invalid } unreachable
            ? unreachable
            : await OnMember(
                caller, id, person, version,
                (by, found, target, now) => PeopleRules.Revise(by, found.People, target, revision, now) is var revised && unfit is not null
                    ? Error.Together(unfit, revised.Refusal)! : revised.Select(Plain),
                cancellation);

    public async Task<Result<Outcome<Membership>>> End(
        Caller caller, CommandId id, AccountId person, int? version, Successor? handOver, CancellationToken cancellation) =>
        await CannotTakeOver(handOver, cancellation) is { } refusal ? refusal : await OnMember(
            caller, id, person, version, (by, found, target, now) =>
                PeopleRules.End(by, found.People, target, now, handOver).Select(Plain), cancellation);

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
        if ((await store.Load(Tenant, email, null, cancellation)).Target is { } holder && holder.Account != person)
            return PeopleErrors.EmailTaken;

        return await Execute(
            caller, id, _ => store.Load(Tenant, person, null, cancellation),
            (_, found, now) => found.Target is { } target
                ? PeopleRules.ChangeEmail(target, email, now).Select(Following(link)) : PeopleErrors.LinkVoid,
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

    // Whoever takes over must be able to, and a team must be one. That they still can is asked again when the tickets go.
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
        return await lists.Of(Tenant, cancellation) is { IsStrict: true } listed && listed.Lists.Offered(ListKind.Team, word) is null
            ? CategoryErrors.Unknown(ListKind.Team, Place) : null;
    }

    private Task<Result<Outcome<Membership>>> OnMember(
        Caller caller, CommandId id, AccountId person, int? version,
        Func<Member, PeopleSnapshot, Membership, Instant, Result<PeopleDraft>> decide,
        CancellationToken cancellation) => Execute(
        caller, id, actor => store.Load(Tenant, person, actor, cancellation),
        (by, found, now) =>
            found.Target is not { Exists: true } target || !PeopleAccess.MaySee(by, target) ? AccessErrors.NotFound
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
