using Helpdesk.Contracts;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain;
using Helpdesk.Domain.Access;
using Helpdesk.Domain.Feed;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tenants;
using Helpdesk.Grains.Access;
using Helpdesk.Grains.Feed;
using Microsoft.Extensions.Logging;

namespace Helpdesk.Grains.Staff;

/// <summary>Loads what somebody knows, asks the rules, appends what follows.</summary>
public sealed class ExpertiseGrain(IExpertiseStore store, IMemberDirectory members, TimeProvider time, ILogger<ExpertiseGrain> log)
    : AggregateGrain<Expertise, ExpertiseEvent>(store, time, log), IExpertiseGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{Expertise.Kind}|{Person}");

    protected override Expertise? Unbegun => Expertise.NothingDeclared(Person);

    private AccountId Person => new(KeyId);

    public Task<Result<ExpertiseView>> Read(Caller caller, CancellationToken cancellation) => Ask<ExpertiseView>(async () =>
        await members.Unserving(caller, Person, cancellation) is { } refusal ? refusal : View(await Load(cancellation) ?? Unbegun!, replayed: false));

    public Task<Result<ExpertiseView>> Declare(
        Caller caller, CommandId id, IReadOnlyList<ExpertiseItemMessage> items, int? version, CancellationToken cancellation) => Ask<ExpertiseView>(async () =>
    {
        if (await members.Unserving(caller, Person, cancellation) is { } refusal)
            return refusal;
        var result = await Execute(
            caller, id,
            (present, _) => IsStale(present, version)
                ? FeedErrors.Stale
                : ExpertiseRules.Declare(present, Person, [.. items.Select(StaffViews.ToDomain)], caller.ToMember()),
            cancellation);
        return result.Refused(out var why, out var effect) ? why : View(effect.State, effect.Replayed);
    });

    private static ExpertiseView View(Expertise expertise, bool replayed) =>
        new(expertise.Person.Value, [.. expertise.Items.Select(StaffViews.ToMessage)], expertise.Version, replayed);
}

internal static class StaffMembers
{
    /// <summary>Why the caller finds no such person of the staff: customers find none, and a customer is none. <c>null</c>: there is one.</summary>
    public static async Task<Domain.Error?> Unserving(this IMemberDirectory members, Caller caller, AccountId person, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        if (!member.IsStaff)
            return AccessErrors.RoleRequired;
        return await members.Find(member.Tenant, person, cancellation) is { IsStaff: true } ? null : StaffErrors.NotFound;
    }
}
