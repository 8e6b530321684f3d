using Helpdesk.Domain.Mail;
using Helpdesk.Domain.People;

namespace Helpdesk.Grains.People;

/// <summary>A change with what goes along with it.</summary>
internal sealed record PeopleDraft(PeopleChange Change)
{
    public string? PasswordHash { get; init; }

    public byte[]? UsesLink { get; init; }

    public MailOrder? Mail { get; init; }

    public RegisteredBy Registered { get; init; } = RegisteredBy.Invitation;
}

/// <summary>One command on a member: loaded with what a decision about them needs, judged, written with what goes along.</summary>
internal sealed class PeopleCommand(
    IPeopleStore store, TenantId tenant, Caller caller, CommandId id, Func<AccountId?, Task<PeopleSnapshot>> load,
    Func<Member, PeopleSnapshot, Instant, Result<PeopleDraft>> decide)
    : ICommandWork<PeopleSnapshot, PeopleDraft, Outcome<Membership>>
{
    private PeopleAppend? append;

    public string Subject => $"the people of {tenant}";

    public ValueTask<PeopleSnapshot> Load(int attempt, CancellationToken cancellation) => new(load(caller.Account));

    public Instant LastChange(PeopleSnapshot present) => present.Target?.UpdatedAt ?? Instant.MinValue;

    public bool HasBegun(PeopleSnapshot present) => present.Target is not null;

    public Result<PeopleDraft> Decide(PeopleSnapshot present, Instant now) =>
        MemberNow(tenant, caller, present.Actor).Then(by => decide(by, present, now));

    public bool IsNothing(PeopleDraft decided) => decided.Change.IsNone;

    public Outcome<Membership> Unchanged(PeopleSnapshot present, PeopleDraft decided) =>
        new(decided.Change.Before ?? decided.Change.After, Replayed: false);

    public async ValueTask Prepare(PeopleSnapshot present, PeopleDraft decided, Instant now, CancellationToken cancellation)
    {
        var change = decided.Change;
        var hasCopies = tenant == TenantId.Platform && change.Events.Any(what => what is MembershipEvent.ProfileChanged);
        append = new()
        {
            Change = change,
            PeopleVersion = present.People.Version,
            Operation = new(id.Id, id.Fingerprint),
            Actor = caller.Account,
            Origin = caller.Origin,
            At = now,
            PasswordHash = decided.PasswordHash,
            UsesLink = decided.UsesLink,
            Mail = decided.Mail,
            Registered = decided.Registered,
            Copies = hasCopies ? await store.Serves(change.After.Account, cancellation) : null,
        };
    }

    public async Task<Written<Outcome<Membership>>> Write() => await store.Append(append!, CancellationToken.None) switch
    {
        PeopleOutcome.Done => Written<Outcome<Membership>>.Done(new(append!.Change.After, Replayed: false)),
        PeopleOutcome.LinkVoid => Written<Outcome<Membership>>.Refused(PeopleErrors.LinkVoid),
        PeopleOutcome.ExternalIdTaken => Written<Outcome<Membership>>.Refused(PeopleErrors.ExternalIdTaken),
        PeopleOutcome.Repeated when await FindOperation(id.Id, CancellationToken.None) is { } past =>
            Written<Outcome<Membership>>.Repeated(past),
        _ => default,
    };

    // Nothing is kept in memory.
    public void Forget() { }

    public Task<PastOperation?> FindOperation(Guid operation, CancellationToken cancellation) =>
        store.FindOperation(tenant, operation, cancellation);

    public async Task<Result<Outcome<Membership>>> Replay(PastOperation past, bool replayed, CancellationToken cancellation) =>
        await store.FindAnswer(tenant, id.Id, cancellation) is { } then
            ? new Outcome<Membership>(then, Replayed: true) : FeedErrors.KeyReused;

    // The request was let in with an answer that may be seconds old; an admin deleted meanwhile must not delete the one who did it.
    public static Result<Member> MemberNow(TenantId tenant, Caller caller, Membership? actor) => (caller.Account, actor) switch
    {
        // the platform itself, or a person who follows a link: no rule asks who they are
        (null, _) => new Member(tenant, default, Role.Admin),
        ({ } account, null) => new Member(tenant, account, caller.Role) { ManagesUpTo = caller.ManagesUpTo }, // a key, or an operator
        (_, { Status: MembershipStatus.Active } here) => new Member(tenant, here.Account, here.Role) { ManagesUpTo = caller.ManagesUpTo },
        _ => AccessErrors.RoleRequired,
    };
}
