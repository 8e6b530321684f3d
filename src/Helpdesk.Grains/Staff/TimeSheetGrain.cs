using Helpdesk.Contracts.Staff;
using Helpdesk.Contracts.Tickets;
using Helpdesk.Domain.People;
using Helpdesk.Domain.Staff;
using Helpdesk.Domain.Tickets;

namespace Helpdesk.Grains.Staff;

/// <summary>
/// Loads the time spent on a ticket, asks the rules, appends what follows. Whether there is such a ticket the ticket says.
/// </summary>
public sealed class TimeSheetGrain(
    ITimeSheetStore store, IHourlyRatesStore rates, IMemberDirectory members, TimeProvider time, ILogger<TimeSheetGrain> log)
    : AggregateGrain<TimeSheet, TimeSheetEvent>(store, time, log), ITimeSheetGrain
{
    protected override Guid Stream => CommandId.Derive($"{Tenant}|{TimeSheet.Kind}|{Ticket}");

    protected override TimeSheet? Unbegun => TimeSheet.Empty;

    private TicketId Ticket => new(KeyId);

    public Task<Result<TimeSheet>> Read(Caller caller, CancellationToken cancellation) => OnTicket<TimeSheet>(
        caller, async () => (await Load(cancellation) ?? TimeSheet.Empty).For(caller.ToMember()), cancellation);

    public Task<Result<Outcome<TimeEntry>>> Record(
        Caller caller, CommandId id, Guid entry, AccountId? person, Work work, LocalDate today, CancellationToken cancellation) =>
        OnTicket<Outcome<TimeEntry>>(caller, async () =>
        {
            var whose = person ?? caller.Account!.Value;
            if (person is not null && await members.Find(Tenant, whose, cancellation) is not { IsStaff: true })
                return TicketErrors.NotStaff("/user");
            return Outcome(entry, await Execute(
                caller, id, (present, _) => TimeRules.Record(present ?? TimeSheet.Empty, entry, whose, work, caller.ToMember(), today),
                cancellation));
        }, cancellation);

    public Task<Result<Outcome<TimeEntry>>> Correct(
        Caller caller, CommandId id, Guid entry, WorkChange change, LocalDate today, int? revision, CancellationToken cancellation) =>
        OnTicket(caller, async () => Outcome(entry, await Execute(
            caller, id, (present, _) => TimeRules.Correct(present ?? TimeSheet.Empty, entry, change, revision, caller.ToMember(), today),
            cancellation)), cancellation);

    public Task<Result<bool>> Remove(Caller caller, CommandId id, Guid entry, int? revision, CancellationToken cancellation) =>
        OnTicket<bool>(caller, async () =>
        {
            var result = await Execute(
                caller, id, (present, _) => TimeRules.Remove(present ?? TimeSheet.Empty, entry, revision, caller.ToMember()), cancellation);
            return result.Refused(out var why, out var effect) ? why : effect.Replayed;
        }, cancellation);

    public Task<Result<TicketCost>> Cost(Caller caller, CancellationToken cancellation) => OnTicket<TicketCost>(caller, async () =>
    {
        if (RateRules.Read(caller.ToMember()) is { } refusal)
            return refusal;
        var sheet = await Load(cancellation) ?? TimeSheet.Empty;
        var people = sheet.Entries.Select(entry => entry.Person).ToHashSet();
        var agreed = people.Count > 0 ? await rates.Of(Tenant, people, cancellation) : new Dictionary<AccountId, HourlyRates>();
        return TicketCost.Of(sheet, agreed);
    }, cancellation);

    private Task<Result<T>> OnTicket<T>(Caller caller, Func<Task<Result<T>>> act, CancellationToken cancellation) => Ask<T>(async () =>
    {
        if (!caller.ToMember().IsStaff)
            return AccessErrors.RoleRequired;
        var ticket = await GrainFactory.GetGrain<ITicketGrain>(GrainKeys.Of(Tenant, Ticket)).Read(caller, 0, cancellation);
        return ticket.Refusal is { } hidden ? hidden : await act();
    });

    // A repeated command made its entry the first time, under the name that it had then.
    private static Result<Outcome<TimeEntry>> Outcome(Guid entry, Result<Effect<TimeSheet, TimeSheetEvent>> result)
    {
        if (result.Refused(out var why, out var effect))
            return why;
        var made = effect.Events.Select(recorded => recorded.Event).OfType<TimeSheetEvent.Recorded>().FirstOrDefault();
        return new Outcome<TimeEntry>(effect.State.Find(made?.Entry ?? entry)!, effect.Replayed);
    }
}
