using Helpdesk.Contracts.People;
using Helpdesk.Domain.People;
using Helpdesk.Grains.Tests.Sla;
using Helpdesk.Grains.Tests.Tickets;

namespace Helpdesk.Grains.Tests.People;

/// <summary>What holds for every command holds for the people of a tenant too.</summary>
public sealed class PeopleGrainTests(PostgresFixture postgres) : IClassFixture<PostgresFixture>, IAsyncLifetime
{
    private SlaTown town = null!;

    public async Task InitializeAsync() => town = await SlaTown.Found(postgres);

    public async Task DisposeAsync() => await town.DisposeAsync();

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
    public async Task A_history_never_runs_backwards_whatever_the_clock_does()
    {
        var person = await Invite();
        await using var late = await town.AnotherSilo(town.Now.AddMinutes(-10));

        var renamed = Town.Accepted(await People(late).Revise(
            town.People.Admin, Town.NoKey(), person.Account, new MembershipRevision(Name: "Später Name"), null, default)).State;

        renamed.UpdatedAt.ShouldBeGreaterThanOrEqualTo(person.UpdatedAt);
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
