using Helpdesk.Postgres.People;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Helpdesk.Postgres.Tests.People;

public sealed class PeopleStoreTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly IPeopleStore store = record.Get<IPeopleStore>();

    [Fact]
    public async Task What_is_written_is_read_back()
    {
        var made = await record.Member(tenant, Role.Agent);

        (await store.Load(tenant, made.Account, null, default)).Target.ShouldBe(made);
        (await store.Load(tenant, made.Email, made.Account, default)).Actor.ShouldBe(made);
        (await record.Kinds(tenant, made.Account.Value)).ShouldBe(["account.registered", "membership.granted"]);
    }

    [Fact]
    public async Task Another_tenant_sees_nothing_and_may_have_the_same_address()
    {
        var other = Some.Tenant();
        var here = await record.Member(tenant);

        (await store.Load(other, here.Account, null, default)).Target.ShouldBeNull();
        var there = await record.Member(other, email: here.Email.ToString());
        there.Account.ShouldNotBe(here.Account);
    }

    [Fact]
    public async Task Of_two_admins_who_end_each_other_at_once_one_wins()
    {
        var (one, two) = (await record.Member(tenant, Role.Admin), await record.Member(tenant, Role.Admin));
        var seenByOne = await store.Load(tenant, two.Account, one.Account, default);
        var seenByTwo = await store.Load(tenant, one.Account, two.Account, default);
        seenByOne.People.Keepers.ShouldBe(2);

        var outcomes = await Task.WhenAll(End(one, seenByOne), End(two, seenByTwo));

        outcomes.Order().ShouldBe([PeopleOutcome.Done, PeopleOutcome.Stale]);
        (await store.Load(tenant, one.Account, null, default)).People.Keepers.ShouldBe(1);

        Task<PeopleOutcome> End(Membership by, PeopleSnapshot seen) => record.Append(
            PeopleRules.End(new(tenant, by.Account, by.Role), seen.People, seen.Target!, Some.Moment()).Value, seen.People.Version);
    }

    [Fact]
    public async Task A_hundred_changes_of_staff_at_once_are_counted_one_by_one()
    {
        await record.Member(tenant, Role.Admin);
        var people = await store.Load(tenant, Some.Account(), null, default);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => record.Append(
            PeopleRules.Enrol(tenant, null, Person(Role.Agent), Some.Moment()).Value, people.People.Version)));

        outcomes.Count(outcome => outcome == PeopleOutcome.Done).ShouldBe(1);
        outcomes.Count(outcome => outcome == PeopleOutcome.Stale).ShouldBe(99);
    }

    [Fact]
    public async Task Customers_do_not_wait_for_each_other()
    {
        var people = await store.Load(tenant, Some.Account(), null, default);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => record.Append(
            PeopleRules.Enrol(tenant, null, Person(Role.Customer), Some.Moment()).Value, people.People.Version)));

        outcomes.ShouldAllBe(outcome => outcome == PeopleOutcome.Done);
    }

    [Fact]
    public async Task A_stale_membership_undoes_the_whole_change()
    {
        var agent = await record.Member(tenant, Role.Agent);
        var admin = new Member(tenant, Some.Account(), Role.Admin);
        var seen = await store.Load(tenant, agent.Account, null, default);
        (await Revise("First")).ShouldBe(PeopleOutcome.Done);

        (await Revise("Second")).ShouldBe(PeopleOutcome.Stale);

        var now = await store.Load(tenant, agent.Account, null, default);
        now.Target!.Name.ShouldBe("First");
        (await record.Kinds(tenant, agent.Account.Value)).Count(kind => kind == "membership.profile_changed").ShouldBe(1);

        async Task<PeopleOutcome> Revise(string name) => await record.Append(
            PeopleRules.Revise(admin, seen.People, agent, new(Name: name), Some.Moment()).Value,
            (await store.Load(tenant, agent.Account, null, default)).People.Version);
    }

    [Fact]
    public async Task An_operation_has_its_effect_once()
    {
        var change = PeopleRules.Enrol(tenant, null, Person(Role.Customer), Some.Moment()).Value;
        var operation = new Operation(Guid.CreateVersion7(), "same");

        (await record.Append(change, 0, append => append with { Operation = operation })).ShouldBe(PeopleOutcome.Done);
        (await record.Append(change, 0, append => append with { Operation = operation })).ShouldBe(PeopleOutcome.Repeated);

        var past = await store.FindOperation(tenant, operation.Id, default);
        past.ShouldBe(new PastOperation("same", change.After.Account.Value, 1, 2));
    }

    [Fact]
    public async Task An_unknown_link_undoes_the_whole_change()
    {
        var change = PeopleRules.Enrol(tenant, null, Person(Role.Customer), Some.Moment()).Value;

        (await record.Append(change, 0, append => append with { UsesLink = new byte[32] })).ShouldBe(PeopleOutcome.LinkVoid);

        (await store.Load(tenant, change.After.Account, null, default)).Target.ShouldBeNull();
    }

    [Fact]
    public async Task Service_staff_are_known_by_their_new_name_wherever_they_serve()
    {
        var serving = await record.ServiceStaff(tenant);
        var home = await store.Load(TenantId.Platform, serving.Account, null, default);
        var copies = await store.Serves(serving.Account, default);
        copies.ShouldBe([tenant]);

        var change = PeopleRules.Revise(
            new(TenantId.Platform, serving.Account, Role.Agent), home.People, home.Target!, new(Name: "Neuer Name"), Some.Moment()).Value;
        (await record.Append(change, home.People.Version, append => append with { Copies = copies })).ShouldBe(PeopleOutcome.Done);

        var copy = (await store.Load(tenant, serving.Account, null, default)).Target!;
        copy.Name.ShouldBe("Neuer Name");
        copy.Version.ShouldBe(serving.Version + 1);
        (await record.Kinds(tenant, serving.Account.Value)).ShouldContain("membership.profile_changed");
    }

    [Fact]
    public async Task The_list_is_filtered_and_goes_on_where_it_stopped()
    {
        string[] names = ["Özgür", "anna", "Ödön", "Zoe", "Änne"];
        foreach (var name in names)
            await record.Append(PeopleRules.Enrol(tenant, null, Person(Role.Customer) with { Name = name }, Some.Moment()).Value, 0);
        var agent = await record.Member(tenant, Role.Agent);

        var first = await store.List(new(tenant, Role.Customer, null, null, null, null, 3), default);
        var second = await store.List(new(tenant, Role.Customer, null, null, null, first.Next, 3), default);

        first.Total.ShouldBe(5);
        first.Items.Concat(second.Items).Select(person => person.Name).ShouldBe(["anna", "Änne", "Ödön", "Özgür", "Zoe"]);
        second.Next.ShouldBeNull();
        (await store.List(new(tenant, null, MembershipStatus.Active, "OZG", null, null, 10), default)).Items.Single().Name.ShouldBe(
            "Özgür");
        (await store.List(new(tenant, null, null, agent.Email.Local, null, null, 10), default)).Items.ShouldContain(agent);
        (await store.List(new(tenant, null, null, "%", null, null, 10), default)).Total.ShouldBe(0);
        (await store.List(new(tenant, null, null, "_", null, null, 10), default)).Total.ShouldBe(0);
    }

    [Theory]
    [InlineData("jürgen.groß@müller.example")]
    [InlineData("juergen.gross@mueller.example")]
    [InlineData("Jürgen.Gross@MÜLLER.example")]
    public async Task An_address_is_found_by_any_part_of_it_in_either_way_of_writing_German(string email)
    {
        await record.Append(PeopleRules.Enrol(
            tenant, null, Person(Role.Customer) with { Email = EmailAddress.Parse(email).Value, Name = "X" }, Some.Moment()).Value, 0);

        foreach (var typed in (string[])
        [
            "mueller.example", "müller.example", "muell", "MÜLL", "juergen.gross@", "jürgen.groß@", "JÜRGEN.GROẞ@müller",
            "gross@mueller.ex", "juergen.gross@mueller.example", "jürgen.groß@müller.example",
        ])
            (await store.List(new(tenant, null, null, typed, null, null, 10), default)).Total.ShouldBe(1, typed);
        foreach (var typed in (string[])["miller.example", "jurgen.gros@", "müller.example.org", "_uller"])
            (await store.List(new(tenant, null, null, typed, null, null, 10), default)).Total.ShouldBe(0, typed);
    }

    [Theory]
    [InlineData("a@xn--mller-kva.example", "a@muller.example")]
    [InlineData("a@xn--80ak6aa92e.com", "a@\u0430\u0440\u0440\u04CF\u0435.com")]
    [InlineData("a@xn--bcher-kva.xn--strae-oqa.de", "a@bucher.strasse.de")]
    [InlineData("a@xn--n3h.example", "a@\u2603.example")]
    [InlineData("a@xn--.example", "a@xn--.example")]
    [InlineData("a@xn--99999999999.example", "a@xn--99999999999.example")]
    [InlineData("xn--mller-kv", "xn--mller-kv")]
    public async Task A_domain_is_searched_in_its_letters_and_what_is_none_as_it_is(string address, string key)
    {
        (await record.Postgres.Ask("select address_key($1)", address)).ShouldBe(key);
    }

    [Fact]
    public async Task The_directory_knows_members_and_nobody_else()
    {
        var directory = record.Get<IMemberDirectory>();
        var serving = await record.ServiceStaff(tenant, Role.Manager);
        var customer = await record.Member(tenant);

        (await directory.Find(tenant, customer.Account, default)).ShouldBe(
            new MemberRecord(customer.Account, Role.Customer, true, customer.Name, customer.Email.ToString(), "de"));
        (await directory.Find(tenant, serving.Account, default))!.Role.ShouldBe(Role.Manager);
        (await directory.Find(Some.Tenant(), customer.Account, default)).ShouldBeNull();
    }

    [Theory]
    [InlineData(0, Role.Agent)]
    [InlineData(4, Role.Customer)]
    public async Task The_directory_is_as_fresh_as_the_setting_says(int seconds, Role known)
    {
        var options = Options.Create(new MemberOptions { Freshness = TimeSpan.FromSeconds(seconds) });
        var directory = new MemberDirectory(record.Postgres.Database, options, new FakeTimeProvider());
        var person = await record.Member(tenant);
        (await directory.Find(tenant, person.Account, default))!.Role.ShouldBe(Role.Customer);

        await record.Column($"update membership set role = 'agent' where account_id = '{person.Account.Value}' returning role");

        (await directory.Find(tenant, person.Account, default))!.Role.ShouldBe(known);
    }

    private static Invitation Person(Role role) =>
        new(Some.Account(), EmailAddress.Parse(Some.Email()).Value, "Erika Mustermann", "de", role);
}
