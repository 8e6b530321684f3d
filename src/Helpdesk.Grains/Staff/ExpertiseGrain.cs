using System.Collections.Immutable;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Grains.Staff;

/// <summary>Loads what somebody knows, asks the rules, appends what follows.</summary>
public sealed class ExpertiseGrain(IExpertiseStore store, IMemberDirectory members, TimeProvider time, ILogger<ExpertiseGrain> log)
    : AggregateGrain<Expertise, ExpertiseEvent>(store, time, log), IExpertiseGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{Expertise.Kind}|{Person}");

    protected override Expertise? Unbegun => Expertise.NothingDeclared(Person);

    private AccountId Person => new(KeyId);

    public Task<Result<Expertise>> Read(Caller caller, CancellationToken cancellation) => Ask<Expertise>(async () =>
        await members.Unserving(caller, Person, cancellation) is { } refusal ? refusal : await Load(cancellation) ?? Unbegun!);

    public Task<Result<Outcome<Expertise>>> Declare(
        Caller caller, CommandId id, ImmutableArray<ExpertiseItem> items, int? version, CancellationToken cancellation) =>
        Ask<Outcome<Expertise>>(async () =>
        {
            var refusal = await members.Unserving(caller, Person, cancellation);
            var result = await Execute(
                caller, id,
                (present, _) => refusal is not null ? refusal
                    : version.IsStale(present?.Version ?? 0) ? FeedErrors.Stale
                    : ExpertiseRules.Declare(present, Person, items, caller.ToMember()),
                cancellation);
            return result.Select(effect => effect.Outcome);
        });
}

internal static class StaffMembers
{
    /// <summary>
    /// Why the caller finds no such person of the staff: customers find none, and a customer is none. <c>null</c>: there is one.
    /// </summary>
    public static async Task<Domain.Error?> Unserving(
        this IMemberDirectory members, Caller caller, AccountId person, CancellationToken cancellation)
    {
        var member = caller.ToMember();
        if (!member.IsStaff)
            return AccessErrors.RoleRequired;
        return await members.Find(member.Tenant, person, cancellation) is { IsStaff: true } ? null : AccessErrors.NotFound;
    }
}
