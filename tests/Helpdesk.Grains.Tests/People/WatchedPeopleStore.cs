namespace Helpdesk.Grains.Tests.People;

/// <summary>The real store of memberships, with a place to stand before each append.</summary>
internal sealed class WatchedPeopleStore(IPeopleStore record) : IPeopleStore
{
    /// <summary>Called before each append, with the token that it would be cut off by.</summary>
    public Func<CancellationToken, Task> BeforeAppend { get; set; } = _ => Task.CompletedTask;

    public async Task<PeopleOutcome> Append(PeopleAppend append, CancellationToken cancellation)
    {
        await BeforeAppend(cancellation);
        return await record.Append(append, cancellation);
    }

    public Task<PeopleSnapshot> Load(TenantId tenant, AccountId target, AccountId? actor, CancellationToken cancellation) =>
        record.Load(tenant, target, actor, cancellation);

    public Task<PeopleSnapshot> Load(TenantId tenant, EmailAddress target, AccountId? actor, CancellationToken cancellation) =>
        record.Load(tenant, target, actor, cancellation);

    public Task<PeopleCrowd> LoadMany(
        TenantId tenant, IReadOnlyCollection<string> emailKeys, IReadOnlyCollection<string> externalIds, AccountId? actor,
        CancellationToken cancellation) =>
        record.LoadMany(tenant, emailKeys, externalIds, actor, cancellation);

    public Task ForgetDue(TenantId tenant, AccountId account, CancellationToken cancellation) =>
        record.ForgetDue(tenant, account, cancellation);

    public Task<PastOperation?> FindOperation(TenantId tenant, Guid operation, CancellationToken cancellation) =>
        record.FindOperation(tenant, operation, cancellation);

    public Task<Membership?> FindAnswer(TenantId tenant, Guid operation, CancellationToken cancellation) =>
        record.FindAnswer(tenant, operation, cancellation);

    public Task<IReadOnlyList<TenantId>> Serves(AccountId account, CancellationToken cancellation) => record.Serves(account, cancellation);

    public Task<IReadOnlyList<ServedTenant>> Served(AccountId account, CancellationToken cancellation) =>
        record.Served(account, cancellation);

    public Task<PeoplePage> List(PeopleQuery query, CancellationToken cancellation) => record.List(query, cancellation);
}
