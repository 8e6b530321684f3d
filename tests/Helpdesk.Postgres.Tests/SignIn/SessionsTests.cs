using Helpdesk.Domain.Programs;

namespace Helpdesk.Postgres.Tests.SignIn;

public sealed class SessionsTests(PeopleFixture record) : IClassFixture<PeopleFixture>
{
    private readonly TenantId tenant = Some.Tenant();
    private readonly ISessions sessions = record.Get<ISessions>();

    [Fact]
    public async Task A_session_tells_who_that_is_and_as_what()
    {
        var who = await record.Member(tenant, Role.Manager);
        var opened = await record.SignIn(who, SessionKind.Cookie);

        var access = (await Load(opened))!;

        access.Account.ShouldBe(who.Account);
        access.In(tenant).ShouldBe(new Member(tenant, who.Account, Role.Manager));
        access.In(Some.Tenant()).ShouldBeNull();
        access.SecretHash.ShouldNotBeNull();
        access.Host.ShouldBe("a.help.test");
    }

    [Fact]
    public async Task Of_too_many_sessions_the_one_that_was_not_used_for_longest_ends()
    {
        var who = await record.Member(tenant);
        var opened = new List<OpenedSession>();
        for (var i = 0; i <= SessionPolicy.MostOpen; i++)
            opened.Add(await record.SignIn(who, at: Some.Moment() + Duration.FromSeconds(i)));

        var now = Some.Moment() + Duration.FromMinutes(3);
        (await sessions.Load(tenant, opened[0].Id, now, default)).ShouldBeNull();
        (await sessions.Load(tenant, opened[1].Id, now, default)).ShouldNotBeNull();
        (await sessions.List(tenant, who.Account, now, default)).Count.ShouldBe(SessionPolicy.MostOpen);
    }

    [Fact]
    public async Task A_session_of_another_tenant_is_not_there()
    {
        var opened = await record.SignIn(await record.Member(tenant));

        (await sessions.Load(Some.Tenant(), opened.Id, Some.Moment(), default)).ShouldBeNull();
    }

    [Fact]
    public async Task At_the_desk_an_agent_has_the_role_of_each_tenant_served()
    {
        var serving = await record.ServiceStaff(tenant, Role.Manager);
        var home = (await record.Get<IPeopleStore>().Load(TenantId.Platform, serving.Account, null, default)).Target!;
        var opened = await record.SignIn(home);

        var access = (await sessions.Load(TenantId.Platform, opened.Id, Some.Moment(), default))!;

        access.In(tenant)!.Role.ShouldBe(Role.Manager);
        access.In(TenantId.Platform)!.Role.ShouldBe(Role.Agent);
        access.In(Some.Tenant()).ShouldBeNull();
    }

    [Fact]
    public async Task Service_staff_suspended_at_home_are_out_everywhere()
    {
        var serving = await record.ServiceStaff(tenant);
        var opened = await record.SignIn(serving);
        (await Load(opened)).ShouldNotBeNull();

        await record.Column(
            $"update membership set status = 'suspended' where tenant_id = '{TenantId.Platform}' and account_id = '{serving.Account}'");

        (await Load(opened)).ShouldBeNull();
    }

    [Fact]
    public async Task Suspending_ends_sessions_for_good()
    {
        var store = record.Get<IPeopleStore>();
        var who = await record.Member(tenant, Role.Agent);
        var opened = await record.SignIn(who);
        var admin = new Member(tenant, Some.Account(), Role.Admin);

        await Revise(MembershipStatus.Suspended);
        (await Load(opened)).ShouldBeNull();
        await Revise(MembershipStatus.Active);
        (await Load(opened)).ShouldBeNull();

        async Task Revise(MembershipStatus status)
        {
            var seen = await store.Load(tenant, who.Account, null, default);
            await record.Append(
                PeopleRules.Revise(admin, seen.People, seen.Target!, new(Status: status), Some.Moment()).Value, seen.People.Version);
        }
    }

    [Theory]
    [InlineData(SessionKind.Cookie, 12)]
    [InlineData(SessionKind.Token, 14 * 24)]
    public async Task An_idle_session_is_over(SessionKind kind, int hours)
    {
        var who = await record.Member(tenant);
        var start = Some.Moment();
        var opened = await record.SignIn(who, kind, start);

        (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours), default)).ShouldBeNull();
        (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours), default)).ShouldBeNull();
        (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours) - Duration.FromSeconds(1), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_used_session_goes_on()
    {
        var who = await record.Member(tenant);
        var start = Some.Moment();
        var opened = await record.SignIn(who, SessionKind.Cookie, start);

        for (var hours = 11; hours <= 44; hours += 11)
            (await sessions.Load(tenant, opened.Id, start + Duration.FromHours(hours), default)).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_program_that_somebody_allows_gets_a_session_of_its_own_and_loses_it_when_it_is_revoked()
    {
        var who = await record.Member(tenant);
        var opened = await record.SignIn(who, SessionKind.Cookie);
        var client = await Client("tickets:read");

        var id = (await sessions.OpenFor(tenant, opened.Id, client, record.Trace(who), default))!.Value;

        var access = (await sessions.Load(tenant, id, Some.Moment(), default))!;
        (access.Kind, access.Account, access.Client).ShouldBe((SessionKind.Token, who.Account, client.Client));
        (await record.Kinds(tenant, who.Account.Value)).ShouldContain("account.client_allowed");
        (await record.Get<IApiClients>().Revoke(tenant, client.Client, record.Trace(), default)).ShouldBeTrue();
        (await sessions.Load(tenant, id, Some.Moment(), default)).ShouldBeNull();
        (await Load(opened)).ShouldNotBeNull();
    }

    [Fact]
    public async Task What_was_allowed_is_remembered_as_long_as_the_session_goes_on_and_for_no_more_than_that()
    {
        var who = await record.Member(tenant);
        var opened = await record.SignIn(who, SessionKind.Cookie);
        var client = await Client("tickets:read");
        (await Allowed(client)).ShouldBeFalse();
        var id = (await sessions.OpenFor(tenant, opened.Id, client, record.Trace(who), default))!.Value;

        (await Allowed(client)).ShouldBeTrue();
        (await Allowed(client with { Scopes = ["tickets:read", "tickets:write"] })).ShouldBeFalse();
        (await Allowed(client with { Client = Guid.NewGuid() })).ShouldBeFalse();
        (await sessions.End(tenant, id, SessionEnd.CodeReused, record.Trace(), default)).ShouldBeTrue();
        (await Allowed(client)).ShouldBeFalse();
        (await sessions.End(tenant, id, SessionEnd.CodeReused, record.Trace(), default)).ShouldBeFalse();

        Task<bool> Allowed(AllowedClient asked) => sessions.IsAllowed(tenant, who.Account, asked, Some.Moment(), default);
    }

    [Fact]
    public async Task A_session_that_is_over_allows_nothing()
    {
        var who = await record.Member(tenant);
        var opened = await record.SignIn(who, SessionKind.Cookie);
        await sessions.End(tenant, who.Account, opened.Id, SessionEnd.SignedOut, record.Trace(who), default);

        (await sessions.OpenFor(tenant, opened.Id, await Client("tickets:read"), record.Trace(who), default)).ShouldBeNull();
    }

    [Fact]
    public async Task Sessions_are_listed_and_ended_by_their_owner_only()
    {
        var (who, other) = (await record.Member(tenant), await record.Member(tenant));
        var (one, two) = (await record.SignIn(who), await record.SignIn(who, SessionKind.Cookie));

        (await sessions.List(tenant, who.Account, Some.Moment(), default)).Select(session => session.Id).ShouldBe(
            [two.Id, one.Id], ignoreOrder: true);
        (await sessions.End(tenant, other.Account, one.Id, SessionEnd.EndedByOwner, record.Trace(), default)).ShouldBeFalse();
        (await sessions.End(tenant, who.Account, one.Id, SessionEnd.EndedByOwner, record.Trace(who), default)).ShouldBeTrue();
        (await sessions.End(tenant, who.Account, one.Id, SessionEnd.EndedByOwner, record.Trace(who), default)).ShouldBeFalse();
        (await sessions.List(tenant, who.Account, Some.Moment(), default)).Single().Id.ShouldBe(two.Id);
    }

    private Task<SessionAccess?> Load(OpenedSession opened) => sessions.Load(tenant, opened.Id, Some.Moment(), default);

    private async Task<AllowedClient> Client(params string[] scopes)
    {
        var draft = new ApiClient
        {
            Tenant = tenant,
            Id = Guid.CreateVersion7(),
            Name = "Fachverfahren",
            Scopes = scopes,
            Environment = null,
            CreatedBy = Some.Account(),
            CreatedAt = Some.Moment(),
            ExpiresAt = null,
            RevokedAt = null,
            LastUsedAt = null,
            RedirectUris = ["https://app.example/"],
        };
        await record.Get<IApiClients>().Create(draft, record.Trace(), default);
        return new(draft.Id, draft.Name, scopes, "192.0.2.1");
    }
}
