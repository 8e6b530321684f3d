using Helpdesk.Contracts.People;
using Helpdesk.Grains.Tests.Sla;

namespace Helpdesk.Grains.Tests.People;

/// <summary>An invitation that nobody accepts, from the mail to the free seat, through the sweepers.</summary>
public sealed class InvitationTests(PostgresFixture database) : InAnSlaTown(database)
{
    private static readonly TimeSpan Hold = TimeSpan.FromDays(14);

    [Fact]
    public async Task After_fourteen_days_it_has_ended_and_its_seat_is_free()
    {
        var invited = await Invite(Some.Email());
        (await Seats()).ShouldBe(1);
        var end = town.Now + Hold;
        invited.InvitationExpiresAt?.ToDateTimeOffset().ShouldBe(end);

        await town.SweepAt(end.AddSeconds(-1));
        (await Status(invited.Account)).ShouldBe("invited");
        (await Seats()).ShouldBe(1);

        await town.SweepAt(end);
        await town.Sweep();
        (await Status(invited.Account)).ShouldBe("ended");
        (await Seats()).ShouldBe(0);
        (await Column($"select kind from event where stream_id = '{invited.Account}' order by version"))
            .ShouldBe(["account.registered", "membership.granted", "membership.invitation_expired"]);
        (await Column($"select kind from due where stream_id = '{invited.Account}'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sent_again_it_begins_anew_and_accepted_it_never_ends()
    {
        var (again, accepted) = (await Invite(Some.Email()), await Invite(Some.Email()));
        await Column($"update membership set status = 'active' where account_id = '{accepted.Account}'");
        await town.SweepAt(town.Now.AddDays(10));
        Town.Accepted(await People.Remind(town.People.Admin, Town.NoKey(), again.Account, default));

        await town.SweepAt(town.Now.AddDays(10));

        (await Status(again.Account)).ShouldBe("invited");
        (await Status(accepted.Account)).ShouldBe("active");
        (await Column($"select kind from due where stream_id = '{accepted.Account}'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_was_too_late_can_be_invited_again()
    {
        var email = Some.Email();
        var first = await Invite(email);
        await town.SweepAt(town.Now + Hold);

        var second = await Invite(email);

        second.Account.ShouldBe(first.Account);
        (await Status(first.Account)).ShouldBe("invited");
    }

    [Fact]
    public async Task Nobody_but_the_platform_ends_it_like_this()
    {
        var invited = await Invite(Some.Email());

        (await People.ExpireInvitation(town.People.Admin, invited.Account, default)).Refusal?.Code.ShouldBe("role-required");
    }

    private IPeopleGrain People
    {
        get
        {
            town.Silo.Passes.Enter(town.People.Tenant);
            return town.Silo.Grains.GetGrain<IPeopleGrain>(GrainKeys.Of(town.People.Tenant));
        }
    }

    private async Task<Membership> Invite(string email) => Town.Accepted(await People.Invite(
        town.People.Admin, Town.NoKey(), new(Some.Account(), EmailAddress.Parse(email).Value, "Max Muster", "de", Role.Agent),
        default)).State;

    // By the clock of the test: the view itself compares with the moment that it is asked with.
    private async Task<int> Seats() => int.Parse((await Column(
        $"select count(*) from seat where tenant_id = '{town.People.Tenant}' and until > '{town.Now:O}'"))
            .Single(), System.Globalization.CultureInfo.InvariantCulture);

    private async Task<string> Status(AccountId account) =>
        (await Column($"select status from membership where account_id = '{account}'")).Single();

    private Task<IReadOnlyList<string>> Column(string sql) => postgres.Column(sql);
}
