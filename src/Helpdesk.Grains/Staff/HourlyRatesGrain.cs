using System.Collections.Immutable;
using Helpdesk.Contracts.Staff;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Staff;

namespace Helpdesk.Grains.Staff;

/// <summary>Loads somebody's rates, asks the rules, appends what follows.</summary>
public sealed class HourlyRatesGrain(IHourlyRatesStore store, IMemberDirectory members, TimeProvider time, ILogger<HourlyRatesGrain> log)
    : AggregateGrain<HourlyRates, HourlyRatesEvent>(store, time, log), IHourlyRatesGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{HourlyRates.Kind}|{Person}");

    protected override HourlyRates? Unbegun => HourlyRates.None(Person);

    private AccountId Person => new(KeyId);

    public Task<Result<HourlyRates>> Read(Caller caller, CancellationToken cancellation) => Ask<HourlyRates>(async () =>
    {
        var refusal = RateRules.Read(caller.ToMember()) ?? await members.Unserving(caller, Person, cancellation);
        return refusal is not null ? refusal : await Load(cancellation) ?? Unbegun!;
    });

    public Task<Result<Outcome<HourlyRates>>> Agree(
        Caller caller, CommandId id, ImmutableArray<HourlyRate> rates, int? version, CancellationToken cancellation) =>
        Ask<Outcome<HourlyRates>>(async () =>
        {
            var refusal = await members.Unserving(caller, Person, cancellation);
            var result = await Execute(
                caller, id,
                (present, _) => refusal is not null ? refusal
                    : version.IsStale(present?.Version ?? 0) ? FeedErrors.Stale
                    : RateRules.Agree(present, Person, rates, caller.ToMember()),
                cancellation);
            return result.Select(effect => effect.Outcome);
        });
}
