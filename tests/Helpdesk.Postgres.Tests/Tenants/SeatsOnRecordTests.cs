namespace Helpdesk.Postgres.Tests.Tenants;

public sealed class SeatsOnRecordTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly IPeopleStore people = record.Get<IPeopleStore>();
    private readonly ILicenceStore licences = record.Postgres.Port<ILicenceStore>();

    [Fact]
    public async Task A_hundred_invitations_at_once_for_the_last_seat_give_it_once()
    {
        await License(seats: 3);
        var admin = await record.Member(tenant, Role.Admin);
        await record.Member(tenant, Role.Agent);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Invite(admin)));

        outcomes.Count(refusal => refusal is null).ShouldBe(1);
        outcomes.Count(refusal => refusal == "seat-limit").ShouldBe(99);
        (await licences.SeatsUsed(tenant, default)).ShouldBe(3);
        (await record.Kinds(tenant, SeatEvent.Stream)).ShouldBe(["seat.warned"]);
    }

    [Fact]
    public async Task What_is_shown_is_what_is_decided_on()
    {
        await License(seats: 9);
        var admin = await record.Member(tenant, Role.Admin);
        await record.Member(tenant, Role.Manager);
        await record.Member(tenant, Role.Customer);
        await record.ServiceStaff(tenant);
        var suspended = await record.Member(tenant, Role.Agent);
        await Change(admin, suspended, new(Status: MembershipStatus.Suspended));
        await Invite(admin);

        var seen = (await people.Load(tenant, admin.Account, null, default)).People.Seats;

        seen.ShouldBe(new SeatUse(Licensed: 9, Used: 4, HeldByTarget: true));
        (await licences.SeatsUsed(tenant, default)).ShouldBe(4);
        (await people.Load(tenant, suspended.Account, null, default)).People.Seats.HeldByTarget.ShouldBeFalse();
    }

    [Fact]
    public async Task An_invitation_gives_its_seat_back_after_fourteen_days()
    {
        var admin = await record.Member(tenant, Role.Admin);
        await Invite(admin);
        (await licences.SeatsUsed(tenant, default)).ShouldBe(2);

        await Older("14 days 1 minute");
        (await licences.SeatsUsed(tenant, default)).ShouldBe(1);
    }

    [Fact]
    public async Task An_invitation_holds_its_seat_until_then()
    {
        var admin = await record.Member(tenant, Role.Admin);
        await Invite(admin);

        await Older("13 days 23 hours");
        (await licences.SeatsUsed(tenant, default)).ShouldBe(2);
    }

    [Fact]
    public async Task Without_a_licence_the_trial_counts_and_the_platform_needs_none()
    {
        (await people.Load(tenant, Some.Account(), null, default)).People.Seats.Licensed.ShouldBe(LicenceTerms.Trial.Seats);
        (await people.Load(TenantId.Platform, Some.Account(), null, default)).People.Seats.ShouldBe(SeatUse.Unlimited);
    }

    [Fact]
    public async Task A_licence_is_read_back_as_it_was_granted()
    {
        var granted = await License(seats: 4);

        var read = await licences.Load(tenant, Licence.Stream, default);

        read.ShouldBe(granted);
        (await record.Column($"select kind from due where tenant_id = '{tenant}' order by kind")).ShouldBe(
            [Licence.EndsDue, Licence.ExpiresDue]);
    }

    // As the writer of memberships does it: read, decide, append; decide anew when somebody was first.
    private async Task<string?> Invite(Membership admin)
    {
        var person = new Invitation(Some.Account(), EmailAddress.Parse(Some.Email()).Value, "Erika Mustermann", "de", Role.Agent);
        while (true)
        {
            var found = await people.Load(tenant, person.Email, admin.Account, default);
            var now = SystemClock.Instance.GetCurrentInstant();
            var decided = PeopleRules.Invite(new(tenant, admin.Account, Role.Admin), found.People, found.Target, person, now);
            if (!decided.IsOk)
                return decided.Error.Code;
            if (await record.Append(decided.Value, found.People.Version) == PeopleOutcome.Done)
                return null;
        }
    }

    private async Task Change(Membership by, Membership target, MembershipRevision revision)
    {
        var found = await people.Load(tenant, target.Account, by.Account, default);
        var change = PeopleRules.Revise(new(tenant, by.Account, by.Role), found.People, found.Target!, revision, Some.Moment()).Value;
        (await record.Append(change, found.People.Version)).ShouldBe(PeopleOutcome.Done);
    }

    private async Task Older(string by)
    {
        (await record.Postgres.Run(
            $"update membership set updated_at = now() - interval '{by}' where tenant_id = '{tenant}' and status = 'invited'")).ShouldBe(1);
    }

    private async Task<Licence> License(int seats)
    {
        var terms = new LicenceTerms(
            "standard", seats, ["knowledge"], Instant.FromUtc(2026, 1, 1, 0, 0), Instant.FromUtc(2099, 1, 1, 0, 0), 14);
        var granted = new Recorded<LicenceEvent>(1, Some.Moment(), null, new LicenceEvent.Granted(null, terms));
        var licence = Licence.Apply(null, granted);
        var outcome = await licences.Append(
            new(tenant, Licence.Stream, null, licence, [granted], new(Guid.CreateVersion7(), ""), "test"), default);
        outcome.ShouldBeOfType<AppendOutcome.Done>();
        return licence;
    }
}
