using System.Collections.Immutable;
using Helpdesk.Contracts.People;
using Helpdesk.Grains.Tests.Sla;

namespace Helpdesk.Grains.Tests.People;

/// <summary>What holds for every command holds for the people of a tenant too.</summary>
public sealed class PeopleGrainTests(PostgresFixture database) : InAnSlaTown(database)
{
    [Fact]
    public async Task What_is_decided_is_carried_out_although_whoever_asked_has_gone()
    {
        var person = await Invite();
        using var leaving = new CancellationTokenSource();
        town.Silo.People.BeforeAppend = async token =>
        {
            await leaving.CancelAsync();
            while (token is { CanBeCanceled: true, IsCancellationRequested: false })
                await Task.Yield();
        };

        await Record.ExceptionAsync(() => Rename(person, "Neuer Name", Town.NoKey(), leaving.Token));
        town.Silo.People.BeforeAppend = _ => Task.CompletedTask;

        // One call at a time: this one is answered after the one before has ended.
        Town.Accepted(await People().Remind(town.People.Admin, Town.NoKey(), person.Account, default)).State.Name.ShouldBe("Neuer Name");
    }

    [Fact]
    public async Task The_retry_of_a_command_that_changed_nothing_changes_nothing_whatever_happened_in_between()
    {
        var person = await Invite();
        var key = Town.Key();
        (await Rename(person, person.Name, key)).State.Version.ShouldBe(person.Version);
        await Rename(person, "Ganz anders", Town.NoKey());

        var again = await Rename(person, person.Name, key);

        (again.Replayed, again.State.Name).ShouldBe((true, person.Name));
        (await Rename(person, "Ganz anders", Town.NoKey())).State.Version.ShouldBe(person.Version + 1, "nobody changed it back");
    }

    [Fact]
    public async Task A_retry_is_answered_as_it_was_then()
    {
        var person = await Invite();
        var key = Town.Key();
        var then = await Rename(person, "Erster Name", key);
        await Rename(person, "Zweiter Name", Town.NoKey());

        var again = await Rename(person, "Erster Name", key);

        again.ShouldBe(then with { Replayed = true });
        (await Try(person, "Erster Name", Town.Key("another") with { Id = key.Id })).Refusal.ShouldBe(FeedErrors.KeyReused);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_gone_on_with_as_it_was_planned_and_answered_so_from_then_on()
    {
        var (file, key, appends) = (File(Some.Email(), Some.Email(), Some.Email()), Town.Key(), 0);
        town.Silo.People.BeforeAppend = _ => ++appends is 2 or 3 ? throw FaultyTicketStore.Fault() : Task.CompletedTask;
        (await Import(file, key)).Refusal.ShouldBe(FeedErrors.Unreachable);
        var people = await Members();

        var done = Town.Accepted(await Import(file, key));

        done.Replayed.ShouldBeFalse("two of three were not done yet");
        done.State.Select(item => item.Word).ShouldBe([ImportWord.Invited, ImportWord.Invited, ImportWord.Invited]);
        (await Members()).ShouldBe(people + 2);
        Town.Accepted(await People().Revise(
            town.People.Admin, Town.NoKey(), done.State[0].Person, new MembershipRevision(Name: "Ganz anders"), null, default));
        var again = Town.Accepted(await Import(file, key));
        (again.Replayed, again.State.SequenceEqual(done.State)).ShouldBe((true, true));
        (await Import(File(Some.Email()), key with { Fingerprint = "another" })).Refusal.ShouldBe(FeedErrors.KeyReused);
        (await Members()).ShouldBe(people + 2);
    }

    [Fact]
    public async Task Who_was_to_take_over_may_leave_and_the_repetition_is_answered_as_then()
    {
        var (leaver, key) = (await Invite(), Town.Key());
        var there = new Successor(Some.Account(), null);
        (await People().End(town.People.Admin, key, leaver.Account, null, there, default)).Refusal!.Fields.Single().Code
            .ShouldBe("cannot-take-over");
        Town.Accepted(await People().End(town.People.Admin, key, leaver.Account, null, null, default));

        Town.Accepted(await People().End(town.People.Admin, key, leaver.Account, null, there, default)).Replayed.ShouldBeTrue();
        (await People().End(town.People.Admin, key with { Fingerprint = "another" }, leaver.Account, null, there, default))
            .Refusal.ShouldBe(FeedErrors.KeyReused);
    }

    [Fact]
    public async Task A_history_never_runs_backwards_whatever_the_clock_does()
    {
        var person = await Invite();
        await using var late = await town.AnotherSilo(town.Now.AddMinutes(-10));

        var renamed = Town.Accepted(await People(late).Revise(
            town.People.Admin, Town.NoKey(), person.Account, new MembershipRevision(Name: "Später Name"), null, default)).State;

        renamed.UpdatedAt.ShouldBeGreaterThanOrEqualTo(person.UpdatedAt);
    }

    private Task<Result<Outcome<ImmutableArray<ImportItem>>>> Import(ImportPeople file, CommandId key) =>
        People().Import(town.People.Admin, key, file, default);

    private static ImportPeople File(params string[] emails) => new(
        [.. emails.Select((email, at) => new ImportedPerson(at + 2, email, "Max Muster", "agent", null, null, null, null))], "de",
        IsDryRun: false);

    private async Task<long> Members()
    {
        return (long)(await postgres.Ask("select count(*) from membership where tenant_id = $1", town.People.Tenant.Value))!;
    }

    private IPeopleGrain People(TicketSilo? at = null)
    {
        var silo = at ?? town.Silo;
        silo.Passes.Enter(town.People.Tenant);
        return silo.Grains.GetGrain<IPeopleGrain>(GrainKeys.Of(town.People.Tenant));
    }

    private async Task<Membership> Invite() => Town.Accepted(await People().Invite(
        town.People.Admin, Town.NoKey(), new(Some.Account(), EmailAddress.Parse(Some.Email()).Value, "Max Muster", "de", Role.Agent),
        default)).State;

    private async Task<Outcome<Membership>> Rename(
        Membership person, string name, CommandId id, CancellationToken cancellation = default) =>
        Town.Accepted(await Try(person, name, id, cancellation));

    private Task<Result<Outcome<Membership>>> Try(Membership person, string name, CommandId id, CancellationToken cancellation = default) =>
        People().Revise(town.People.Admin, id, person.Account, new MembershipRevision(Name: name), null, cancellation);
}
